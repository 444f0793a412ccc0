package org.tanggap.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.jurisdiction.LocationEvidence;

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
    return evidence instanceof LocationEvidence.Described described
        ? described.text()
        : evidence.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
