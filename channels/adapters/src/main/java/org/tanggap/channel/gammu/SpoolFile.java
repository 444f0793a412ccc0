package org.tanggap.channel.gammu;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One file of the spool: {@code NAME=value} pairs, each with a zero byte behind it, the last one
 * {@code END=}. A file without it was cut off.
 *
 * @param environment the variables
 * @param ids the ids of the message
 * @param receivedAt when SMSD ran the script
 */
record SpoolFile(Map<String, String> environment, List<String> ids, Instant receivedAt) {

  private static final int MAX_PAIRS = 2_000;

  /**
   * Reads a file. Bytes that are nothing in the charset become U+FFFD.
   *
   * @param content the bytes
   * @param charset SMSD's, from its locale
   * @param otherwise the time if the file names none
   * @return the file, or nothing if it is none or was cut off
   */
  static Optional<SpoolFile> read(byte[] content, Charset charset, Instant otherwise) {
    String[] pairs = new String(content, charset).split("\0", MAX_PAIRS + 2);
    boolean whole =
        pairs.length >= 2
            && pairs.length <= MAX_PAIRS
            && pairs[pairs.length - 1].isEmpty()
            && pairs[pairs.length - 2].equals("END=");
    if (!whole) {
      return Optional.empty();
    }
    Map<String, String> environment = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = pair.substring(0, Math.max(equals, 0));
      if (name.equals("ID")) {
        ids.add(pair.substring(equals + 1));
      } else if (equals > 0) {
        environment.put(name, pair.substring(equals + 1));
      }
    }
    return Optional.of(
        new SpoolFile(environment, ids, time(environment.get("RECEIVED"), otherwise)));
  }

  private static Instant time(@Nullable String text, Instant otherwise) {
    try {
      return text == null ? otherwise : Instant.parse(text);
    } catch (DateTimeException e) {
      return otherwise;
    }
  }

  /** Never shows the words. */
  @Override
  public String toString() {
    return "SpoolFile[" + environment.size() + " variables]";
  }
}
