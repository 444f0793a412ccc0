package org.tanggap.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.SentReply;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.ReporterId;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.responsibility.Category;
import org.tanggap.store.Commit;
import org.tanggap.store.DeliveryOutcome;
import org.tanggap.store.KnownMessage;
import org.tanggap.store.KnownReporter;
import org.tanggap.store.LeftOut;
import org.tanggap.store.NewReply;
import org.tanggap.store.ReporterHandle;
import org.tanggap.store.Watch;

/** Numbered complaints, messages and replies; the same number is always the same thing. */
final class SampleComplaints {

  /** A time on a whole millisecond, the precision that every store keeps. */
  static final Instant NOW = Instant.parse("2026-11-21T02:15:00.123Z");

  static final AccountId ACCOUNT = AccountId.of("contract", "@desk:one");
  static final Cursor CURSOR = new Cursor("{\"offset\": 17}");
  static final Actor OFFICER = Actor.officer("officer-7");

  static final ComplaintEvent WORK = new ComplaintEvent.WorkStarted(NOW, OFFICER);

  /** A delivery for which the vendor gives no id. */
  static final DeliveryOutcome SENT = new DeliveryOutcome.Sent(SentReply.WITHOUT_ID);

  private SampleComplaints() {}

  /** The id of a complaint; a larger number is a later complaint. */
  static ComplaintId id(int number) {
    return new ComplaintId(uuid(number));
  }

  static UUID uuid(int number) {
    return new UUID((0x01939E4C0000L + number) << 16 | 0x7000, Long.MIN_VALUE | number);
  }

  static int numberOf(UUID id) {
    return (int) ((id.getMostSignificantBits() >>> 16) - 0x01939E4C0000L);
  }

  /** An account for each number, the first of them {@link #ACCOUNT}. */
  static AccountId account(int number) {
    return number == 1 ? ACCOUNT : AccountId.of("contract", "@desk:" + number);
  }

  static MessageKey key(int number) {
    return new MessageKey(ACCOUNT, "m-" + number);
  }

  static KnownMessage taken(int complaint) {
    return new KnownMessage(
        id(complaint), "digest-" + complaint, NOW.minusSeconds(60), "utas <" + complaint + ">");
  }

  static ReporterId reporterId(int number) {
    return new ReporterId(uuid(number));
  }

  static Reporter reporter(int number) {
    return new Reporter("+62-" + number, number % 2 == 0 ? null : "Nama \u00e9 " + number);
  }

  static KnownReporter person(int number) {
    return new KnownReporter(reporterId(number), "contract", reporter(number));
  }

  static ReporterHandle handle(int number) {
    return new ReporterHandle("contract", reporter(number).handle());
  }

  static LeftOut leftOut(String where, Instant at) {
    return new LeftOut(ACCOUNT, where, "no JSON: \"quoted\"", at);
  }

  static ChannelMessage.NeedsFetch announced(int number) {
    return new ChannelMessage.NeedsFetch(
        new MessageKey(ACCOUNT, "announced-" + number), "surat \uD83D\uDCE7 " + number);
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
    return receipt(number, point(-6.2263, 106.8583), "road.pothole");
  }

  private static ComplaintEvent receipt(int number, LocationEvidence place, String category) {
    return new ComplaintEvent.Received(
        NOW,
        Actor.reporter(),
        key(number),
        "Jalan 'berlubang' \"dalam\"\n; \u0000 \uD83D\uDE00 " + number,
        place,
        Category.of(category),
        List.of(Photo.of("https://example.org/" + number)),
        NOW.minusSeconds(60),
        reporterId(number),
        Discretion.NONE);
  }

  /** A complaint as it was received, and what happened to it then. */
  static Complaint complaint(int number, ComplaintEvent... then) {
    List<ComplaintEvent> events = new ArrayList<>(List.of(receipt(number)));
    events.addAll(List.of(then));
    return Complaint.replay(id(number), events);
  }

  /** A complaint about something at a place. */
  static Complaint complaint(int number, LocationEvidence place, String category) {
    return Complaint.replay(id(number), List.of(receipt(number, place, category)));
  }

  static LocationEvidence point(double latitude, double longitude) {
    return new LocationEvidence.Point(
        Position.of(latitude, longitude), LocationEvidence.Source.DEVICE_GPS, 12.5);
  }

  /** A complaint on which work has begun so often that it has that many events. */
  static Complaint worked(int number, int version) {
    return complaint(number, Collections.nCopies(version - 1, WORK).toArray(new ComplaintEvent[0]));
  }

  static Complaint withLongHistory(int number) {
    return Complaint.replay(id(number), EveryEvent.history(number));
  }

  /** A new complaint with its message, as the intake of one report writes it. */
  static Commit newComplaint(int number) {
    return new Commit()
        .message(key(number), taken(number))
        .append(complaint(number), 0, Watch.NONE);
  }

  /** A commit with something of every kind. */
  static Commit everything(int number) {
    return newComplaint(number)
        .reporter(person(number))
        .reply(reply(number, NOW, reporterId(number)))
        .leftOut(leftOut("line " + number, NOW))
        .fetch(announced(number))
        .cursor(account(number), null, CURSOR);
  }
}
