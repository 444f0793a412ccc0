package org.tanggap.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tanggap.desk.AccountPoll;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.desk.Intake;

/**
 * A page of reports from the channel to the commit, beside nothing but the insertion of the same
 * rows: same tables, same indexes, same pool, one transaction, one batch a table.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 6, time = 3)
public class IntakeBenchmark {

  @Param({"sqlite", "postgresql"})
  String database = "";

  @Param({"500", "1"})
  int page;

  private @Nullable Databases databases;
  private SampleDesk.Feed feed = new SampleDesk.Feed(1);
  private @Nullable FeedbackDesk desk;
  private @Nullable BareRows rows;
  private @Nullable HikariDataSource ours;
  private @Nullable HikariDataSource bare;

  @Setup
  public void prepare() throws SQLException {
    databases = Databases.of(database);
    feed = new SampleDesk.Feed(page);
    try (HikariDataSource template = databases.create()) {
      feed.prepare();
      take(SampleDesk.on(JdbcStore.on(template), feed));
      rows = BareRows.of(template);
      System.out.println("[" + rows.count() + " rows for " + page + " reports]");
    }
    bare = databases.create();
    JdbcStore.on(bare);
    ours = databases.create();
    desk = SampleDesk.on(JdbcStore.on(ours), feed);
  }

  /** New reports and new keys for each page; not measured. */
  @Setup(Level.Invocation)
  public void renew() {
    feed.prepare();
    rows.renew();
  }

  @Benchmark
  public int wholeIntake() {
    return take(desk);
  }

  private int take(FeedbackDesk taking) {
    List<AccountPoll> polls = taking.poll();
    List<Intake> results = polls.get(0).results();
    for (Intake result : results) {
      result.getComplaint();
    }
    return results.size();
  }

  @Benchmark
  public void bareInserts() throws SQLException {
    rows.insert(bare);
  }

  @TearDown
  public void close() throws IOException {
    ours.close();
    bare.close();
    databases.close();
  }
}
