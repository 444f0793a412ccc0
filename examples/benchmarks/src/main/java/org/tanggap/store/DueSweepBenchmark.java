package org.tanggap.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tanggap.complaint.Complaint;
import org.tanggap.desk.FeedbackDesk;

/** Finding a hundred complaints that are due among many that are not. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class DueSweepBenchmark {

  private static final int DUE = 100;
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  @Param({"sqlite", "postgresql"})
  String database = "";

  @Param({"1000", "1000000"})
  int open;

  private @Nullable Databases databases;
  private @Nullable HikariDataSource source;
  private @Nullable JdbcStore store;

  /** One real complaint, copied in the database under new numbers; a hundred of them are due. */
  @Setup
  public void prepare() throws SQLException {
    databases = Databases.of(database);
    source = databases.create();
    store = JdbcStore.on(source);
    SampleDesk.Feed feed = new SampleDesk.Feed(1);
    feed.prepare();
    try (FeedbackDesk desk = SampleDesk.on(store, feed)) {
      desk.poll();
    }
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      String numbers =
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + open + ") ";
      String id = id(database);
      statement.execute(
          numbers
              + "INSERT INTO tanggap_event (complaint_id, version, at, body) SELECT "
              + id
              + ", version, at, body FROM n, (SELECT * FROM tanggap_event) e");
      statement.execute(
          numbers
              + "INSERT INTO tanggap_complaint (complaint_id, version, status, open, category,"
              + " unit, area, latitude, longitude, due, look_at, changed) SELECT "
              + id
              + ", version, status, open, category, unit, area, latitude, longitude, due,"
              + " CASE WHEN i % "
              + open / DUE
              + " = 0 THEN "
              + (NOW.toEpochMilli() - 1)
              + " ELSE "
              + NOW.plus(Duration.ofDays(3)).toEpochMilli()
              + " + i END, changed FROM n, (SELECT * FROM tanggap_complaint) c");
      statement.execute("UPDATE tanggap_complaint SET look_at = NULL WHERE complaint_id < 'ff'");
      statement.execute("ANALYZE");
    }
    int found = store.claimDue(NOW, Duration.ZERO, 10 * DUE).size();
    if (found != DUE) {
      throw new IllegalStateException(found + " complaints are due instead of " + DUE);
    }
  }

  private static String id(String database) {
    String hex = database.equals("sqlite") ? "printf('%012x', i)" : "lpad(to_hex(i), 12, '0')";
    return "'ff000000-0000-7000-8000-' || " + hex;
  }

  /** The lease is zero, so that the same hundred are due again at once. */
  @Benchmark
  public List<Complaint> claimDue() {
    return store.claimDue(NOW, Duration.ZERO, 10 * DUE);
  }

  @TearDown
  public void close() throws IOException {
    source.close();
    databases.close();
  }
}
