package org.tanggap.desk;

import java.time.Duration;
import java.util.List;
import org.tanggap.channel.ChannelException;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Decision;
import org.tanggap.sla.Alert;
import org.tanggap.store.Erasure;
import org.tanggap.store.OutboxState;

/**
 * Something that the desk has done, for metrics and tracing. None shows a citizen's words or
 * identity in its text; the complaints within hold the words, for a host that needs them.
 */
public sealed interface DeskEvent {

  /**
   * Messages of one account were taken in, in one transaction.
   *
   * @param account the account
   * @param results what became of each, in order
   * @param took how long it took, storing included
   */
  record MessagesTaken(AccountId account, List<Intake> results, Duration took)
      implements DeskEvent {

    public MessagesTaken {
      results = List.copyOf(results);
    }
  }

  /**
   * A complaint is new or has changed, and is stored.
   *
   * @param complaint the complaint as it is stored now
   * @param news what happened to it just now
   */
  record ComplaintStored(Complaint complaint, List<ComplaintEvent> news) implements DeskEvent {

    public ComplaintStored {
      news = List.copyOf(news);
    }
  }

  /**
   * A command was refused.
   *
   * @param complaint the complaint
   * @param command the kind of command
   * @param refusal why
   */
  record CommandRefused(
      ComplaintId complaint, Class<? extends Command> command, Decision.Refused refusal)
      implements DeskEvent {}

  /**
   * An account could not be read.
   *
   * @param account the account
   * @param failure why
   */
  record PollFailed(AccountId account, ChannelException failure) implements DeskEvent {}

  /**
   * An answer was sent, or could not be.
   *
   * @param account the account it goes out by
   * @param state where it stands now
   * @param attempts how often it was tried
   */
  record ReplySettled(AccountId account, OutboxState state, int attempts) implements DeskEvent {}

  /**
   * Somebody is to be told that a deadline is near or missed. The host tells them.
   *
   * @param complaint the complaint, the alert on record
   * @param alert who is to be told what
   */
  record AlertRaised(Complaint complaint, Alert alert) implements DeskEvent {}

  /**
   * A reporter was erased.
   *
   * @param receipt what was taken away
   */
  record ReporterErased(Erasure receipt) implements DeskEvent {}
}
