package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.store.JdbcStore;

/**
 * Kills a writing process again and again: what it said was stored is stored, whole and once. A few
 * kills in the ordinary build, as many as asked for under the profile {@code crash}. A kill of the
 * process says nothing about a loss of power or a lying disk.
 */
class CrashTest {

  private static final int KILLS = Integer.getInteger("tanggap.crash.kills", 5);
  private static final int SERVER_KILLS = Integer.getInteger("tanggap.crash.server.kills", 1);

  @TempDir private Path folder;

  @Test
  void what_sqlite_acknowledged_survives_the_kill_of_the_process() throws Exception {
    KillRounds rounds =
        new KillRounds(
            "sqlite", "jdbc:sqlite:" + folder.resolve("desk.db"), KILLS, KillRounds::kill);

    rounds.run();

    assertThat(rounds.broken()).isEmpty();
    assertThat(rounds.reports()).as("reports looked for").isPositive();
  }

  @Test
  void what_postgresql_acknowledged_survives_the_kill_of_the_process() throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder().setServerConfig("fsync", "on").start()) {
      KillRounds rounds =
          new KillRounds(
              "postgresql", server.getJdbcUrl("postgres", "postgres"), KILLS, KillRounds::kill);

      rounds.run();

      assertThat(rounds.broken()).isEmpty();
      assertThat(rounds.reports()).as("reports looked for").isPositive();
    }
  }

  @Test
  void what_postgresql_acknowledged_survives_the_kill_of_the_server() throws Exception {
    try (KilledServer server = new KilledServer(folder.resolve("server"))) {
      KillRounds rounds = new KillRounds("server", server.url(), SERVER_KILLS, server::strike);

      rounds.run();

      assertThat(rounds.broken()).isEmpty();
      assertThat(rounds.reports()).as("reports looked for").isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM tanggap_event WHERE complaint_id = '%s'",
        "DELETE FROM tanggap_event WHERE complaint_id = '%s' AND version = 3",
        "DELETE FROM tanggap_complaint WHERE complaint_id = '%s'",
        "DELETE FROM tanggap_participant WHERE complaint_id = '%s'",
        "DELETE FROM tanggap_message WHERE complaint_id = '%s'",
        "DELETE FROM tanggap_reporter WHERE id = '%s'",
        "DELETE FROM tanggap_outbox WHERE id = '%s'",
        "UPDATE tanggap_complaint SET version = 2 WHERE complaint_id = '%s'",
        "UPDATE tanggap_message SET digest = '' WHERE complaint_id = '%s'",
        "UPDATE tanggap_cursor SET value = '11'",
        "UPDATE tanggap_cursor SET value = '9'"
      })
  void what_is_missing_or_torn_is_noticed(String damage) throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("desk.db");
    CrashingWriter.store(JdbcStore.on(CrashingWriter.dataSource(url)), 1, 10);
    List<String> broken = new ArrayList<>();
    new StoredReports(url, 1, 100).check(10, broken);
    assertThat(broken).as("what is whole").isEmpty();

    try (Connection connection = CrashingWriter.dataSource(url).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(damage.replace("%s", SampleComplaints.id(4).toString()));
    }

    new StoredReports(url, 1, 100).check(10, broken);
    assertThat(broken).isNotEmpty();
  }

  @Test
  void what_was_acknowledged_and_not_stored_is_noticed() throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("desk.db");
    CrashingWriter.store(JdbcStore.on(CrashingWriter.dataSource(url)), 1, 10);
    List<String> broken = new ArrayList<>();

    new StoredReports(url, 1, 100).check(11, broken);

    assertThat(broken).hasSize(1);
  }
}
