package org.tanggap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Histories;

/** What is peculiar to the database; what every store promises is in the test kit. */
class JdbcStoreTest {

  @TempDir private Path folder;

  private SQLiteDataSource dataSource() {
    SQLiteDataSource dataSource = new SQLiteDataSource();
    dataSource.setUrl("jdbc:sqlite:" + folder.resolve("desk.db"));
    return dataSource;
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }

  private void tell(String sql) throws SQLException {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void the_database_is_set_to_keep_what_was_committed() throws SQLException {
    JdbcStore.on(dataSource()).close();

    try (Connection connection = dataSource().getConnection()) {
      Schema.configure(connection);
      assertThat(ask(connection, "PRAGMA journal_mode")).isEqualTo("wal");
      assertThat(ask(connection, "PRAGMA synchronous")).as("FULL").isEqualTo("2");
      assertThat(ask(connection, "SELECT version FROM tanggap_schema")).isEqualTo("1");
    }
  }

  @Test
  void a_file_that_is_no_database_is_refused_in_a_sentence() throws IOException {
    Files.writeString(folder.resolve("desk.db"), "this is no database ".repeat(100));

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> JdbcStore.on(dataSource()))
        .withMessageContaining("the database cannot be used")
        .withMessageContaining("not a database");
  }

  @Test
  void a_database_of_a_newer_library_is_left_alone() throws SQLException {
    tell("CREATE TABLE tanggap_schema AS SELECT 2 AS version");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> JdbcStore.on(dataSource()))
        .withMessage("the database has schema 2, newer than this library knows");
    try (Connection connection = dataSource().getConnection()) {
      assertThat(ask(connection, "SELECT COUNT(*) FROM sqlite_master")).isEqualTo("1");
      assertThat(ask(connection, "PRAGMA journal_mode")).isEqualTo("delete");
    }
  }

  @Test
  void the_tables_live_beside_those_of_the_host() throws SQLException {
    tell("CREATE TABLE message (ours TEXT)");
    tell("PRAGMA user_version = 7");

    JdbcStore store = JdbcStore.on(dataSource());
    store.commit(new Commit().append(Histories.ID, 0, List.of(Histories.receipt(null))));

    assertThat(JdbcStore.on(dataSource()).find(Histories.ID)).isPresent();
    try (Connection connection = dataSource().getConnection()) {
      assertThat(ask(connection, "PRAGMA user_version")).isEqualTo("7");
      assertThat(ask(connection, "SELECT COUNT(*) FROM message")).isEqualTo("0");
    }
  }

  @Test
  void a_damaged_event_names_its_complaint_and_quotes_nothing() throws SQLException {
    JdbcStore store = JdbcStore.on(dataSource());
    store.commit(new Commit().append(Histories.ID, 0, List.of(Histories.receipt(null))));
    tell("UPDATE tanggap_event SET body = '{\"event\":\"rahasia\"}'");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store.find(Histories.ID))
        .withMessage("an event of complaint " + Histories.ID + " cannot be read");
  }

  @Test
  void several_may_open_a_new_database_at_once() throws Exception {
    ExecutorService openers = Executors.newFixedThreadPool(4);
    CyclicBarrier start = new CyclicBarrier(4);
    try {
      Callable<JdbcStore> open =
          () -> {
            start.await();
            return JdbcStore.on(dataSource());
          };
      for (Future<JdbcStore> opened : openers.invokeAll(Collections.nCopies(4, open))) {
        assertThat(opened.get().list(null, 1)).isEmpty();
      }
    } finally {
      openers.shutdown();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{\"event\":\"answered\"}", "{\"event\":\"routed\"}", "[]"})
  void half_an_event_is_a_damaged_one(String body) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> new EventCodec().read(Histories.ID, body));
  }

  @Test
  void a_complaint_that_lost_its_first_event_is_damaged() throws SQLException {
    JdbcStore store = JdbcStore.on(dataSource());
    ComplaintEvent receipt = Histories.receipt(null);
    store.commit(
        new Commit()
            .append(
                Histories.ID,
                0,
                List.of(receipt, new ComplaintEvent.WorkStarted(receipt.at(), receipt.by()))));
    tell("DELETE FROM tanggap_event WHERE version = 1");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store.find(Histories.ID))
        .withMessageContaining("lost its first event");
  }
}
