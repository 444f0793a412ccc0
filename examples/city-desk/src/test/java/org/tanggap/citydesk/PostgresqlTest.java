package org.tanggap.citydesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The desk on a PostgreSQL server, as a user starts it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresqlTest {

  /** Held, so that the level set on it stays: the server tells much. */
  private static final Logger SERVER_LOG = Logger.getLogger("io.zonky.test");

  private static final Duration A_FEW_SECONDS = Duration.ofSeconds(10);

  @TempDir Path folder = Path.of("");
  private EmbeddedPostgres server;
  private SampleFeed sample;

  @BeforeAll
  void start_a_server() throws IOException {
    SERVER_LOG.setLevel(Level.WARNING);
    server = EmbeddedPostgres.start();
    sample = SampleFeed.read();
  }

  @AfterAll
  void stop_the_server() throws IOException {
    server.close();
  }

  private String url(String name, String options) {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name + options;
  }

  /** Runs on the sample until it is in, and gives the line that counts it. */
  private String runOnce() throws Exception {
    String url = url("postgres", "?user=postgres");
    try (DeskProcess desk = DeskProcess.start(folder, "--db", url, "--port", 0)) {
      String counted = "This run: " + desk.awaitLine("This run: ");
      desk.awaitLine("Open http://localhost:");
      assertThat(desk.stop(A_FEW_SECONDS)).isZero();
      assertThat(desk.err()).isEmpty();
      return counted;
    }
  }

  @Test
  void the_sample_adds_nothing_the_second_time() throws Exception {
    assertThat(runOnce()).isEqualTo(sample.thisRun());

    assertThat(runOnce())
        .isEqualTo("This run: 0 new, 0 known already, 0 in conflict, 0 ignored, 0 left out.");

    assertThat(folder.resolve("city-desk-answers.ndjson")).exists();
  }

  @Test
  void what_the_server_refuses_is_told_in_a_sentence() {
    Terminal.run("--db", url("nothing_of_that_name", "?user=postgres"), "--port", 0)
        .refused(url("nothing_of_that_name", ""), "no database of that name");
  }

  @Test
  void answers_never_go_into_the_folder_that_is_read_as_the_feed() throws Exception {
    Path feed = Files.createDirectory(folder.resolve("feed"));
    Files.writeString(feed.resolve("reports.ndjson"), "{\"id\":\"1\",\"text\":\"Banjir\"}\n");
    String url = url("postgres", "?user=postgres");

    try (DeskProcess desk = DeskProcess.start(feed, "--db", url, "--feed", feed, "--port", 0)) {
      assertThat(desk.awaitStatus()).isEqualTo(2);
      assertThat(desk.err()).contains("city-desk-answers.ndjson", "written into the feed");
    }
  }
}
