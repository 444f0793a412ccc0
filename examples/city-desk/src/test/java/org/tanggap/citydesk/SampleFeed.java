package org.tanggap.citydesk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is to become of each line of the sample, read from the file itself.
 *
 * @param lines how many there are
 * @param accepted the ids of new complaints
 * @param known how many repeat a line word for word
 * @param conflicting how many use an id again for something else
 * @param leftOut how many cannot be taken
 * @param withoutPlace how many of the new ones have no usable place
 */
record SampleFeed(
    int lines,
    TreeSet<String> accepted,
    int known,
    int conflicting,
    int leftOut,
    int withoutPlace) {

  /** How many citizens of the sample come to the counter, which is no part of the feed. */
  static final int AT_THE_COUNTER = 2;

  /** How many of the reports are secret: one of those at the counter. */
  static final int SECRET = 1;

  /** How many complaints there are in all. */
  int complaints() {
    return accepted.size() + AT_THE_COUNTER;
  }

  static SampleFeed read() throws IOException {
    TreeSet<String> accepted = new TreeSet<>();
    Map<String, String> firsts = new HashMap<>();
    int known = 0;
    int conflicting = 0;
    int leftOut = 0;
    int withoutPlace = 0;
    List<String> lines = text().lines().toList();
    for (String line : lines) {
      JsonNode report = parse(line);
      String id = report.path("id").asString("");
      if (!report.isObject() || report.path("text").asString("").isBlank()) {
        leftOut++;
      } else if (firsts.putIfAbsent(id, line) == null) {
        accepted.add(id);
        withoutPlace += hasPlace(report) ? 0 : 1;
      } else if (line.equals(firsts.get(id))) {
        known++;
      } else {
        conflicting++;
      }
    }
    return new SampleFeed(lines.size(), accepted, known, conflicting, leftOut, withoutPlace);
  }

  static String text() throws IOException {
    try (InputStream in = DeskRun.class.getResourceAsStream("sample/laporan-warga.ndjson")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JsonMapper.shared().readTree(line);
    } catch (JacksonException e) {
      return JsonMapper.shared().missingNode();
    }
  }

  private static boolean hasPlace(JsonNode report) {
    double lat = report.path("lat").asDouble(0);
    double lon = report.path("lon").asDouble(0);
    return (lat != 0 || lon != 0) && Math.abs(lat) <= 90;
  }

  /** The line of the report for the first run. */
  String thisRun() {
    return "This run: "
        + accepted.size()
        + " new, "
        + known
        + " known already, "
        + conflicting
        + " in conflict, 0 ignored, "
        + leftOut
        + " left out.";
  }
}
