package org.tanggap.audience;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.Follower;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Priority;
import org.tanggap.complaint.ReporterId;
import org.tanggap.complaint.Status;
import org.tanggap.jurisdiction.Jakarta;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;

/** Complaints that hold a canary wherever somebody could be found by it. */
final class Stories {

  static final Instant START = Instant.parse("2026-11-21T02:15:00Z");
  static final ComplaintId ID = id(1);
  static final ComplaintId OTHER = id(2);
  static final ReporterId REPORTER = new ReporterId(new UUID(0xCA, 0xCA));
  static final ReporterId FOLLOWER = new ReporterId(new UUID(0xCA, 0xCB));
  static final Position HOME = Position.of(-6.22631, 106.85834);
  static final LocationEvidence PIN =
      new LocationEvidence.Point(HOME, LocationEvidence.Source.SHARED_PIN, null);

  static final Actor CITIZEN = new Actor(Actor.Kind.REPORTER, "canary-citizen");
  static final Actor NEIGHBOUR = new Actor(Actor.Kind.FOLLOWER, "canary-neighbour");
  static final Actor OFFICER = Actor.officer("canary-officer");
  static final Actor SYSTEM = Actor.system();

  static final Assignment SUDIN = to("Suku Dinas Bina Marga");
  static final Assignment DINAS = to("Dinas Sumber Daya Air");
  static final Assignment LURAH = to("Lurah Tebet Timur");
  static final Photo HOLE = new Photo("canary-key/hole.jpg", START, HOME);
  static final Photo REPAIR =
      new Photo("canary-key/repair.jpg", START.plusSeconds(60), Position.of(-6.2263, 106.8584));

  private Stories() {}

  private static ComplaintId id(long number) {
    return new ComplaintId(new UUID(0x01939e4c00007000L, 0x8000000000000000L | number));
  }

  private static Assignment to(String name) {
    String id = name.replace(' ', '-');
    return new Assignment(new Unit(id, name), "canary-because");
  }

  static ComplaintEvent.Received receipt(Discretion discretion, LocationEvidence place) {
    return new ComplaintEvent.Received(
        START,
        CITIZEN,
        new MessageKey(AccountId.of("x", "@PoskoDPUDKI"), "canary-message"),
        "Jalan berlubang",
        place,
        Category.of("road.pothole"),
        List.of(HOLE),
        null,
        REPORTER,
        discretion);
  }

  static Complaint received(Discretion discretion, ComplaintEvent... later) {
    return received(receipt(discretion, PIN), later);
  }

  static Complaint received(ComplaintEvent.Received first, ComplaintEvent... later) {
    List<ComplaintEvent> history = new ArrayList<>(List.of(first));
    history.addAll(Arrays.asList(later));
    return Complaint.replay(ID, history);
  }

  /** Every kind of event, in an order that could have been, each a minute after the other. */
  static Complaint everything(Discretion discretion) {
    return received(
        discretion,
        routed(),
        new ComplaintEvent.Verified(minute(2), OFFICER),
        assigned(3),
        forwarded(4),
        new ComplaintEvent.Referred(minute(5), OFFICER, LURAH, "canary-referring"),
        new ComplaintEvent.WorkStarted(minute(6), OFFICER),
        new ComplaintEvent.ReporterAsked(minute(7), OFFICER, "canary-question"),
        new ComplaintEvent.MessageAdded(
            minute(8), CITIZEN, message(), "canary-house-number", List.of(HOLE)),
        new ComplaintEvent.Claimed(minute(8), OFFICER, minute(60)),
        new ComplaintEvent.Released(minute(8), OFFICER),
        new ComplaintEvent.MessageDeleted(
            minute(8), CITIZEN, new MessageKey(message().account(), "m-gone")),
        new ComplaintEvent.Answered(minute(9), OFFICER, "Kami periksa"),
        new ComplaintEvent.Noted(minute(10), OFFICER, "canary-note"),
        scheduled(11),
        resolved(12, "canary-unchecked", true),
        new ComplaintEvent.CheckFailed(minute(13), OFFICER, "canary-failing"),
        resolved(14, "Sudah ditambal", true),
        new ComplaintEvent.CheckPassed(minute(15), OFFICER),
        new ComplaintEvent.Disputed(minute(16), NEIGHBOUR, "Masih berlubang"),
        new ComplaintEvent.Rejected(minute(17), OFFICER, "Bukan jalan kota"),
        new ComplaintEvent.Reopened(minute(18), OFFICER, "canary-reopening"),
        new ComplaintEvent.Clarified(minute(19), OFFICER, "Jalan itu sudah diperbaiki"),
        new ComplaintEvent.Confirmed(minute(20), CITIZEN),
        new ComplaintEvent.Closed(minute(21), SYSTEM),
        new ComplaintEvent.Absorbed(minute(22), OFFICER, OTHER, List.of(follower())),
        new ComplaintEvent.Followed(
            minute(23), NEIGHBOUR, new Follower(message(), new ReporterId(new UUID(0xCA, 1)))),
        new ComplaintEvent.PriorityChanged(minute(24), OFFICER, Priority.URGENT, "canary-priority"),
        new ComplaintEvent.CategoryChanged(
            minute(25), OFFICER, Category.of("road"), "canary-category"),
        new ComplaintEvent.Alerted(minute(26), SYSTEM, "resolution", "75%", "canary-camat"),
        merged(27));
  }

  static Complaint in(Status status) {
    return switch (status) {
      case RECEIVED -> with();
      case VERIFIED -> with(new ComplaintEvent.Verified(minute(2), OFFICER));
      case ASSIGNED -> with(assigned(3));
      case FORWARDED -> with(assigned(3), forwarded(4));
      case REFERRED ->
          with(
              assigned(3),
              new ComplaintEvent.Referred(minute(4), OFFICER, LURAH, "canary-referring"));
      case IN_WORK -> with(assigned(3), new ComplaintEvent.WorkStarted(minute(4), OFFICER));
      case WAITING_FOR_REPORTER ->
          with(assigned(3), new ComplaintEvent.ReporterAsked(minute(4), OFFICER, "canary"));
      case SCHEDULED -> with(assigned(3), scheduled(4));
      case CHECKING -> with(assigned(3), resolved(4, "Sudah", true));
      case RESOLVED -> with(assigned(3), resolved(4, "Sudah", false));
      case DISPUTED ->
          with(
              assigned(3),
              resolved(4, "Sudah", false),
              new ComplaintEvent.Disputed(minute(5), CITIZEN, "Belum"));
      case REJECTED -> with(new ComplaintEvent.Rejected(minute(4), OFFICER, "Bukan jalan kota"));
      case CLARIFIED -> with(new ComplaintEvent.Clarified(minute(4), OFFICER, "Tidak benar"));
      case CLOSED ->
          with(
              assigned(3),
              resolved(4, "Sudah", false),
              new ComplaintEvent.Closed(minute(5), SYSTEM));
      case MERGED -> with(merged(4));
    };
  }

  static Complaint with(ComplaintEvent... later) {
    return received(Discretion.NONE, later);
  }

  static ComplaintEvent routed() {
    return new ComplaintEvent.Routed(minute(1), SYSTEM, Jakarta.routed(Jakarta.TEBET_TIMUR));
  }

  static ComplaintEvent assigned(int minute) {
    return new ComplaintEvent.Assigned(minute(minute), SYSTEM, SUDIN);
  }

  static ComplaintEvent forwarded(int minute) {
    return new ComplaintEvent.Forwarded(
        minute(minute), OFFICER, DINAS, Handover.NOT_OURS, "canary-forwarding");
  }

  static ComplaintEvent scheduled(int minute) {
    return new ComplaintEvent.Scheduled(
        minute(minute), OFFICER, LocalDate.of(2027, 5, 3), "Masuk anggaran 2027");
  }

  static ComplaintEvent resolved(int minute, String text, boolean toBeChecked) {
    return new ComplaintEvent.Resolved(minute(minute), OFFICER, text, List.of(REPAIR), toBeChecked);
  }

  static ComplaintEvent merged(int minute) {
    return new ComplaintEvent.Merged(minute(minute), OFFICER, OTHER, "Sudah dilaporkan");
  }

  static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }

  static Follower follower() {
    return new Follower(message(), FOLLOWER);
  }

  private static MessageKey message() {
    return new MessageKey(AccountId.of("sms", "canary-account"), "canary-message");
  }

  /** Everything a record holds, however deep, as text, past every toString. */
  static String spelledOut(Object value) {
    try {
      if (value instanceof Record) {
        StringBuilder text = new StringBuilder();
        for (var component : value.getClass().getRecordComponents()) {
          Object held = component.getAccessor().invoke(value);
          text.append(held == null ? "" : spelledOut(held)).append('\n');
        }
        return text.toString();
      } else if (value instanceof Iterable<?> several) {
        StringBuilder text = new StringBuilder();
        several.forEach(it -> text.append(spelledOut(it)).append('\n'));
        return text.toString();
      }
      return value.toString();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
