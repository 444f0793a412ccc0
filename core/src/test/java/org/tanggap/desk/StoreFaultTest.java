package org.tanggap.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Reply;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Status;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.MemoryStore;
import org.tanggap.store.OutboxState;
import org.tanggap.store.StoreException;

/**
 * The store fails once, before or after each of its calls; whoever was cut off does the same again,
 * and in the end everything is there once.
 */
class StoreFaultTest extends DeskTests {

  /** Fails at the n-th step; a call has two, one before it and one after. */
  private static final class Faulty extends ForwardingStore {

    private final int faultAt;
    private int steps;

    Faulty(ComplaintStore store, int faultAt) {
      super(store);
      this.faultAt = faultAt;
    }

    @Override
    void step() {
      if (++steps == faultAt) {
        throw new StoreException("fault at step " + faultAt, null);
      }
    }
  }

  private FeedbackDesk deskOn(ComplaintStore keeper) {
    return parts(keeper).receipts((complaint, deadline) -> "Diterima").build();
  }

  private void run(FeedbackDesk desk) {
    Report report = Report.of("Jalan berlubang").withPlace(-6.2263, 106.8583);
    desk.receive(channel.key("m-0"), report);
    desk.poll();
    desk.poll();
    Complaint seen = desk.list(null, 1).get(0);
    if (seen.status() == Status.RECEIVED) {
      desk.change(seen, new Command.Resolve("Sudah", List.of()), Actor.officer("officer-7"));
    }
    desk.deliver(10);
  }

  private int stepsWithoutFault() {
    Faulty counting = new Faulty(new MemoryStore(), Integer.MAX_VALUE);
    run(deskOn(counting));
    return counting.steps;
  }

  @Test
  void after_a_fault_at_any_call_a_repetition_stores_everything_exactly_once() {
    channel.pages.add(List.of(channel.message("m-1", "Satu"), channel.message("m-2", "Dua")));
    channel.pages.add(List.of(channel.message("m-3", "Tiga"), channel.message("m-1", "Satu")));
    int steps = stepsWithoutFault();
    assertThat(steps).as("the run reaches every kind of call").isGreaterThan(30);

    for (int faultAt = 1; faultAt <= steps; faultAt++) {
      channel.sent.clear();
      ComplaintStore keeper = new MemoryStore();
      boolean failed = false;
      try {
        run(deskOn(new Faulty(keeper, faultAt)));
      } catch (StoreException e) {
        failed = true;
      }
      assertThat(failed).as("the fault at step %s reaches the caller", faultAt).isTrue();

      clock.move(Duration.ofMinutes(5));
      run(deskOn(keeper));

      assertEverythingOnce(keeper, "a fault at step " + faultAt);
    }
  }

  private void assertEverythingOnce(ComplaintStore keeper, String after) {
    assertThat(texts(keeper))
        .as(after)
        .containsExactlyInAnyOrder("Jalan berlubang", "Satu", "Dua", "Tiga");
    assertThat(keeper.findCursor(channel.account())).as(after).contains(new Cursor("2"));
    assertThat(keeper.countLeftOut()).as(after).isZero();
    assertThat(keeper.list(null, 1).get(0).status()).as(after).isEqualTo(Status.RESOLVED);
    assertThat(keeper.countReplies()).as(after).isEqualTo(Map.of(OutboxState.SENT, 5L));
    assertThat(channel.sent.stream().map(Reply::id).distinct()).as(after).hasSize(5);
  }
}
