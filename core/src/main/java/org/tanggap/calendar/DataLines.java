package org.tanggap.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Lines of fields with semicolons between, and what is wrong with them. */
final class DataLines {

  static final int MAX_BYTES = 1 << 20;
  static final int MAX_LINES = 10_000;
  static final int MAX_FAULTS = 100;

  private final String name;
  private final List<String> faults = new ArrayList<>();
  private int line;
  private int unlisted;

  private DataLines(String name) {
    this.name = name;
  }

  /**
   * Hands every line that is neither empty nor a comment to the consumer.
   *
   * @throws InvalidHolidaysException if a fault was found, here or by the consumer
   */
  static void read(InputStream in, String name, BiConsumer<DataLines, List<String>> consumer) {
    DataLines lines = new DataLines(name);
    for (String text : lines.text(in).lines().limit(MAX_LINES + 1L).toList()) {
      if (++lines.line > MAX_LINES) {
        lines.fault("more than " + MAX_LINES + " lines");
      } else if (!text.isBlank() && !text.startsWith("#")) {
        consumer.accept(lines, Arrays.stream(text.split(";", -1)).map(String::strip).toList());
      }
    }
    lines.finish();
  }

  void fault(String what) {
    if (faults.size() < MAX_FAULTS) {
      faults.add("line " + line + ": " + what);
    } else {
      unlisted++;
    }
  }

  Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      fault("\"" + shortened(text) + "\" is no date such as 2026-08-17");
      return Optional.empty();
    }
  }

  static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private String text(InputStream in) {
    try {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new InvalidHolidaysException(name, List.of("more than " + MAX_BYTES + " bytes"));
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidHolidaysException(name, List.of("no text in UTF-8"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private void finish() {
    if (unlisted > 0) {
      faults.add("and " + unlisted + " more");
    }
    if (!faults.isEmpty()) {
      throw new InvalidHolidaysException(name, faults);
    }
  }
}
