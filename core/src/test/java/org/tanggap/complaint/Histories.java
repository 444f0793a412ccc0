package org.tanggap.complaint;

import java.time.Instant;
import java.time.LocalDate;
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
  public static final ComplaintId OTHER_ID =
      new ComplaintId(UUID.fromString("01939e4c-0000-7000-8000-000000000002"));
  public static final Actor OFFICER = Actor.officer("officer-7");
  public static final Actor SECOND_OFFICER = Actor.officer("officer-8");
  public static final Assignment SUDIN =
      new Assignment(new Unit("sudin-bm", "Suku Dinas Bina Marga"), "By the rule.");
  public static final Assignment DINAS =
      new Assignment(new Unit("dinas-bm", "Dinas Bina Marga"), "It has the machines.");
  public static final Assignment UPT =
      new Assignment(new Unit("upt-alkal", "UPT Alat Berat"), "It has the lorries.");

  private static final Lifecycle WITH_CHECK =
      Lifecycle.builder().requireCheck(Category.UNSORTED).build();

  private Histories() {}

  public static Complaint received() {
    return Complaint.replay(ID, List.of(receipt(null)));
  }

  /** Another complaint, just received. */
  public static Complaint other() {
    return Complaint.replay(OTHER_ID, List.of(receipt(null)));
  }

  public static ComplaintEvent.Received receipt(@Nullable Instant sentAt) {
    return new ComplaintEvent.Received(
        RECEIVED_AT,
        Actor.reporter(),
        message("m-1"),
        "Jalan berlubang",
        LocationEvidence.none(),
        Category.UNSORTED,
        List.of(),
        sentAt,
        null,
        Discretion.NONE);
  }

  public static MessageKey message(String externalId) {
    return new MessageKey(AccountId.of("feed", "jakarta"), externalId);
  }

  /** A complaint that got to the status by commands alone, one each ten minutes, with a unit. */
  public static Complaint in(Status status) {
    return switch (status) {
      case RECEIVED -> received();
      case VERIFIED -> after(received(), new Command.Verify());
      case ASSIGNED -> after(received(), new Command.Assign(SUDIN));
      case FORWARDED ->
          after(
              in(Status.ASSIGNED), new Command.Forward(DINAS, Handover.NOT_OURS, "Jalan provinsi"));
      case REFERRED -> after(in(Status.FORWARDED), new Command.Refer(UPT, "Perlu alat berat"));
      default -> on(in(Status.ASSIGNED), status);
    };
  }

  /**
   * A complaint in the status that no unit ever had; for the three statuses in which a unit has it,
   * with one.
   */
  public static Complaint withoutUnit(Status status) {
    return switch (status) {
      case RECEIVED, VERIFIED, ASSIGNED, FORWARDED, REFERRED -> in(status);
      default -> on(received(), status);
    };
  }

  private static Complaint on(Complaint held, Status status) {
    return switch (status) {
      case IN_WORK -> after(held, new Command.StartWork());
      case WAITING_FOR_REPORTER -> after(on(held, Status.IN_WORK), new Command.Ask("Di mana?"));
      case SCHEDULED ->
          after(
              on(held, Status.IN_WORK),
              new Command.Schedule(LocalDate.of(2027, 3, 31), "Dianggarkan 2027"));
      case CHECKING ->
          after(
              WITH_CHECK,
              on(held, Status.IN_WORK),
              new Command.Resolve("Sudah", List.of()),
              OFFICER);
      case RESOLVED -> after(on(held, Status.IN_WORK), new Command.Resolve("Sudah", List.of()));
      case DISPUTED ->
          after(
              Lifecycle.standard(),
              on(held, Status.RESOLVED),
              new Command.Dispute("Masih berlubang"),
              Actor.reporter());
      case REJECTED -> after(held, new Command.Reject("Bukan jalan kota"));
      case CLARIFIED -> after(held, new Command.Clarify("Itu jalan tol"));
      case CLOSED ->
          after(
              Lifecycle.standard(),
              on(held, Status.RESOLVED),
              new Command.Confirm(),
              Actor.reporter());
      case MERGED -> after(held, new Command.Merge(other(), "Sudah dilaporkan"));
      default -> throw new AssertionError(status);
    };
  }

  /** The complaint after an allowed command, ten minutes after its last event. */
  public static Complaint after(Complaint complaint, Command command) {
    return after(Lifecycle.standard(), complaint, command, OFFICER);
  }

  /** The complaint after an allowed command at a given time. */
  public static Complaint after(Complaint complaint, Command command, Instant at) {
    return after(Lifecycle.standard(), complaint, command, OFFICER, at);
  }

  /** The complaint after a command that these rules allow, ten minutes after its last event. */
  public static Complaint after(Lifecycle rules, Complaint complaint, Command command, Actor by) {
    return after(rules, complaint, command, by, complaint.changed().plusSeconds(600));
  }

  /** The complaint after a command that these rules allow at a given time. */
  public static Complaint after(
      Lifecycle rules, Complaint complaint, Command command, Actor by, Instant at) {
    Decision decision = rules.decide(complaint, command, by, at);
    if (decision instanceof Decision.Allowed allowed) {
      return complaint.after(allowed.event());
    }
    throw new AssertionError(complaint + " does not allow " + command + ": " + decision);
  }
}
