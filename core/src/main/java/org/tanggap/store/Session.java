package org.tanggap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A connection while it is lent, with statements as short as JDBC lets them be. */
final class Session {

  /** SQLite takes 32,766 parameters, PostgreSQL 65,535. */
  private static final int KEYS_A_QUERY = 500;

  private final Connection connection;
  private final Dialect dialect;

  Session(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** Gives parameters their values. */
  interface Binder<T> {
    void bind(Params params, T value) throws SQLException;
  }

  /** Makes something of a row. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Sees a row. */
  interface Visitor {
    void visit(ResultSet row) throws SQLException;
  }

  Connection connection() {
    return connection;
  }

  Dialect dialect() {
    return dialect;
  }

  /** One statement for each value, in one batch; how many rows each of them changed. */
  <T> int[] batch(String sql, Collection<? extends T> values, Binder<T> binder)
      throws SQLException {
    if (values.isEmpty()) {
      return new int[0];
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Params params = new Params(statement, dialect);
      for (T value : values) {
        binder.bind(params, value);
        params.endRow();
      }
      return statement.executeBatch();
    }
  }

  <T> int update(String sql, T value, Binder<T> binder) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      binder.bind(new Params(statement, dialect), value);
      return statement.executeUpdate();
    }
  }

  <V> void visit(String sql, V value, Binder<V> binder, Visitor visitor) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      binder.bind(new Params(statement, dialect), value);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          visitor.visit(rows);
        }
      }
    }
  }

  <T, V> List<T> read(String sql, V value, Binder<V> binder, Reader<T> reader) throws SQLException {
    List<T> all = new ArrayList<>();
    visit(sql, value, binder, row -> all.add(reader.read(row)));
    return all;
  }

  <T> List<T> read(String sql, Reader<T> reader) throws SQLException {
    return read(sql, sql, (params, none) -> {}, reader);
  }

  /**
   * Sees the rows of many keys, some hundreds a query.
   *
   * @param sql the query, with {@code %s} where a place for each key goes
   * @param place the place of one key, such as {@code ?} or {@code (?, ?)}
   */
  <K> void visitAll(String sql, String place, Collection<K> keys, Binder<K> binder, Visitor visitor)
      throws SQLException {
    List<K> all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += KEYS_A_QUERY) {
      List<K> some = all.subList(from, Math.min(all.size(), from + KEYS_A_QUERY));
      String places = String.join(", ", Collections.nCopies(some.size(), place));
      visit(
          sql.replace("%s", places),
          some,
          (params, keysOfQuery) -> {
            for (K key : keysOfQuery) {
              binder.bind(params, key);
            }
          },
          visitor);
    }
  }

  /** A text from outside, as it was written. */
  String text(ResultSet row, int column) throws SQLException {
    return fromStored(row.getString(column));
  }

  String fromStored(String stored) {
    return dialect.fromStored(stored);
  }
}
