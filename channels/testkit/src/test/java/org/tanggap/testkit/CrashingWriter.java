package org.tanggap.testkit;

import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.complaint;
import static org.tanggap.testkit.SampleComplaints.key;
import static org.tanggap.testkit.SampleComplaints.person;
import static org.tanggap.testkit.SampleComplaints.reply;
import static org.tanggap.testkit.SampleComplaints.reporterId;
import static org.tanggap.testkit.SampleComplaints.taken;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Complaint;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.JdbcStore;
import org.tanggap.store.Watch;

/**
 * A process that takes reports in until it is killed, a page a commit. After each commit it says so
 * in a line, {@code stored FIRST LAST .}; a line without its full stop was cut off.
 */
final class CrashingWriter {

  static final AccountId ACCOUNT = AccountId.of("crash", "page");

  private final JdbcStore store;
  private final Random random;
  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private CrashingWriter(JdbcStore store, long seed) {
    this.store = store;
    this.random = new Random(seed);
  }

  static DataSource dataSource(String url) {
    if (url.startsWith("jdbc:sqlite:")) {
      SQLiteDataSource sqlite = new SQLiteDataSource();
      sqlite.setUrl(url);
      return sqlite;
    }
    PGSimpleDataSource postgresql = new PGSimpleDataSource();
    postgresql.setUrl(url);
    return postgresql;
  }

  /** Takes the URL of the database, the number of the first report, and a seed. */
  public static void main(String[] arguments) {
    JdbcStore store = JdbcStore.on(dataSource(arguments[0]));
    CrashingWriter writer = new CrashingWriter(store, Long.parseLong(arguments[2]));
    writer.out.println("ready .");
    writer.run(Integer.parseInt(arguments[1]));
  }

  private void run(int firstOfAll) {
    int first = firstOfAll;
    Cursor from = store.findCursor(ACCOUNT).orElse(null);
    // Nobody listens any more once whoever is to kill it is gone itself.
    while (!out.checkError()) {
      int last = first + random.nextInt(30);
      Commit commit = page(first, last, from);
      if (first > firstOfAll) {
        Complaint before = report(firstOfAll).after(SampleComplaints.WORK);
        if (store.find(before.id()).orElseThrow().version() < before.version()) {
          commit.append(before, before.version() - 1, Watch.NONE);
        }
      }
      if (!store.commit(commit).equals(new CommitResult.Committed())) {
        throw new AssertionError("refused");
      }
      out.println("stored " + first + " " + last + " .");
      deliverSome();
      first = last + 1;
      from = cursor(last);
    }
  }

  static Complaint report(int number) {
    return complaint(
        number, EveryEvent.routed("31.74.01.1002"), EveryEvent.assigned("unit-" + number % 9));
  }

  /** Stores the first page. */
  static void store(JdbcStore store, int first, int last) {
    store.commit(page(first, last, null));
  }

  private static Cursor cursor(int last) {
    return new Cursor("" + last);
  }

  private static Commit page(int first, int last, @Nullable Cursor from) {
    Commit commit = new Commit().cursor(ACCOUNT, from, cursor(last));
    for (int number = first; number <= last; number++) {
      add(commit, number);
    }
    return commit;
  }

  private static void add(Commit commit, int number) {
    commit
        .append(report(number), 0, new Watch(NOW, NOW))
        .message(key(number), taken(number))
        .reporter(person(number))
        .reply(reply(number, NOW, reporterId(number)));
  }

  private void deliverSome() {
    if (random.nextInt(4) == 0) {
      store
          .claimReplies(NOW, Duration.ofMinutes(5), 5)
          .forEach(entry -> store.settleReply(entry, SampleComplaints.SENT));
    }
  }
}
