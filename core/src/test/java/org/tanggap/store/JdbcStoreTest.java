package org.tanggap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.ReporterId;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.responsibility.Category;

/** What is peculiar to a SQLite file; what every store promises is in the test kit. */
class JdbcStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-21T02:15:00Z");
  private static final ComplaintId ID = id(1);

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

  private void tell(String... commands) throws SQLException {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : commands) {
        statement.execute(sql);
      }
    }
  }

  private static ComplaintId id(int number) {
    return new ComplaintId(new UUID(0x01939E4C00007000L, Long.MIN_VALUE | number));
  }

  private static ComplaintEvent receipt(int number, @Nullable ReporterId reporter) {
    return new ComplaintEvent.Received(
        NOW,
        Actor.reporter(),
        new MessageKey(AccountId.of("sms", "1708"), "m-" + number),
        "Jalan berlubang",
        LocationEvidence.none(),
        Category.of("road.pothole"),
        List.of(),
        null,
        reporter,
        Discretion.NONE);
  }

  private static Commit newComplaint(ComplaintEvent... then) {
    List<ComplaintEvent> events = new ArrayList<>(List.of(receipt(1, null)));
    events.addAll(List.of(then));
    return new Commit().append(Complaint.replay(ID, events), 0, Watch.NONE);
  }

  private static ComplaintEvent work() {
    return new ComplaintEvent.WorkStarted(NOW, Actor.officer("officer-7"));
  }

  @Test
  void the_database_is_set_to_keep_what_was_committed() throws SQLException {
    JdbcStore.on(dataSource()).close();

    try (Connection connection = dataSource().getConnection()) {
      new SqliteDialect().configure(connection);
      assertThat(ask(connection, "PRAGMA journal_mode")).isEqualTo("wal");
      assertThat(ask(connection, "PRAGMA synchronous")).as("FULL").isEqualTo("2");
      assertThat(ask(connection, "SELECT version FROM tanggap_schema")).isEqualTo("3");
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
    tell("CREATE TABLE tanggap_schema AS SELECT 4 AS version");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> JdbcStore.on(dataSource()))
        .withMessage("the database has schema 4, newer than this library knows");
    try (Connection connection = dataSource().getConnection()) {
      assertThat(ask(connection, "SELECT COUNT(*) FROM sqlite_master")).isEqualTo("1");
      assertThat(ask(connection, "PRAGMA journal_mode")).isEqualTo("delete");
    }
  }

  @Test
  void the_tables_live_beside_those_of_the_host() throws SQLException {
    tell("CREATE TABLE message (ours TEXT)", "PRAGMA user_version = 7");

    JdbcStore.on(dataSource()).commit(newComplaint());

    assertThat(JdbcStore.on(dataSource()).find(ID)).isPresent();
    try (Connection connection = dataSource().getConnection()) {
      assertThat(ask(connection, "PRAGMA user_version")).isEqualTo("7");
      assertThat(ask(connection, "SELECT COUNT(*) FROM message")).isEqualTo("0");
    }
  }

  /** A database as the first release made it: one identity a report, no index. */
  private void makeSchemaOne(int complaints) throws SQLException, IOException {
    List<String> script = new ArrayList<>(List.of("PRAGMA journal_mode = WAL"));
    try (InputStream in = JdbcStore.class.getResourceAsStream("sqlite-1.sql")) {
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String command : sql.split(";", -1)) {
        if (!command.isBlank()) {
          script.add(command);
        }
      }
    }
    script.add("UPDATE tanggap_schema SET version = 1");
    tell(script.toArray(new String[0]));
    EventCodec codec = new EventCodec();
    try (Connection connection = dataSource().getConnection();
        PreparedStatement event =
            connection.prepareStatement("INSERT INTO tanggap_event VALUES (?, ?, ?, ?)");
        PreparedStatement reporter =
            connection.prepareStatement("INSERT INTO tanggap_reporter VALUES (?, ?, 'Ani')")) {
      connection.setAutoCommit(false);
      for (int number = 1; number <= complaints; number++) {
        ReporterId person = new ReporterId(id(number).value());
        // What did not exist then is missing in the stored form.
        String received =
            codec.write(receipt(number, person)).replaceAll(",\"discretion\":\\{[^}]*\\}", "");
        int version = 0;
        for (String body : List.of(received, codec.write(work()))) {
          event.setString(1, id(number).toString());
          event.setInt(2, ++version);
          event.setLong(3, NOW.toEpochMilli());
          event.setString(4, body);
          event.addBatch();
        }
        reporter.setString(1, person.toString());
        reporter.setString(2, "+62-" + number % 2);
        reporter.addBatch();
      }
      event.executeBatch();
      reporter.executeBatch();
      connection.commit();
    }
    tell(
        "INSERT INTO tanggap_outbox VALUES ('"
            + id(1)
            + "', '"
            + id(1)
            + "', 'sms:1708', 'm-1', '"
            + id(1)
            + "', 'Terima kasih', 'PENDING', 0, 0, 0, '')",
        "INSERT INTO tanggap_message VALUES ('sms:1708', 'm-1', '" + id(1) + "', 'digest')",
        "INSERT INTO tanggap_cursor VALUES ('sms:1708', '17')");
  }

  @Test
  void a_database_of_the_first_release_is_brought_up_to_date() throws Exception {
    makeSchemaOne(600);

    JdbcStore store = JdbcStore.on(dataSource());

    List<Complaint> all = store.list(ComplaintQuery.open().limit(2_000)).complaints();
    assertThat(all).hasSize(600).allMatch(complaint -> complaint.version() == 2);
    assertThat(all.get(0).discretion()).isEqualTo(Discretion.NONE);
    assertThat(store.list(ComplaintQuery.all().about(Category.of("road"))).complaints())
        .hasSize(100);
    assertThat(store.list(ComplaintQuery.all().by(ComplaintQuery.Order.CHANGED)).complaints())
        .hasSize(100);
    assertThat(store.claimDue(NOW, Duration.ofMinutes(1), 2_000))
        .as("the next sweep looks at every one")
        .hasSize(600);
    assertThat(store.commit(new Commit().append(all.get(4).after(work()), 2, Watch.NONE)))
        .isEqualTo(new CommitResult.Committed());
    assertThat(store.claimReplies(NOW, Duration.ofMinutes(1), 1))
        .extracting(OutboxEntry::reply)
        .containsExactly(
            new Reply(
                id(1).value(),
                new ReplyTarget(
                    new MessageKey(AccountId.of("sms", "1708"), "m-1"),
                    NOW,
                    new Reporter("+62-1", "Ani"),
                    ""),
                "Terima kasih",
                List.of(),
                false));
    assertThat(store.findCursor(AccountId.of("sms", "1708"))).isPresent();
  }

  @Test
  void people_of_the_first_release_are_found_and_erased_under_all_their_references()
      throws Exception {
    makeSchemaOne(10);
    JdbcStore store = JdbcStore.on(dataSource());
    ReporterHandle handle = new ReporterHandle("sms", "+62-1");

    assertThat(store.findReporters(List.of(handle))).containsEntry(handle, person(1));
    assertThat(store.list(ComplaintQuery.all().reportedBy(person(3))).complaints()).hasSize(1);
    assertThat(store.erase(person(3), event -> event)).isEqualTo(new Erasure(5, 5, 0, 1));
    assertThat(store.findReporters(List.of(handle))).isEmpty();
    assertThat(store.findReporter(person(2))).isPresent();
  }

  private static ReporterId person(int number) {
    return new ReporterId(id(number).value());
  }

  @Test
  void an_upgrade_that_fails_leaves_the_database_as_it_was() throws Exception {
    makeSchemaOne(3);
    tell("UPDATE tanggap_event SET body = 'x' WHERE complaint_id = '" + id(3) + "'");

    assertThatExceptionOfType(StoreException.class).isThrownBy(() -> JdbcStore.on(dataSource()));

    try (Connection connection = dataSource().getConnection()) {
      assertThat(ask(connection, "SELECT version FROM tanggap_schema")).isEqualTo("1");
      assertThat(ask(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name LIKE '%complaint'"))
          .isEqualTo("0");
    }
  }

  @Test
  void a_damaged_event_names_its_complaint_and_quotes_nothing() throws SQLException {
    JdbcStore store = JdbcStore.on(dataSource());
    store.commit(newComplaint());
    tell("UPDATE tanggap_event SET body = '{\"event\":\"rahasia\"}'");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store.find(ID))
        .withMessage("an event of complaint " + ID + " cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{\"event\":\"answered\"}", "{\"event\":\"routed\"}", "[]"})
  void half_an_event_is_a_damaged_one(String body) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> new EventCodec().read(ID, body));
  }

  @Test
  void a_complaint_that_lost_its_first_event_is_damaged() throws SQLException {
    JdbcStore store = JdbcStore.on(dataSource());
    store.commit(newComplaint(work()));
    tell("DELETE FROM tanggap_event WHERE version = 1");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store.find(ID))
        .withMessageContaining("lost its first event");
  }

  @Test
  void times_beyond_what_milliseconds_count_are_far_away_and_no_fault() {
    assertThat(Millis.ceil(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
    assertThat(Millis.floor(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
    assertThat(Millis.ceil(Instant.ofEpochSecond(0, 1))).isEqualTo(1);
    assertThat(Millis.floor(Instant.ofEpochSecond(0, 999_999))).isZero();
    assertThat(Millis.ceil(Instant.ofEpochSecond(-1, 1))).isEqualTo(-999);
  }
}
