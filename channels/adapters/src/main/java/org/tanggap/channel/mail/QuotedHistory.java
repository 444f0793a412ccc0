package org.tanggap.channel.mail;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts off what an answer quotes and the signature, at clear marks only. Where the writer may have
 * written below or between the quotes, or nothing would be left, everything stays.
 */
final class QuotedHistory {

  private static final Pattern ORIGINAL =
      Pattern.compile("-{2,}\\s*(?:Original Message|Pesan Asli|Pesan Asal)\\s*-{2,}");

  /** With a year or a time of day: a citizen may write "On Monday my neighbour wrote:" as well. */
  private static final Pattern WROTE =
      Pattern.compile(
          "(?:On|Pada)\\s(?=.*(?:20[0-9]{2}|[0-9]{1,2}[:.][0-9]{2})).{4,300}(?:wrote|menulis):");

  private static final Pattern FROM = Pattern.compile("\\*?(?:From|Dari):.*");
  private static final List<Pattern> HEADER =
      List.of(
          Pattern.compile("\\*?(?:Sent|Date|Dikirim|Tanggal):.*"),
          Pattern.compile("\\*?(?:To|Kepada):.*"),
          Pattern.compile("\\*?(?:Subject|Subjek|Perihal):.*"));

  private static final int SIGNATURE_LINES = 12;
  private static final int LOOKED_AT = 20_000;

  private QuotedHistory() {}

  static String cutOff(String text) {
    String[] lines = text.split("\n", LOOKED_AT);
    for (int i = 0; i < lines.length; i++) {
      int end = endOfMark(lines, i);
      if (end > 0) {
        int from = i > 0 && lines[i - 1].matches("_{5,}\\s*") ? i - 1 : i;
        return isAnsweredBelow(lines, end) ? text : written(lines, from, text);
      }
    }
    return text;
  }

  /** Without the signature below "-- " (RFC 3676, 4.3), if it is no longer than one. */
  static String withoutSignature(String text) {
    String[] lines = text.split("\n", LOOKED_AT);
    for (int i = lines.length - 1; i >= 0 && i >= lines.length - 1 - SIGNATURE_LINES; i--) {
      if (lines[i].equals("-- ")) {
        return written(lines, i, text);
      }
    }
    return text;
  }

  private static String written(String[] lines, int end, String otherwise) {
    String kept = String.join("\n", Arrays.copyOf(lines, end));
    return kept.isBlank() ? otherwise : kept;
  }

  /** The line behind a mark that begins at a line, or 0 if none begins there. */
  private static int endOfMark(String[] lines, int i) {
    String line = lines[i].strip();
    if (ORIGINAL.matcher(line).matches() || isHeader(lines, i)) {
      return i + 1;
    }
    StringBuilder joined = new StringBuilder();
    boolean begins = line.startsWith("On ") || line.startsWith("Pada ");
    for (int k = i; begins && k < Math.min(i + 3, lines.length) && !lines[k].isBlank(); k++) {
      joined.append(k > i ? " " : "").append(lines[k].strip());
      if (joined.length() < 400 && WROTE.matcher(joined).matches()) {
        return k + 1;
      }
    }
    return 0;
  }

  /** The block in which Outlook repeats the fields of the mail that is answered. */
  private static boolean isHeader(String[] lines, int i) {
    if (!FROM.matcher(lines[i].strip()).matches()) {
      return false;
    }
    List<String> next = Arrays.asList(lines).subList(i + 1, Math.min(i + 7, lines.length));
    return HEADER.stream()
        .allMatch(field -> next.stream().anyMatch(line -> field.matcher(line.strip()).matches()));
  }

  private static boolean isAnsweredBelow(String[] lines, int from) {
    boolean quoted = false;
    for (int i = from; i < lines.length; i++) {
      if (lines[i].startsWith(">")) {
        quoted = true;
      } else if (quoted && !lines[i].isBlank()) {
        return true;
      }
    }
    return false;
  }
}
