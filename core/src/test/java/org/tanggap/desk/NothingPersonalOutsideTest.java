package org.tanggap.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelException;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Follower;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.store.OutboxState;

/**
 * A canary in every personal field of a whole life: it is in the store, and in no log line, no
 * exception, no event for metrics and no text form of a result.
 */
class NothingPersonalOutsideTest extends DeskTests {

  private static final String CANARY = "canary-0812-Budi";
  private static final Actor OFFICER = Actor.officer("officer-7");

  private final List<String> seen = new ArrayList<>();
  private final Logger root = Logger.getLogger("org.tanggap");
  private final Handler recorder =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          seen.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    root.setLevel(Level.ALL);
    root.addHandler(recorder);
  }

  @AfterEach
  void stopListening() {
    root.removeHandler(recorder);
    root.setLevel(null);
  }

  private <T> T see(T result) {
    seen.add(String.valueOf(result));
    return result;
  }

  private void see(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    seen.add(text.toString());
  }

  private Complaint change(FeedbackDesk desk, Complaint complaint, Command command, Actor by) {
    see(command);
    return see(desk.change(complaint, command, by)) instanceof Change.Done done
        ? done.complaint()
        : complaint;
  }

  @Test
  void no_log_line_exception_metric_or_text_form_shows_who_it_was_or_what_he_wrote() {
    FeedbackDesk desk =
        parts(store)
            .receipts((complaint, clocks) -> CANARY)
            .listener(this::see)
            .listener(
                event -> {
                  throw new IllegalStateException("failed on " + CANARY);
                })
            .build();
    Report report =
        Report.of(CANARY)
            .withCategory(ROAD)
            .withPlace(new LocationEvidence.Described(CANARY))
            .withPhotos(List.of(Photo.of(CANARY)))
            .withReporter(new Reporter(CANARY, CANARY));
    Complaint complaint = see(desk.receive(channel.key("m-1"), report)).getComplaint();
    see(desk.receive(channel.key("m-1"), Report.of(CANARY + CANARY)));
    Complaint other = see(desk.receive(channel.key("m-2"), report)).getComplaint();

    complaint = change(desk, complaint, new Command.Ask(CANARY), OFFICER);
    complaint =
        change(
            desk,
            complaint,
            new Command.AddMessage(channel.key("m-3"), CANARY, List.of(Photo.of(CANARY))),
            Actor.reporter());
    complaint = change(desk, complaint, new Command.Note(CANARY), OFFICER);
    complaint = change(desk, complaint, new Command.Answer(CANARY), OFFICER);
    complaint = change(desk, complaint, new Command.Resolve(CANARY, List.of()), OFFICER);
    complaint = change(desk, complaint, new Command.Dispute(CANARY), Actor.follower());
    complaint =
        change(
            desk,
            complaint,
            new Command.Follow(new Follower(channel.key("m-2"), other.received().reporter())),
            OFFICER);
    complaint = change(desk, complaint, new Command.Reject(CANARY), OFFICER);
    complaint = change(desk, complaint, new Command.Reject(CANARY), OFFICER);
    change(desk, other, new Command.Merge(complaint, CANARY), OFFICER);

    channel.failure = new IllegalStateException("the vendor said " + CANARY);
    see(desk.deliver(2));
    desk.poll().forEach(poll -> poll.findFailure().ifPresent(this::see));
    channel.failure =
        new ChannelException(ChannelException.Kind.NOT_PERMITTED, "blocked", null, null);
    clock.move(Duration.ofDays(1));
    see(desk.deliver(10));
    clock.move(Duration.ofDays(30));
    see(desk.checkDeadlines(10));
    see(desk.suggestDuplicates(complaint));
    see(desk.clocks(complaint).explain());
    see(desk.findReporterFile(Objects.requireNonNull(other.received().reporter())));
    see(desk.erase(other.received().reporter(), ReporterFile.Words.REMOVED));
    see(store.listLeftOut(10));
    for (var state : OutboxState.values()) {
      see(store.listReplies(state, null, 10));
    }

    assertThat(seen).hasSizeGreaterThan(60).noneMatch(text -> text.contains(CANARY));
  }
}
