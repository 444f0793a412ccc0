package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.SENT;
import static org.tanggap.testkit.SampleComplaints.announced;
import static org.tanggap.testkit.SampleComplaints.complaint;
import static org.tanggap.testkit.SampleComplaints.everything;
import static org.tanggap.testkit.SampleComplaints.id;
import static org.tanggap.testkit.SampleComplaints.key;
import static org.tanggap.testkit.SampleComplaints.newComplaint;
import static org.tanggap.testkit.SampleComplaints.person;
import static org.tanggap.testkit.SampleComplaints.reply;
import static org.tanggap.testkit.SampleComplaints.reporterId;
import static org.tanggap.testkit.SampleComplaints.taken;
import static org.tanggap.testkit.SampleComplaints.withLongHistory;
import static org.tanggap.testkit.SampleComplaints.worked;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.Position;
import org.tanggap.responsibility.Category;
import org.tanggap.store.Bookmark;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.ComplaintQuery.Order;
import org.tanggap.store.DeliveryOutcome;
import org.tanggap.store.JdbcStore;
import org.tanggap.store.KnownMessage;
import org.tanggap.store.NewReply;
import org.tanggap.store.OutboxEntry;
import org.tanggap.store.OutboxState;
import org.tanggap.store.ReporterHandle;
import org.tanggap.store.StoreException;
import org.tanggap.store.Watch;

/** What is peculiar to a store on JDBC, whatever the database. */
abstract class JdbcStoreTests {

  private static final String CANARY = "rahasia-7531";

  /** The database of this test, empty at first. */
  abstract DataSource database();

  /** The same database with queries that are explained. */
  abstract WatchedDataSource.Explaining explaining();

  /** Lets every further row of the outbox be refused. */
  abstract String refuseReplies();

  void tell(String... commands) throws SQLException {
    try (Connection connection = database().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : commands) {
        statement.execute(sql);
      }
    }
  }

  List<String> ask(String sql) throws SQLException {
    List<String> answer = new ArrayList<>();
    try (Connection connection = database().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          row.append(rows.getString(column)).append('|');
        }
        answer.add(row.toString());
      }
    }
    return answer;
  }

  private List<String> index() throws SQLException {
    List<String> rows = new ArrayList<>(ask("SELECT * FROM tanggap_complaint ORDER BY 1"));
    rows.addAll(ask("SELECT * FROM tanggap_participant ORDER BY 1, 2, 3"));
    return rows;
  }

  /** Complaints of every sort, more than a page of the rebuilding holds. */
  private void fill(JdbcStore store) {
    Commit commit = new Commit();
    for (int number = 1; number <= 1_200; number++) {
      Complaint complaint =
          number % 10 == 0
              ? withLongHistory(number)
              : complaint(
                  number,
                  EveryEvent.routed("31.7" + number % 7 + ".01.100" + number % 9),
                  EveryEvent.assigned("unit-" + number % 20),
                  EveryEvent.followed(number % 5),
                  EveryEvent.sorted(number % 400 == 1 ? "waste.dump" : "road.hole"));
      commit
          .append(complaint, 0, new Watch(NOW.plusSeconds(number), NOW.plusSeconds(number)))
          .message(key(number), taken(number))
          .fetch(announced(number))
          .reporter(person(number))
          .reply(reply(number, NOW.plusSeconds(number), reporterId(number)));
    }
    store.commit(commit);
    for (int number = 1; number <= 3; number++) {
      store.commit(everything(2_000 + number));
    }
    store.commit(new Commit().append(worked(2_001, 2), 1, Watch.NONE));
    store.erase(reporterId(2_002), event -> event);
  }

  @Test
  void an_index_that_is_rebuilt_equals_the_one_that_was_kept() throws SQLException {
    JdbcStore store = JdbcStore.on(database());
    fill(store);
    List<String> kept = index();

    assertThat(store.rebuildIndex()).isEqualTo(1_203);

    assertThat(index()).isEqualTo(kept);
  }

  @Test
  void an_index_that_was_lost_or_damaged_is_made_from_the_events() throws SQLException {
    JdbcStore store = JdbcStore.on(database());
    fill(store);
    List<String> kept = derived();
    tell(
        "DELETE FROM tanggap_complaint WHERE area LIKE '31.72%'",
        "UPDATE tanggap_complaint SET status = 'X', open = 0, unit = 'x', version = 7,"
            + " latitude = NULL WHERE area LIKE '31.73%'",
        "INSERT INTO tanggap_complaint SELECT 'f' || complaint_id, version, status, open,"
            + " category, unit, area, latitude, longitude, due, look_at, changed"
            + " FROM tanggap_complaint WHERE area LIKE '31.75%'",
        "INSERT INTO tanggap_participant SELECT complaint_id, 'x', 'REPORTER'"
            + " FROM tanggap_complaint",
        "DELETE FROM tanggap_participant WHERE role = 'FOLLOWER'");

    store.rebuildIndex();

    assertThat(derived()).isEqualTo(kept);
    assertThat(store.claimDue(NOW, Duration.ofMinutes(1), 1_000))
        .as("whose clocks are unknown is looked at now")
        .hasSize(ask("SELECT 1 FROM tanggap_complaint WHERE area LIKE '31.72%'").size());
  }

  /** What follows from the events: all but the clocks and the order of changes. */
  private List<String> derived() throws SQLException {
    List<String> rows =
        new ArrayList<>(
            ask(
                "SELECT complaint_id, version, status, open, category, unit, area, latitude,"
                    + " longitude FROM tanggap_complaint ORDER BY 1"));
    rows.addAll(ask("SELECT * FROM tanggap_participant ORDER BY 1, 2, 3"));
    return rows;
  }

  @Test
  void usual_queries_go_by_an_index() throws SQLException {
    fill(JdbcStore.on(database()));
    tell("ANALYZE");
    WatchedDataSource.Explaining plans = explaining();
    JdbcStore store = JdbcStore.on(plans.watched());
    ComplaintQuery open = ComplaintQuery.open().limit(20);
    ComplaintQuery all = ComplaintQuery.all().limit(20);
    Bookmark mark = new Bookmark(NOW.plusSeconds(5).toEpochMilli(), id(5));

    store.list(open.ofUnit("unit-3"));
    assertThat(plans.lastPlan()).containsAnyOf("tanggap_complaint_unit", "tanggap_complaint_open");
    store.list(open.ofUnit("unit-3").by(Order.DUE).after(mark));
    assertThat(plans.lastPlan()).contains("tanggap_complaint_unit");
    store.list(open.by(Order.DUE).after(mark));
    assertThat(plans.lastPlan()).contains("tanggap_complaint_due");
    store.list(all.by(Order.CHANGED).after(new Bookmark(0, id(0))));
    assertThat(plans.lastPlan()).contains("tanggap_complaint_changed");
    store.list(all.inArea("31.72.01.1003"));
    assertThat(plans.lastPlan()).contains("tanggap_complaint_area");
    store.list(all.within(Position.of(-6.001, 106), Position.of(-6, 107)));
    assertThat(plans.lastPlan()).contains("tanggap_complaint_place");
    store.list(all.about(Category.of("waste")));
    assertThat(plans.lastPlan()).contains("tanggap_complaint_category");
    store.list(all.reportedBy(reporterId(7)));
    assertThat(plans.lastPlan()).contains("tanggap_participant_reporter");
    store.claimDue(NOW, Duration.ofMinutes(1), 5);
    assertThat(plans.lastPlan()).contains("tanggap_complaint_look_at");
    store.claimReplies(NOW, Duration.ofMinutes(1), 5);
    assertThat(plans.lastPlan()).contains("tanggap_outbox_pending");
    store.listReplies(OutboxState.DEAD, null, 5);
    assertThat(plans.lastPlan()).contains("tanggap_outbox_state");
    store.findReporters(List.of(SampleComplaints.handle(1)));
    assertThat(plans.lastPlan()).contains("tanggap_reporter_handle");
    store.findKnown(List.of(key(1), key(2)));
    assertThat(plans.lastPlan()).containsAnyOf("tanggap_message_pkey", "USING PRIMARY KEY");
    store.claimFetches(NOW, Duration.ofMinutes(1), 5);
    assertThat(plans.lastPlan()).contains("tanggap_fetch_due");
    store.commit(new Commit().replyState(key(1), OutboxState.READ, ""));
    assertThat(plans.lastPlan()).contains("tanggap_outbox_sent_as");
    assertThat(plans.earlierPlans()).doesNotContain("tanggap_message_hint");
    store.erase(reporterId(7), event -> event);
    assertThat(plans.earlierPlans()).contains("tanggap_message_hint");
  }

  @Test
  void a_connection_is_given_back_as_it_was() {
    List<Boolean> givenBack = new ArrayList<>();
    WatchedDataSource watched =
        new WatchedDataSource(database()) {
          @Override
          void opened(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
          }

          @Override
          void closing(Connection connection) throws SQLException {
            givenBack.add(connection.getAutoCommit());
            connection.setAutoCommit(true);
          }
        };
    JdbcStore store = JdbcStore.on(watched.watched());

    assertThat(store.commit(everything(1))).isEqualTo(new CommitResult.Committed());
    store.commit(everything(1));
    assertThatThrownBy(() -> store.commit(new Commit().reply(reply(1, NOW))))
        .isInstanceOf(StoreException.class);
    store.list(ComplaintQuery.all());
    store.claimDue(NOW, Duration.ofMinutes(1), 1);
    store.claimReplies(NOW, Duration.ofMinutes(1), 1);
    store.erase(reporterId(1), event -> event);

    assertThat(givenBack).hasSizeGreaterThan(8).doesNotContain(true);
    assertThat(JdbcStore.on(database()).find(id(1))).isPresent();
  }

  @Test
  void a_fault_quotes_nothing_of_what_is_stored() throws SQLException {
    JdbcStore store = JdbcStore.on(database());
    store.commit(everything(1));
    Commit commit = new Commit();
    for (int number = 10; number < 13; number++) {
      commit.reply(
          new NewReply(SampleComplaints.uuid(number), id(number), key(number), null, CANARY, NOW));
    }
    Commit conversation =
        new Commit()
            .message(key(10), new KnownMessage(id(1), "", NOW, CANARY))
            .identity(handle(), new Reporter(CANARY, CANARY))
            .answersWanted(handle(), false);
    Commit announced = new Commit().fetch(new ChannelMessage.NeedsFetch(key(10), CANARY));
    List<Throwable> faults = new ArrayList<>();
    tell(refuseReplies());
    faults.add(catchThrowable(() -> store.commit(commit)));
    tell("DROP TABLE tanggap_outbox");
    faults.add(catchThrowable(() -> store.commit(commit)));
    faults.add(catchThrowable(() -> store.settleReply(entry(), dead())));
    tell("DROP TABLE tanggap_reporter");
    faults.add(catchThrowable(() -> store.findReporters(List.of(handle()))));
    faults.add(catchThrowable(() -> store.commit(conversation)));
    tell("DROP TABLE tanggap_message");
    faults.add(catchThrowable(() -> store.commit(conversation)));
    tell("DROP TABLE tanggap_fetch");
    faults.add(catchThrowable(() -> store.commit(announced)));

    for (Throwable fault : faults) {
      assertThat(fault).isInstanceOf(StoreException.class);
      StringWriter text = new StringWriter();
      fault.printStackTrace(new PrintWriter(text));
      assertThat(text.toString()).doesNotContain(CANARY, key(10).externalId());
    }
    assertThat(faults.get(1)).hasMessageContaining("tanggap_outbox");
    assertThat(faults.get(1).getCause()).isInstanceOf(SQLException.class);
  }

  private static ReporterHandle handle() {
    return new ReporterHandle("sms", CANARY);
  }

  private static OutboxEntry entry() {
    return new OutboxEntry(
        new Reply(
            SampleComplaints.uuid(1),
            new ReplyTarget(key(1), NOW, null, CANARY),
            CANARY,
            List.of(),
            false),
        id(1),
        1,
        0,
        true);
  }

  private static DeliveryOutcome dead() {
    return new DeliveryOutcome.Dead(CANARY);
  }

  @Test
  void several_may_open_a_new_database_at_once() {
    List<JdbcStore> stores = Together.run(4, thread -> JdbcStore.on(database()));

    stores.get(0).commit(newComplaint(1));
    assertThat(stores).allMatch(store -> store.find(id(1)).isPresent());
  }

  @Test
  void two_stores_share_one_outbox_and_nothing_is_claimed_twice_or_left() {
    List<JdbcStore> stores = List.of(JdbcStore.on(database()), JdbcStore.on(database()));
    Commit commit = new Commit();
    for (int number = 0; number < 120; number++) {
      commit.reply(reply(number, NOW));
      commit.append(complaint(number), 0, new Watch(null, NOW));
    }
    for (int number = 0; number < 120; number++) {
      commit.fetch(announced(number));
    }
    stores.get(0).commit(commit);
    Set<Object> claimed = ConcurrentHashMap.newKeySet();

    Together.run(
        4,
        thread -> {
          JdbcStore store = stores.get(thread % 2);
          boolean more = true;
          while (more) {
            var replies = store.claimReplies(NOW, Duration.ofMinutes(5), 7);
            var due = store.claimDue(NOW, Duration.ofMinutes(5), 7);
            var fetches = store.claimFetches(NOW, Duration.ofMinutes(5), 7);
            replies.forEach(it -> assertThat(claimed.add(it.reply().id())).isTrue());
            due.forEach(it -> assertThat(claimed.add(it.id())).isTrue());
            fetches.forEach(it -> assertThat(claimed.add(it.announced().key())).isTrue());
            replies.forEach(it -> store.settleReply(it, SENT));
            more = !replies.isEmpty() || !due.isEmpty() || !fetches.isEmpty();
          }
          return thread;
        });

    // Who skipped what another one was just taking may have stopped early.
    stores.get(1).claimReplies(NOW, Duration.ofMinutes(5), 500).forEach(it -> claimed.add(it));
    stores.get(1).claimDue(NOW, Duration.ofMinutes(5), 500).forEach(it -> claimed.add(it));
    stores.get(1).claimFetches(NOW, Duration.ofMinutes(5), 500).forEach(it -> claimed.add(it));
    assertThat(claimed).hasSize(360);
  }

  /** Takes away what the last schema script brought. */
  private void makeOlder(int version) throws SQLException {
    tell(
        "DROP TABLE tanggap_account",
        "DROP TABLE tanggap_fetch",
        "DROP INDEX tanggap_message_hint",
        "DROP INDEX tanggap_outbox_sent_as",
        "ALTER TABLE tanggap_message DROP COLUMN sent_at",
        "ALTER TABLE tanggap_message DROP COLUMN hint",
        "ALTER TABLE tanggap_outbox DROP COLUMN photos",
        "ALTER TABLE tanggap_outbox DROP COLUMN failures",
        "ALTER TABLE tanggap_outbox DROP COLUMN settled",
        "ALTER TABLE tanggap_outbox DROP COLUMN sent_as",
        "ALTER TABLE tanggap_reporter DROP COLUMN answers_wanted",
        "UPDATE tanggap_schema SET version = " + version);
  }

  /** The number of the schema before the present one. */
  abstract int schemaBefore();

  @Test
  void a_database_of_the_release_before_is_brought_up_to_date() throws SQLException {
    JdbcStore old = JdbcStore.on(database());
    old.commit(everything(1));
    old.commit(
        new Commit()
            .reply(reply(2, NOW.plusSeconds(1)))
            .reply(reply(3, NOW.plusSeconds(2)))
            .reply(reply(4, NOW.plusSeconds(3))));
    OutboxEntry cutOff = old.claimReplies(NOW, Duration.ZERO, 1).get(0);
    OutboxEntry failed = old.claimReplies(NOW.plusSeconds(1), Duration.ofDays(1), 2).get(1);
    old.settleReply(failed, new DeliveryOutcome.Retry(NOW.plusSeconds(4), "refused"));
    List<String> before = index();
    makeOlder(schemaBefore());

    JdbcStore store = JdbcStore.on(database());

    assertThat(index()).isEqualTo(before);
    assertThat(store.findCursor(SampleComplaints.ACCOUNT)).contains(SampleComplaints.CURSOR);
    assertThat(store.findKnown(List.of(key(1))))
        .as("the time at which its complaint was received")
        .isEqualTo(Map.of(key(1), new KnownMessage(id(1), taken(1).digest(), NOW, "")));
    assertThat(store.claimReplies(NOW.plus(Duration.ofDays(2)), Duration.ZERO, 10))
        .filteredOn(entry -> entry.reply().mayBeSent())
        .extracting(entry -> entry.reply().id())
        .as("whose attempt was cut off")
        .containsExactly(cutOff.reply().id());
    assertThat(store.commit(everything(9))).isEqualTo(new CommitResult.Committed());
    assertThat(store.claimAccount(SampleComplaints.ACCOUNT, NOW, Duration.ZERO)).isPresent();
  }

  @Test
  void a_database_of_another_kind_is_refused_in_a_sentence() {
    DataSource other =
        new WatchedDataSource(database()) {
          @Override
          String product(String name) {
            return "Derby";
          }
        }.watched();

    assertThatThrownBy(() -> JdbcStore.on(other))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("Derby is not supported");
  }
}
