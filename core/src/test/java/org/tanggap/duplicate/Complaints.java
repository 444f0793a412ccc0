package org.tanggap.duplicate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.responsibility.Category;

/** Complaints to compare, each the one before with one thing changed. */
record Complaints(
    int number, String text, LocationEvidence location, Category category, Instant opened) {

  static final Category POTHOLE = Category.of("road.pothole");
  static final Category ROAD = Category.of("road");
  static final Category FLOOD = Category.of("flood");
  static final Instant NOON = Instant.parse("2017-02-21T05:00:00Z");
  static final Position TEBET = Position.of(-6.2263, 106.8583);

  /** A pothole in Tebet, known to the metre. */
  static Complaints pothole(int number) {
    return new Complaints(number, "Jalan berlubang", point(TEBET, null), POTHOLE, NOON);
  }

  /** A point of any accuracy. */
  static LocationEvidence point(Position position, @Nullable Double accuracyMetres) {
    return new LocationEvidence.Point(position, LocationEvidence.Source.DEVICE_GPS, accuracyMetres);
  }

  /** So far north of Tebet, to less than a millimetre. */
  static Position north(double metres) {
    return Position.of(TEBET.latitude() + Math.toDegrees(metres / 6_371_008.8), TEBET.longitude());
  }

  Complaints saying(String words) {
    return new Complaints(number, words, location, category, opened);
  }

  Complaints at(LocationEvidence place) {
    return new Complaints(number, text, place, category, opened);
  }

  Complaints at(Position position) {
    return at(point(position, null));
  }

  Complaints about(Category other) {
    return new Complaints(number, text, location, other, opened);
  }

  Complaints opened(Instant instant) {
    return new Complaints(number, text, location, category, instant);
  }

  ComplaintId id() {
    return new ComplaintId(new UUID(0x01939e4c00007000L, number));
  }

  Complaint made() {
    return Complaint.replay(
        id(),
        List.of(
            new ComplaintEvent.Received(
                opened,
                Actor.reporter(),
                new MessageKey(AccountId.of("feed", "jakarta"), "m-" + number),
                text,
                location,
                category,
                List.of(),
                null,
                null,
                null)));
  }
}
