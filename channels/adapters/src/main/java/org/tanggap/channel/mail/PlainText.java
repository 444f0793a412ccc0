package org.tanggap.channel.mail;

import java.util.ArrayList;
import java.util.List;

/** The words of a {@code text/plain} part. */
final class PlainText {

  private PlainText() {}

  static String of(String text, MediaType type) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    return type.has("format", "flowed") ? unwrapped(lines, type.has("delsp", "yes")) : lines;
  }

  /** Joins the lines that were only wrapped for the way (RFC 3676, 4). */
  private static String unwrapped(String text, boolean dropSpace) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    int depth = -1;
    for (String line : text.split("\n", -1)) {
      int quotes = quotes(line);
      String words = line.substring(quotes);
      words = words.startsWith(" ") ? words.substring(1) : words;
      boolean signature = words.equals("-- ");
      if (depth >= 0 && (quotes != depth || signature)) {
        paragraphs.add(paragraph.toString());
        depth = -1;
      }
      if (depth < 0) {
        paragraph = new StringBuilder(quotes == 0 ? "" : ">".repeat(quotes) + " ");
      }
      boolean flows = words.endsWith(" ") && !signature;
      paragraph.append(words, 0, flows && dropSpace ? words.length() - 1 : words.length());
      depth = flows ? quotes : -1;
      if (!flows) {
        paragraphs.add(paragraph.toString());
      }
    }
    if (depth >= 0) {
      paragraphs.add(paragraph.toString());
    }
    return String.join("\n", paragraphs);
  }

  private static int quotes(String line) {
    int quotes = 0;
    while (quotes < line.length() && line.charAt(quotes) == '>') {
      quotes++;
    }
    return quotes;
  }
}
