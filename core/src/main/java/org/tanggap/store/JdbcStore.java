package org.tanggap.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.ReporterId;

/**
 * A store on plain JDBC, for SQLite and PostgreSQL (13 or newer). A commit that has returned
 * survives the kill of the process; on PostgreSQL also that of the server, as long as the server
 * keeps {@code fsync} on. Several processes may share one database.
 *
 * <p>The tables are all named {@code tanggap_…} and may live beside those of the host. SQLite is
 * put into WAL mode with {@code synchronous=FULL}, and WAL then counts for the whole file. What an
 * erasure overwrites is gone from a SQLite file and its log at once if nobody reads at that moment,
 * and from PostgreSQL's files with its next {@code VACUUM}; backups are the host's affair.
 *
 * <p>The data source belongs to the host and is not closed. Every call takes one connection and
 * gives it back as it was, so a pool pays. Thread-safe.
 */
public final class JdbcStore implements ComplaintStore {

  private final Database database;
  private final ComplaintReader reader;
  private final CommitWriter writer;
  private final Outbox outbox;
  private final Reporters reporters;
  private final IndexRebuild index;

  private JdbcStore(DataSource dataSource, Dialect dialect) {
    EventCodec codec = new EventCodec();
    this.database = new Database(dataSource, dialect);
    this.reader = new ComplaintReader(codec);
    this.outbox = new Outbox(new PhotoCodec());
    this.writer = new CommitWriter(codec, outbox);
    this.reporters = new Reporters(codec, reader);
    this.index = new IndexRebuild(reader);
  }

  /**
   * Opens the store and brings its tables up to date. An upgrade is one transaction and reads every
   * event at most once.
   *
   * @param dataSource connections to the database
   * @return the store
   * @throws StoreException if the database cannot be used; the message says why
   */
  public static JdbcStore on(DataSource dataSource) {
    JdbcStore store = new JdbcStore(dataSource, dialectOf(dataSource));
    store.prepare();
    return store;
  }

  private static Dialect dialectOf(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return Dialect.of(connection);
    } catch (SQLException e) {
      throw Faults.unusable(e);
    }
  }

  private void prepare() {
    database.read(
        session -> {
          new Schema(session, index).refuseNewer();
          session.dialect().prepare(session.connection());
          return session;
        });
    database.write(
        session -> {
          new Schema(session, index).upgrade();
          return session;
        });
  }

  @Override
  public CommitResult commit(Commit commit) {
    List<CommitWriter.NewEvent> events = writer.encode(commit);
    return database
        .write(session -> writer.write(session, commit, events), Optional::isPresent)
        .or(() -> database.read(session -> findConflict(session, commit)))
        .orElseThrow(
            () ->
                new StoreException(
                    "the commit goes against a rule of the store: is the id of an answer taken?",
                    null));
  }

  private static Optional<CommitResult> findConflict(Session session, Commit commit)
      throws SQLException {
    Commit.CursorMove move = commit.cursor();
    Optional<Cursor> stored =
        move == null ? Optional.empty() : Accounts.findCursor(session, move.account());
    return Conflicts.find(
        commit,
        IntakeRecords.findKnown(session, commit.messages().keySet()).keySet(),
        ComplaintIndex.versions(session, commit.appends().stream().map(Commit.Append::id).toList()),
        stored.orElse(null));
  }

  @Override
  public Map<MessageKey, KnownMessage> findKnown(Collection<MessageKey> keys) {
    return database.read(session -> IntakeRecords.findKnown(session, keys));
  }

  @Override
  public Optional<Complaint> find(ComplaintId id) {
    return database.read(session -> reader.find(session, id));
  }

  @Override
  public ComplaintPage list(ComplaintQuery query) {
    return database.read(session -> reader.list(session, query));
  }

  @Override
  public List<Complaint> claimDue(Instant now, Duration lease, int limit) {
    List<ComplaintId> claimed =
        database.write(session -> DueClaims.claim(session, now, lease, limit));
    Map<ComplaintId, Complaint> complaints =
        database.read(session -> reader.readAll(session, claimed));
    return claimed.stream().map(complaints::get).filter(Objects::nonNull).toList();
  }

  @Override
  public void watch(Complaint complaint, Watch watch) {
    database.write(
        session -> {
          ComplaintIndex.watch(session, complaint, watch);
          return watch;
        });
  }

  @Override
  public Map<ReporterHandle, ReporterId> findReporters(Collection<ReporterHandle> handles) {
    return database.read(session -> reporters.findAll(session, handles));
  }

  @Override
  public Optional<KnownReporter> findReporter(ReporterId id) {
    return database.read(session -> reporters.find(session, id));
  }

  @Override
  public Erasure erase(ReporterId id, UnaryOperator<ComplaintEvent> redaction) {
    return database.erase(session -> reporters.erase(session, id, redaction));
  }

  @Override
  public int redact(ComplaintId id, UnaryOperator<ComplaintEvent> redaction) {
    return database.erase(session -> reporters.redact(session, id, redaction));
  }

  @Override
  public Optional<Cursor> findCursor(AccountId account) {
    return database.read(session -> Accounts.findCursor(session, account));
  }

  @Override
  public Optional<AccountStanding> claimAccount(AccountId account, Instant now, Duration lease) {
    return database.write(session -> Accounts.claim(session, account, now, lease));
  }

  @Override
  public boolean settleAccount(AccountStanding standing) {
    return database.write(session -> Accounts.settle(session, standing));
  }

  @Override
  public List<AccountStanding> listAccounts() {
    return database.read(Accounts::list);
  }

  @Override
  public List<PendingFetch> claimFetches(Instant now, Duration lease, int limit) {
    return database.write(session -> Fetches.claim(session, now, lease, limit));
  }

  @Override
  public void postponeFetch(PendingFetch fetch, Instant due) {
    database.write(
        session -> {
          Fetches.postpone(session, fetch, due);
          return fetch;
        });
  }

  @Override
  public List<LeftOut> listLeftOut(int limit) {
    return database.read(session -> IntakeRecords.listLeftOut(session, limit));
  }

  @Override
  public long countLeftOut() {
    return database.read(IntakeRecords::countLeftOut);
  }

  @Override
  public List<OutboxEntry> claimReplies(Instant now, Duration lease, int limit) {
    return database.write(session -> outbox.claim(session, now, lease, limit));
  }

  @Override
  public void settleReply(OutboxEntry entry, DeliveryOutcome outcome) {
    database.write(
        session -> {
          Outbox.settle(session, entry, outcome);
          return outcome;
        });
  }

  @Override
  public List<StoredReply> listReplies(OutboxState state, @Nullable UUID after, int limit) {
    return database.read(session -> Outbox.list(session, state, after, limit));
  }

  @Override
  public boolean retryReply(UUID id, Instant due) {
    return database.write(session -> Outbox.retry(session, id, due));
  }

  @Override
  public Map<OutboxState, Long> countReplies() {
    return database.read(Outbox::count);
  }

  /**
   * Makes the read index from the events again: what complaints are searched by, but for the times
   * of {@link Watch}, which stay as they were noted. A complaint that was missing in the index is
   * to be looked at at once. Some hundreds of complaints are one transaction, so work may go on
   * meanwhile; safe to repeat.
   *
   * @return how many complaints there are
   */
  public long rebuildIndex() {
    long complaints = 0;
    IndexRebuild.Page page = IndexRebuild.BEFORE_THE_FIRST;
    while (!page.isLast()) {
      String after = page.end();
      page = database.write(session -> index.page(session, after));
      complaints += page.complaints().size();
    }
    return complaints;
  }

  @Override
  public void close() {}
}
