package org.tanggap.citydesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk as a process that is stopped, killed and started again. */
class ProcessTest {

  private static final int REPORTS = 3_000;
  private static final Duration A_FEW_SECONDS = Duration.ofSeconds(10);

  @TempDir Path folder;

  private Path boundaries = Path.of("");
  private Path feed = Path.of("");
  private Database database = new Database(Path.of(""));

  @BeforeEach
  void write_a_feed() throws IOException {
    boundaries = Squares.write(folder);
    feed = folder.resolve("reports.ndjson");
    database = new Database(folder.resolve("desk.db"));
    writeReports(1, REPORTS);
  }

  private void writeReports(int from, int to) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(feed)) {
      for (int i = from; i <= to; i++) {
        lines.write(
            String.format(
                Locale.ROOT,
                "{\"id\":\"r-%d\",\"text\":\"Banjir nomor %d\",\"lat\":%.4f,\"lon\":%.4f}\n",
                i,
                i,
                Squares.MIDDLE,
                Squares.FIRST + 0.01 * (i % 3)));
      }
    }
  }

  private DeskProcess start() throws IOException {
    return DeskProcess.start(
        folder,
        "--boundaries",
        boundaries,
        "--feed",
        feed,
        "--db",
        "jdbc:sqlite:" + database.file(),
        "--port",
        0);
  }

  @Test
  void killed_at_any_moment_it_finishes_with_every_report_stored_once() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    RandomGenerator random = new SplittableRandom(seed);
    int rounds = 3;
    for (int round = 1; round <= rounds; round++) {
      try (DeskProcess desk = start()) {
        desk.awaitComplaints(random.nextInt(1, REPORTS * round / (rounds + 1)));
        desk.awaitEnd(Duration.ofMillis(random.nextInt(60)));
      }
      System.out.println("kill " + round + ": " + countMessages() + " reports are stored");
      assertStoredOnce("seed " + seed + ", kill " + round);
    }

    try (DeskProcess desk = start()) {
      desk.awaitComplaints(REPORTS);
      desk.awaitLine("This run: ");
      assertThat(desk.stop(A_FEW_SECONDS)).isZero();
      assertThat(desk.err()).isEmpty();
    }

    assertThat(countMessages()).as("seed %d", seed).isEqualTo(REPORTS);
    assertStoredOnce("seed " + seed);
  }

  private long countMessages() throws SQLException {
    return database.number("SELECT COUNT(*) FROM tanggap_message");
  }

  /** Each message that is known has one whole complaint and one receipt, and the reverse. */
  private void assertStoredOnce(String when) throws SQLException {
    long messages = countMessages();
    assertThat(database.texts("PRAGMA integrity_check")).as(when).containsExactly("ok");
    assertThat(
            Stream.of(
                "SELECT COUNT(DISTINCT external_id) FROM tanggap_message",
                "SELECT COUNT(DISTINCT complaint_id) FROM tanggap_message",
                "SELECT COUNT(*) FROM tanggap_event WHERE version = 1",
                "SELECT COUNT(DISTINCT complaint_id) FROM tanggap_event",
                "SELECT COUNT(*) FROM tanggap_message JOIN tanggap_event USING (complaint_id)"
                    + " WHERE version = 1",
                "SELECT COUNT(*) FROM tanggap_outbox",
                "SELECT COUNT(*) FROM tanggap_message JOIN tanggap_outbox USING (complaint_id, external_id)"))
        .as(when)
        .allSatisfy(sql -> assertThat(database.number(sql)).as(sql).isEqualTo(messages));
    assertThat(
            database.texts(
                "SELECT complaint_id FROM tanggap_event GROUP BY complaint_id"
                    + " HAVING COUNT(*) < 3 OR MAX(version) <> COUNT(*)"))
        .as("torn complaints, %s", when)
        .isEmpty();
    assertThat(database.number("SELECT COUNT(*) FROM tanggap_left_out")).as(when).isZero();
  }

  @Test
  void told_to_stop_while_the_feed_is_taken_it_keeps_what_it_has() throws Exception {
    assumeCanBeAsked();
    writeReports(1, 60_000);
    long stored;
    try (DeskProcess desk = start()) {
      desk.awaitComplaints(1);
      assertThat(desk.stop(A_FEW_SECONDS)).isZero();
      assertThat(desk.out())
          .contains("told to stop; the next start goes on from here")
          .endsWith("stopped; everything taken in is stored")
          .noneMatch(line -> line.startsWith("Open "));
      assertThat(desk.err()).isEmpty();
      stored = countMessages();
      assertThat(desk.out())
          .anyMatch(
              line -> line.startsWith(String.format(Locale.ROOT, "This run: %,d new,", stored)));
    }
    assertThat(stored).isPositive().isLessThan(60_000);
    assertStoredOnce("stopped");
  }

  @Test
  void told_to_stop_when_idle_it_stops_at_once_and_leaves_nothing_behind() throws Exception {
    assumeCanBeAsked();
    try (DeskProcess desk =
        DeskProcess.start(folder, "--db", "jdbc:sqlite:" + database.file(), "--port", 0)) {
      desk.awaitLine("Open http://localhost:");

      assertThat(desk.stop(A_FEW_SECONDS)).isZero();

      assertThat(desk.out()).endsWith("stopped; everything taken in is stored");
      assertThat(desk.err()).isEmpty();
    }
    try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
      assertThat(left.map(file -> String.valueOf(file.getFileName())))
          .noneMatch(name -> name.startsWith("city-desk"));
    }
    assertThat(folder.resolve("desk.db-wal")).doesNotExist();
  }

  private static void assumeCanBeAsked() {
    assumeTrue(
        ProcessHandle.current().supportsNormalTermination(),
        "this platform cannot ask a process to end");
  }

  @Test
  void what_cannot_start_says_one_sentence_and_logs_nothing() throws Exception {
    Path hello = Files.writeString(folder.resolve("hello.db"), "hello");
    String file = "jdbc:sqlite:" + database.file();
    for (List<String> args :
        List.of(
            List.of("--db", "jdbc:sqlite:" + hello),
            List.of("--db", file, "--port", "99999"),
            List.of("--db", file, "--boundaries", hello.toString()))) {
      try (DeskProcess desk = DeskProcess.start(folder, args.toArray())) {
        assertThat(desk.awaitStatus()).isEqualTo(2);
        assertThat(desk.err().lines())
            .singleElement()
            .asString()
            .startsWith("city-desk: ")
            .endsWith(".");
      }
    }
    assertThat(hello).hasContent("hello");
  }
}
