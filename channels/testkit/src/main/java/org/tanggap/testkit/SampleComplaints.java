package org.tanggap.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.ReporterId;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;
import org.tanggap.store.Commit;
import org.tanggap.store.KnownMessage;
import org.tanggap.store.LeftOut;
import org.tanggap.store.NewReply;

/** Numbered complaints, messages and replies; the same number is always the same thing. */
final class SampleComplaints {

  /** A time on a whole millisecond, the precision that every store keeps. */
  static final Instant NOW = Instant.parse("2026-11-21T02:15:00.123Z");

  static final AccountId ACCOUNT = AccountId.of("contract", "@desk:one");
  static final Cursor CURSOR = new Cursor("{\"offset\": 17}");
  static final Actor OFFICER = Actor.officer("officer-7");

  private SampleComplaints() {}

  /** The id of a complaint; a larger number is a later complaint. */
  static ComplaintId id(int number) {
    return new ComplaintId(uuid(number));
  }

  static UUID uuid(int number) {
    return new UUID((0x01939E4C0000L + number) << 16 | 0x7000, Long.MIN_VALUE | number);
  }

  static MessageKey key(int number) {
    return new MessageKey(ACCOUNT, "m-" + number);
  }

  static KnownMessage taken(int complaint) {
    return new KnownMessage(id(complaint), "digest-" + complaint);
  }

  static ReporterId reporterId(int number) {
    return new ReporterId(uuid(number));
  }

  static Reporter reporter(int number) {
    return new Reporter("+62-" + number, number % 2 == 0 ? null : "Nama \u00e9 " + number);
  }

  static LeftOut leftOut(String where, Instant at) {
    return new LeftOut(ACCOUNT, where, "no JSON: \"quoted\"", at);
  }

  static NewReply reply(int number, Instant due) {
    return reply(number, due, null);
  }

  static NewReply reply(int number, Instant due, @Nullable ReporterId reporter) {
    return new NewReply(
        uuid(number),
        id(number),
        key(number),
        reporter,
        "Terima kasih \uD83D\uDE4F " + number,
        due);
  }

  static ComplaintEvent receipt(int number) {
    return new ComplaintEvent.Received(
        NOW,
        Actor.reporter(),
        key(number),
        "Jalan 'berlubang' \"dalam\"\n; \uD83D\uDE00 " + number,
        new LocationEvidence.Point(
            Position.of(-6.2263, 106.8583), LocationEvidence.Source.DEVICE_GPS, 12.5),
        Category.of("road.pothole"),
        List.of(Photo.of("https://example.org/" + number)),
        NOW.minusSeconds(60),
        reporterId(number));
  }

  /** One event of every kind, in an order that may happen. */
  static List<ComplaintEvent> longHistory(int number) {
    Jurisdiction place =
        new Jurisdiction(
            List.of(
                new Area("31.74.01.1002", "Tebet Timur", AreaLevel.KELURAHAN),
                new Area("31.74", "Kota Jakarta Selatan", AreaLevel.CITY)));
    Unit unit = new Unit("sudin-bm", "Suku Dinas Bina Marga");
    List<ComplaintEvent> events = new ArrayList<>();
    events.add(receipt(number));
    events.add(
        new ComplaintEvent.Routed(
            NOW, Actor.system(), new Routing.Routed(place, Double.NaN, "v1", List.of(), Set.of())));
    events.add(
        new ComplaintEvent.Assigned(NOW, Actor.system(), new Assignment(unit, "By the rule.")));
    events.add(new ComplaintEvent.WorkStarted(NOW, OFFICER));
    events.add(new ComplaintEvent.Answered(NOW, OFFICER, "Kami periksa"));
    events.add(new ComplaintEvent.Resolved(NOW, OFFICER, "Sudah", List.of(Photo.of("a.jpg"))));
    events.add(new ComplaintEvent.Reopened(NOW, Actor.reporter(), "Belum"));
    events.add(new ComplaintEvent.Rejected(NOW, OFFICER, "Bukan jalan kota"));
    return events;
  }

  /** A new complaint with its message, as the intake of one report writes it. */
  static Commit newComplaint(int number) {
    return new Commit()
        .message(key(number), taken(number))
        .append(id(number), 0, List.of(receipt(number)));
  }

  /** A commit with something of every kind. */
  static Commit everything(int number) {
    return newComplaint(number)
        .reporter(reporterId(number), reporter(number))
        .reply(reply(number, NOW, reporterId(number)))
        .leftOut(leftOut("line " + number, NOW))
        .cursor(ACCOUNT, CURSOR);
  }
}
