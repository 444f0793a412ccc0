package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.everything;
import static org.tanggap.testkit.SampleComplaints.id;
import static org.tanggap.testkit.SampleComplaints.key;
import static org.tanggap.testkit.SampleComplaints.newComplaint;
import static org.tanggap.testkit.SampleComplaints.reply;
import static org.tanggap.testkit.SampleComplaints.reporterId;
import static org.tanggap.testkit.SampleComplaints.worked;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tanggap.complaint.Complaint;
import org.tanggap.store.Bookmark;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintPage;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.ComplaintQuery.Order;
import org.tanggap.store.JdbcStore;
import org.tanggap.store.Watch;

@ExtendWith(PostgresqlServer.class)
class JdbcStoreOnPostgresqlTest extends JdbcStoreTests {

  private static final CommitResult COMMITTED = new CommitResult.Committed();
  private static final ComplaintQuery CHANGES = ComplaintQuery.all().by(Order.CHANGED);

  private final PostgresqlSchema schema;

  JdbcStoreOnPostgresqlTest(PostgresqlSchema schema) {
    this.schema = schema;
  }

  @Override
  DataSource database() {
    return schema;
  }

  @Override
  WatchedDataSource.Explaining explaining() {
    return new WatchedDataSource.Explaining(schema.unpooled(""), "EXPLAIN ", 1);
  }

  @Override
  int schemaBefore() {
    return 1;
  }

  @Override
  String refuseReplies() {
    return "ALTER TABLE tanggap_outbox ADD CHECK (length(text) > 1000) NOT VALID";
  }

  @Test
  void a_commit_that_began_earlier_and_ends_later_is_not_missed_by_who_follows_the_changes()
      throws Exception {
    JdbcStore store = JdbcStore.on(schema);
    store.commit(newComplaint(1));
    HeldCommit held = new HeldCommit(schema);
    JdbcStore slow = JdbcStore.on(held.watched());
    held.hold();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<CommitResult> early = other.submit(() -> slow.commit(newComplaint(2)));
      held.awaitCommit();
      store.commit(newComplaint(3));

      ComplaintPage first = store.list(CHANGES);
      assertThat(first.complaints()).extracting(Complaint::id).containsExactly(id(1));
      assertThat(store.list(ComplaintQuery.all()).complaints())
          .as("only this order holds it back")
          .extracting(Complaint::id)
          .containsExactly(id(1), id(3));

      held.release();
      assertThat(early.get(30, TimeUnit.SECONDS)).isEqualTo(COMMITTED);
      assertThat(store.list(CHANGES.after(first.end())).complaints())
          .extracting(Complaint::id)
          .containsExactly(id(2), id(3));
    } finally {
      held.release();
      other.shutdown();
    }
  }

  /** Lets a transaction wait just before its end. */
  private static final class HeldCommit extends WatchedDataSource {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean holding;

    HeldCommit(DataSource inner) {
      super(inner);
    }

    void hold() {
      holding = true;
    }

    void awaitCommit() throws InterruptedException {
      assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
    }

    void release() {
      released.countDown();
    }

    @Override
    void committing() throws InterruptedException {
      if (holding) {
        reached.countDown();
        assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  @Test
  void after_a_dump_was_loaded_into_another_server_the_changes_go_on_behind_the_old_ones()
      throws SQLException {
    JdbcStore store = JdbcStore.on(schema);
    store.commit(newComplaint(1));
    store.commit(newComplaint(2));
    tell("UPDATE tanggap_complaint SET changed = changed + 1000000000");
    Bookmark old = new Bookmark(Long.parseLong(lastChange()), id(2));

    JdbcStore moved = JdbcStore.on(schema);
    moved.commit(newComplaint(3));

    assertThat(moved.list(CHANGES).complaints())
        .extracting(Complaint::id)
        .containsExactly(id(1), id(2), id(3));
    assertThat(moved.list(CHANGES.after(old)).complaints())
        .extracting(Complaint::id)
        .containsExactly(id(3));
  }

  private String lastChange() throws SQLException {
    return ask("SELECT max(changed) FROM tanggap_complaint").get(0).replace("|", "");
  }

  @Test
  void a_driver_that_rewrites_batches_makes_no_difference() {
    JdbcStore store = JdbcStore.on(schema.unpooled("reWriteBatchedInserts=true"));
    Commit commit = new Commit();
    for (int number = 1; number <= 300; number++) {
      commit
          .append(worked(number, 3), 0, Watch.NONE)
          .message(key(number), SampleComplaints.taken(number))
          .reporter(SampleComplaints.person(number))
          .reporter(SampleComplaints.person(number))
          .reply(reply(number, NOW, reporterId(number)))
          .leftOut(SampleComplaints.leftOut("line " + number % 7, NOW));
    }
    assertThat(store.commit(commit)).isEqualTo(COMMITTED);

    assertThat(store.commit(everything(500).message(key(150), SampleComplaints.taken(500))))
        .isEqualTo(new CommitResult.MessageTaken(key(150)));
    assertThat(store.commit(new Commit().append(worked(7, 2), 0, Watch.NONE)))
        .isEqualTo(new CommitResult.VersionMoved(id(7)));
    assertThat(store.commit(new Commit().append(worked(7, 3), 2, Watch.NONE)))
        .isEqualTo(new CommitResult.VersionMoved(id(7)));
    assertThat(store.list(ComplaintQuery.all().limit(1_000)).complaints())
        .hasSize(300)
        .allMatch(complaint -> complaint.version() == 3);
    assertThat(store.countLeftOut()).isEqualTo(7);
    assertThat(store.erase(reporterId(7), event -> event).replies()).isEqualTo(1);
  }

  @Test
  void a_host_that_wants_serializable_transactions_gets_the_same_answers() {
    JdbcStore store =
        JdbcStore.on(schema.unpooled("options=-c%20default_transaction_isolation=serializable"));
    store.commit(newComplaint(1));

    for (int version = 1; version <= 10; version++) {
      int seen = version;
      List<CommitResult> results =
          Together.run(
              2,
              thread -> store.commit(new Commit().append(worked(1, seen + 1), seen, Watch.NONE)));
      assertThat(results)
          .containsExactlyInAnyOrder(COMMITTED, new CommitResult.VersionMoved(id(1)));
    }
  }

  @Test
  void a_commit_is_on_disk_even_where_the_host_turned_that_off() throws SQLException {
    JdbcStore store = JdbcStore.on(schema.unpooled("options=-c%20synchronous_commit=off"));
    int flushed = 0;
    for (int number = 1; number <= 20; number++) {
      store.commit(newComplaint(number));
      String behind = ask("SELECT pg_current_wal_insert_lsn() - pg_current_wal_flush_lsn()").get(0);
      flushed += behind.equals("0|") ? 1 : 0;
    }

    assertThat(flushed).as("commits without anything left to be flushed").isGreaterThan(15);
  }

  @Test
  void the_databases_own_order_of_texts_makes_no_difference() throws SQLException {
    JdbcStore.on(schema);

    assertThat(
            ask(
                "SELECT DISTINCT collation_name FROM information_schema.columns"
                    + " WHERE table_schema = current_schema() AND table_name LIKE 'tanggap%'"
                    + " AND column_name IN ('complaint_id', 'id', 'external_id', 'account',"
                    + " 'area', 'category', 'unit', 'handle')"))
        .containsExactly("C|");
  }
}
