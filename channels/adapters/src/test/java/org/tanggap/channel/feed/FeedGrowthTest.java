package org.tanggap.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.channel.feed.Feeds.append;
import static org.tanggap.channel.feed.Feeds.fresh;
import static org.tanggap.channel.feed.Feeds.reading;
import static org.tanggap.channel.feed.Feeds.settle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.responsibility.Category;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random records, written in pieces that end anywhere, read in between with pages of any size, some
 * of them twice: in the end each record has come once and as it was written.
 */
class FeedGrowthTest {

  private static final List<String> PIECES =
      List.of(
          "banjir",
          " ",
          "\"",
          "\"\"",
          ",",
          ";",
          "\n",
          "\r\n",
          "\n\n",
          "'",
          "🌊",
          "🇮🇩",
          "é",
          "水",
          "\\",
          "\\n",
          "{",
          "}",
          "[",
          "\t",
          "id,text",
          "\n7,palsu,\n",
          "#",
          "\u2028",
          "\u00A0",
          "\uFEFF",
          "İı",
          "=1+1");

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 150);
  }

  private static String words(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(4) == 0 ? 0 : random.nextInt(12);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    // The feed takes fields without the blanks around them.
    return text.toString().strip();
  }

  private static ChannelMessage.NewReport message(SplittableRandom random, int number) {
    LocationEvidence place =
        random.nextInt(3) == 0
            ? LocationEvidence.none()
            : LocationEvidence.coordinates(
                random.nextInt(-200, 201) / 2.0,
                random.nextInt(-200, 201) / 2.0,
                LocationEvidence.Source.DEVICE_GPS,
                random.nextBoolean() ? random.nextInt(100) + 0.5 : null);
    Instant sentAt =
        random.nextInt(3) == 0
            ? null
            : Instant.ofEpochSecond(random.nextInt(2_000_000_000), random.nextInt(1_000_000_000));
    String handle = words(random);
    String photo = words(random);
    return new ChannelMessage.NewReport(
        new MessageKey(Feeds.ACCOUNT, "n" + number + words(random).replaceAll("\\p{Cntrl}", "")),
        new Report(
            words(random),
            place,
            random.nextBoolean() ? Category.of("road.pothole") : null,
            photo.isEmpty() ? List.of() : List.of(Photo.of(photo)),
            sentAt,
            handle.isEmpty() ? null : new Reporter(handle, null)));
  }

  /** The values of a message as numbers and texts, in any order of the columns. */
  private static Map<String, @Nullable Object> values(
      ChannelMessage.NewReport message, List<Double> place, @Nullable Double accuracy) {
    Report report = message.report();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("id", message.key().externalId());
    values.put("text", report.text());
    values.put("lat", place.isEmpty() ? null : place.get(0));
    values.put("lon", place.isEmpty() ? null : place.get(1));
    values.put("accuracy_m", accuracy);
    values.put("created_at", report.sentAt() == null ? null : time(report.sentAt()));
    values.put("category", report.category() == null ? null : report.category().code());
    values.put("photo", report.photos().isEmpty() ? null : report.photos().get(0).reference());
    values.put("reporter", report.reporter() == null ? null : report.reporter().handle());
    values.put("unknown", "x,\"y\"\nz");
    return values;
  }

  private static String time(Instant instant) {
    return instant.getEpochSecond() % 2 == 0
        ? instant.toString()
        : instant.atZone(Feeds.JAKARTA).toLocalDateTime().toString();
  }

  private static String csvRecord(
      SplittableRandom random, List<String> columns, Map<String, @Nullable Object> values) {
    return columns.stream()
        .map(column -> values.get(column) == null ? "" : String.valueOf(values.get(column)))
        .map(
            value ->
                random.nextInt(4) == 0 || value.chars().anyMatch(c -> "\",\r\n".indexOf(c) >= 0)
                    ? "\"" + value.replace("\"", "\"\"") + "\""
                    : value)
        .collect(Collectors.joining(","));
  }

  private static String jsonRecord(List<String> columns, Map<String, @Nullable Object> values) {
    ObjectNode record = JsonMapper.shared().createObjectNode();
    for (String column : columns) {
      Object value = values.get(column);
      if (value instanceof Double number) {
        record.put(column, number);
      } else {
        record.put(column, (String) value);
      }
    }
    return record.toString();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyRecordComesExactlyOnceAndAsItWasWritten(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    boolean csv = random.nextBoolean();
    String lineBreak = random.nextBoolean() ? "\n" : "\r\n";
    List<String> columns =
        new ArrayList<>(
            List.of(
                "id",
                "text",
                "lat",
                "lon",
                "accuracy_m",
                "created_at",
                "category",
                "photo",
                "reporter",
                "unknown"));
    shuffle(columns, random);

    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
    if (csv) {
      text.append(String.join(",", columns)).append(lineBreak);
    }
    List<ChannelMessage> written = new ArrayList<>();
    int records = random.nextInt(60);
    for (int i = 0; i < records; i++) {
      ChannelMessage.NewReport message = message(random, i);
      Map<String, @Nullable Object> values = valuesOf(message, random);
      written.add(message);
      text.append(csv ? csvRecord(random, columns, values) : jsonRecord(columns, values));
      text.append(i == records - 1 && random.nextBoolean() ? "" : lineBreak);
    }

    Path file = folder.resolve(csv ? "laporan.csv" : "laporan.ndjson");
    List<ChannelMessage> read = readWhileItGrows(file, bytes(text), random);
    assertThat(read).as("seed %d", seed).isEqualTo(written);
  }

  private static byte[] bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, @Nullable Object> valuesOf(
      ChannelMessage.NewReport message, SplittableRandom random) {
    LocationEvidence place = message.report().location();
    if (place instanceof LocationEvidence.Point point) {
      return values(
          message,
          List.of(point.position().latitude(), point.position().longitude()),
          point.accuracyMetres());
    } else if (place instanceof LocationEvidence.Unusable unusable) {
      return switch (unusable.problem()) {
        case ZERO_ZERO -> values(message, List.of(0.0, -0.0), null);
        case LOOKS_SWAPPED -> values(message, List.of(106.5, -6.5), null);
        case OUT_OF_RANGE -> values(message, List.of(95.0 + random.nextInt(9), 200.0), null);
      };
    }
    return values(message, List.of(), null);
  }

  private static void shuffle(List<String> list, SplittableRandom random) {
    for (int i = list.size() - 1; i > 0; i--) {
      String moved = list.set(random.nextInt(i + 1), list.get(i));
      list.set(i, moved);
    }
  }

  private static List<ChannelMessage> readWhileItGrows(
      Path file, byte[] bytes, SplittableRandom random) throws Exception {
    fresh(file, "");
    List<ChannelMessage> read = new ArrayList<>();
    Cursor cursor = null;
    for (int done = 0; done < bytes.length; ) {
      int end = Math.min(bytes.length, done + 1 + random.nextInt(Math.max(1, bytes.length / 5)));
      append(file, Arrays.copyOfRange(bytes, done, end));
      done = end;
      for (int pulls = random.nextInt(4); pulls > 0; pulls--) {
        cursor = pull(file, cursor, random, read).cursor();
      }
    }
    settle(file);
    for (boolean more = true; more; ) {
      Page page = pull(file, cursor, random, read);
      cursor = page.cursor();
      more = page.hasMore();
    }
    return read;
  }

  private static Page pull(
      Path file, @Nullable Cursor cursor, SplittableRandom random, List<ChannelMessage> read) {
    int pageSize = 1 + random.nextInt(12);
    Page page = reading(file).pageSize(pageSize).build().pull(cursor);
    if (random.nextInt(3) == 0) {
      assertThat(reading(file).pageSize(pageSize).build().pull(cursor)).isEqualTo(page);
    }
    read.addAll(page.messages());
    return page;
  }
}
