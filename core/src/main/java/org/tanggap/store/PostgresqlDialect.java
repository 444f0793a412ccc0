package org.tanggap.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** PostgreSQL 13 or newer. */
final class PostgresqlDialect implements Dialect {

  private static final int OLDEST = 13;

  /** Any number that nobody else locks; these are the letters of the name. */
  private static final long SCHEMA_LOCK = 0x74616E67676170L;

  private static final String TRANSACTION_FAILED_BY_OTHERS = "40001";
  private static final String DEADLOCK = "40P01";
  private static final String UNIQUE_VIOLATION = "23505";

  /** Stands before itself, and before 0 for U+0000, which PostgreSQL does not hold in a text. */
  private static final char ESCAPE = '\u001A';

  @Override
  public String script() {
    return "postgresql";
  }

  @Override
  public int currentSchema() {
    return 2;
  }

  @Override
  public int firstIndexedSchema() {
    return 1;
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST) {
      throw new StoreException(
          "PostgreSQL " + version + " is too old: it takes " + OLDEST + " or newer", null);
    }
  }

  @Override
  public void configure(Connection connection) {}

  @Override
  public void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    connection.commit();
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    connection.rollback();
  }

  @Override
  public void lockSchema(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
    }
  }

  /** Asks the catalog itself: to_regclass may remember what was before the lock was waited for. */
  @Override
  public String schemaExists() {
    return "SELECT 1 FROM pg_class WHERE relname = 'tanggap_schema' AND pg_table_is_visible(oid)";
  }

  /** After a dump was loaded into a younger server, goes on counting where the old one was. */
  @Override
  public void settleIn(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE tanggap_schema SET commits = last.changed"
              + " FROM (SELECT max(changed) AS changed FROM tanggap_complaint) last"
              + " WHERE last.changed >="
              + " commits + pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
    }
  }

  /**
   * The number is the transaction's own, so that writers need not wait for each other. A host that
   * turned synchronous_commit off is overruled: what was acknowledged is to survive.
   */
  @Override
  public String commitNumber() {
    return "SELECT commits + pg_current_xact_id()::text::bigint,"
        + " CASE current_setting('synchronous_commit') WHEN 'off'"
        + " THEN set_config('synchronous_commit', 'on', true) END FROM tanggap_schema";
  }

  /** Transactions begin in the order of their numbers, but end in any. */
  @Override
  public String settled() {
    return "changed < (SELECT commits FROM tanggap_schema)"
        + " + pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
  }

  @Override
  public String skipClaimed() {
    return " FOR UPDATE SKIP LOCKED";
  }

  @Override
  public String holdRows() {
    return " FOR UPDATE";
  }

  @Override
  public boolean isTaken(SQLException e) {
    return UNIQUE_VIOLATION.equals(e.getSQLState());
  }

  @Override
  public boolean isWorthRepeating(SQLException e) {
    String state = e.getSQLState();
    return TRANSACTION_FAILED_BY_OTHERS.equals(state) || DEADLOCK.equals(state);
  }

  @Override
  public String toStored(String text) {
    return text.indexOf('\0') < 0 && text.indexOf(ESCAPE) < 0
        ? text
        : text.replace("" + ESCAPE, "" + ESCAPE + ESCAPE).replace("\0", ESCAPE + "0");
  }

  @Override
  public String fromStored(String stored) {
    if (stored.indexOf(ESCAPE) < 0) {
      return stored;
    }
    StringBuilder text = new StringBuilder(stored.length());
    for (int i = 0; i < stored.length(); i++) {
      char c = stored.charAt(i);
      if (c == ESCAPE && ++i < stored.length()) {
        c = stored.charAt(i) == '0' ? '\0' : stored.charAt(i);
      }
      text.append(c);
    }
    return text.toString();
  }

  /** Old rows go with the next VACUUM, which is the server's affair. */
  @Override
  public void beginErasing(Connection connection) {}

  @Override
  public void endErasing(Connection connection) {}
}
