package org.tanggap.channel;

import java.util.Objects;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;

/**
 * What a channel delivers, one value for each thing that was there: nothing is passed over in
 * silence.
 */
public sealed interface ChannelMessage {

  /**
   * A citizen's new report.
   *
   * @param key the vendor's id for it, under which it is taken once
   * @param report what was sent
   */
  record NewReport(MessageKey key, Report report) implements ChannelMessage {}

  /**
   * Something that is no report and needs no answer.
   *
   * @param where what to call it: the vendor's id, or file and line
   * @param reason why it is left aside
   */
  record Ignored(String where, Reason reason) implements ChannelMessage {

    /** Why a message is left aside. */
    public enum Reason {
      /** Our own account wrote it. */
      OWN_MESSAGE,
      /** A machine answered: out of office, delivery notice. */
      AUTO_REPLY,
      /** A reaction, a like, a repost. */
      REACTION
    }
  }

  /**
   * Something that could not be read.
   *
   * @param where what to call it: the vendor's id, or file and line; the same each time it comes
   * @param problem what is wrong and what to do, without the citizen's words
   */
  record Malformed(String where, String problem) implements ChannelMessage {

    public Malformed {
      Objects.requireNonNull(where, "where");
      Objects.requireNonNull(problem, "problem");
    }
  }
}
