package org.tanggap.store;

import java.sql.Connection;
import java.sql.SQLException;

/** What really differs between the databases. All other SQL is the same for each. */
interface Dialect {

  /** The dialect of the database at the other end. */
  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "SQLite" -> new SqliteDialect();
      case "PostgreSQL" -> new PostgresqlDialect();
      default ->
          throw new StoreException(
              product + " is not supported: give the URL of a SQLite or PostgreSQL database", null);
    };
  }

  /** What the names of its schema scripts begin with. */
  String script();

  /** The number of its last schema script. */
  int currentSchema();

  /** The number of the schema script that brought the read index. */
  int firstIndexedSchema();

  /** Refuses a server that lacks what is used, and sets what is set once for a whole database. */
  void prepare(Connection connection) throws SQLException;

  /** Sets what holds for one connection. */
  void configure(Connection connection) throws SQLException;

  /** Begins a transaction that will write. */
  void begin(Connection connection) throws SQLException;

  void commit(Connection connection) throws SQLException;

  void rollback(Connection connection) throws SQLException;

  /** Keeps others from creating or upgrading the tables until the transaction ends. */
  void lockSchema(Connection connection) throws SQLException;

  /** Whether the tables are there; a query with one row if they are. */
  String schemaExists();

  /** Mends what the move to another server has put out of order. */
  void settleIn(Connection connection) throws SQLException;

  /** Numbers the transaction, so that complaints can be ordered by change; a query with one row. */
  String commitNumber();

  /** The condition that no change with a smaller number can still come. */
  String settled();

  /** What a SELECT ends with whose rows are taken by one claimant only. */
  String skipClaimed();

  /** What a SELECT ends with whose rows nobody else may change before the transaction ends. */
  String holdRows();

  /** Whether a row was refused because its key is there already. */
  boolean isTaken(SQLException e);

  /** Whether the transaction failed only because of others that ran at the same time. */
  boolean isWorthRepeating(SQLException e);

  /** A text as the database can hold it. */
  String toStored(String text);

  /** What {@link #toStored} was given. */
  String fromStored(String stored);

  /** Makes sure that what this transaction overwrites cannot be read in the files afterwards. */
  void beginErasing(Connection connection) throws SQLException;

  void endErasing(Connection connection) throws SQLException;
}
