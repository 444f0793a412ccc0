package org.tanggap.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** SQLite, one writer at a time, in WAL mode. */
final class SqliteDialect implements Dialect {

  private static final int CONSTRAINT = 19;

  private static void execute(Connection connection, String... commands) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  @Override
  public String script() {
    return "sqlite";
  }

  @Override
  public int currentSchema() {
    return 3;
  }

  @Override
  public int firstIndexedSchema() {
    return 2;
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    execute(connection, "PRAGMA journal_mode = WAL");
  }

  @Override
  public void configure(Connection connection) throws SQLException {
    execute(connection, "PRAGMA synchronous = FULL", "PRAGMA busy_timeout = 10000");
  }

  /** At once the writer, so that no other one can come between reading and writing. */
  @Override
  public void begin(Connection connection) throws SQLException {
    execute(connection, "BEGIN IMMEDIATE");
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    execute(connection, "COMMIT");
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    execute(connection, "ROLLBACK");
  }

  /** Whoever else opens the same new file waits in {@link #begin}. */
  @Override
  public void lockSchema(Connection connection) {}

  @Override
  public String schemaExists() {
    return "SELECT 1 FROM sqlite_master WHERE name = 'tanggap_schema'";
  }

  @Override
  public void settleIn(Connection connection) {}

  @Override
  public String commitNumber() {
    return "UPDATE tanggap_schema SET commits = commits + 1 RETURNING commits";
  }

  /** Commits are numbered by the only writer there is. */
  @Override
  public String settled() {
    return "1 = 1";
  }

  @Override
  public String skipClaimed() {
    return "";
  }

  @Override
  public String holdRows() {
    return "";
  }

  @Override
  public boolean isTaken(SQLException e) {
    return e.getErrorCode() == CONSTRAINT;
  }

  @Override
  public boolean isWorthRepeating(SQLException e) {
    return false;
  }

  @Override
  public String toStored(String text) {
    return text;
  }

  @Override
  public String fromStored(String stored) {
    return stored;
  }

  @Override
  public void beginErasing(Connection connection) throws SQLException {
    execute(connection, "PRAGMA secure_delete = ON");
  }

  /**
   * The log still holds the pages as they were. While somebody reads them, this is left to the next
   * time, without a fault and without a long wait.
   */
  @Override
  public void endErasing(Connection connection) throws SQLException {
    execute(connection, "PRAGMA busy_timeout = 100", "PRAGMA wal_checkpoint(TRUNCATE)");
  }
}
