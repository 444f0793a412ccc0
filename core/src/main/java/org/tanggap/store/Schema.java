package org.tanggap.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Brings a database to the current schema, and a connection to the settings that durability needs.
 */
final class Schema {

  private static final int CURRENT = 1;

  private Schema() {}

  /** Creates or upgrades the tables. */
  static void prepare(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    if (!product.equals("SQLite")) {
      throw new StoreException(
          product + " is not supported: give the URL of a SQLite database", null);
    }
    configure(connection);
    try (Statement statement = connection.createStatement()) {
      refuseNewer(version(statement));
      statement.execute("PRAGMA journal_mode = WAL");
      // Whoever else opens the same new file waits here until the tables are made.
      statement.execute("BEGIN IMMEDIATE");
      try {
        upgrade(statement);
        statement.execute("COMMIT");
      } catch (SQLException | RuntimeException e) {
        statement.execute("ROLLBACK");
        throw e;
      }
    }
  }

  private static void upgrade(Statement statement) throws SQLException {
    int version = version(statement);
    refuseNewer(version);
    for (int next = version + 1; next <= CURRENT; next++) {
      apply(statement, next);
    }
  }

  private static void refuseNewer(int version) {
    if (version > CURRENT) {
      throw new StoreException(
          "the database has schema " + version + ", newer than this library knows", null);
    }
  }

  /** Settings that SQLite keeps for each connection. */
  static void configure(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA busy_timeout = 10000");
    }
  }

  /** 0 where the tables are not made yet. */
  private static int version(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'tanggap_schema'")) {
      if (!row.next()) {
        return 0;
      }
    }
    try (ResultSet row = statement.executeQuery("SELECT version FROM tanggap_schema")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private static void apply(Statement statement, int version) throws SQLException {
    for (String sql : script(version).split(";", -1)) {
      if (!sql.isBlank()) {
        statement.execute(sql);
      }
    }
    statement.execute("UPDATE tanggap_schema SET version = " + version);
  }

  private static String script(int version) {
    String name = "sqlite-" + version + ".sql";
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
