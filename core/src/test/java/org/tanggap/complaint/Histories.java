package org.tanggap.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;

/** Complaints in every status, for tests of every package. */
public final class Histories {

  public static final Instant RECEIVED_AT = Instant.parse("2026-11-21T02:15:00Z");
  public static final ComplaintId ID =
      new ComplaintId(UUID.fromString("01939e4c-0000-7000-8000-000000000001"));
  public static final Actor OFFICER = Actor.officer("officer-7");
  public static final Assignment SUDIN =
      new Assignment(new Unit("sudin-bm", "Suku Dinas Bina Marga"), "By the rule.");

  private Histories() {}

  public static Complaint received() {
    return Complaint.replay(ID, List.of(receipt(null)));
  }

  public static ComplaintEvent.Received receipt(@Nullable Instant sentAt) {
    return new ComplaintEvent.Received(
        RECEIVED_AT,
        Actor.reporter(),
        new MessageKey(AccountId.of("feed", "jakarta"), "m-1"),
        "Jalan berlubang",
        LocationEvidence.none(),
        Category.UNSORTED,
        List.of(),
        sentAt,
        null);
  }

  /** A complaint that got to the status by commands alone, one each ten minutes. */
  public static Complaint in(Status status) {
    return switch (status) {
      case RECEIVED -> received();
      case ASSIGNED -> after(received(), new Command.Assign(SUDIN));
      case IN_WORK -> after(in(Status.ASSIGNED), new Command.StartWork());
      case RESOLVED -> after(in(Status.IN_WORK), new Command.Resolve("Sudah", List.of()));
      case REJECTED -> after(in(Status.ASSIGNED), new Command.Reject("Bukan jalan kota"));
    };
  }

  /** The complaint after an allowed command, ten minutes after its last event. */
  public static Complaint after(Complaint complaint, Command command) {
    Instant last = complaint.history().get(complaint.version() - 1).at();
    return after(complaint, command, last.plusSeconds(600));
  }

  /** The complaint after an allowed command at a given time. */
  public static Complaint after(Complaint complaint, Command command, Instant at) {
    if (Lifecycle.decide(complaint, command, OFFICER, at)
        instanceof Lifecycle.Decision.Allowed allowed) {
      return complaint.after(allowed.event());
    }
    throw new AssertionError(complaint + " does not allow " + command);
  }
}
