package org.tanggap.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;

/** Tells a repetition from another message: SHA-256 of what was sent, without the identity. */
final class ContentDigest {

  private ContentDigest() {}

  static String of(Report report) {
    StringBuilder content = new StringBuilder(report.text());
    add(content, report.category() == null ? "" : report.category().code());
    add(content, report.sentAt() == null ? "" : report.sentAt().toString());
    add(content, place(report.location()));
    for (Photo photo : report.photos()) {
      add(content, photo.reference());
    }
    return HexFormat.of()
        .formatHex(sha256().digest(content.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static void add(StringBuilder content, String part) {
    content.append('\u0000').append(part);
  }

  private static String place(LocationEvidence evidence) {
    if (evidence instanceof LocationEvidence.Point point) {
      return coordinates(point.position()) + "~" + point.accuracyMetres();
    } else if (evidence instanceof LocationEvidence.Box box) {
      return coordinates(box.southWest()) + ".." + coordinates(box.northEast());
    } else if (evidence instanceof LocationEvidence.Circle circle) {
      return coordinates(circle.middle()) + "o" + circle.radiusMetres();
    } else if (evidence instanceof LocationEvidence.Described described) {
      return described.text();
    } else if (evidence instanceof LocationEvidence.Unusable unusable) {
      return unusable.problem().name();
    }
    return "";
  }

  private static String coordinates(Position position) {
    return position.latitude() + "," + position.longitude();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
