package org.tanggap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The rows that the library wrote for a page of reports, to be written again with new keys by plain
 * batched JDBC and nothing else: the peer of the whole intake.
 */
final class BareRows {

  private static final List<String> TABLES =
      List.of(
          "tanggap_message",
          "tanggap_complaint",
          "tanggap_event",
          "tanggap_participant",
          "tanggap_reporter",
          "tanggap_outbox");

  private record Table(String insert, List<String> columns, List<Object[]> rows) {}

  private final List<Table> tables = new ArrayList<>();
  private List<List<Object[]>> next = List.of();
  private long made;

  /** Reads the rows of a database that holds one page. */
  static BareRows of(DataSource source) throws SQLException {
    BareRows bare = new BareRows();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
          bare.tables.add(read(table, rows));
        }
      }
    }
    return bare;
  }

  private static Table read(String name, ResultSet rows) throws SQLException {
    int width = rows.getMetaData().getColumnCount();
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= width; i++) {
      columns.add(rows.getMetaData().getColumnName(i));
    }
    List<Object[]> read = new ArrayList<>();
    while (rows.next()) {
      Object[] row = new Object[width];
      for (int i = 0; i < width; i++) {
        row[i] = rows.getObject(i + 1);
      }
      read.add(row);
    }
    String places = String.join(", ", Collections.nCopies(width, "?"));
    String insert =
        "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES (" + places + ")";
    return new Table(insert, columns, read);
  }

  int count() {
    return tables.stream().mapToInt(table -> table.rows().size()).sum();
  }

  /** Gives the rows new keys, in the order of time as the library's are; not measured. */
  void renew() {
    Map<Object, String> keys = new HashMap<>();
    List<List<Object[]>> renewed = new ArrayList<>();
    for (Table table : tables) {
      List<Object[]> rows = new ArrayList<>();
      for (Object[] row : table.rows()) {
        Object[] copy = row.clone();
        for (int i = 0; i < copy.length; i++) {
          String column = table.columns().get(i);
          if (column.equals("external_id")) {
            copy[i] = keys.computeIfAbsent("message " + row[i], key -> "bare-" + ++made);
          } else if (column.equals("id") || column.endsWith("_id")) {
            copy[i] = row[i] == null ? null : keys.computeIfAbsent(row[i], key -> uuid(++made));
          }
        }
        rows.add(copy);
      }
      renewed.add(rows);
    }
    next = renewed;
  }

  private static String uuid(long number) {
    String digits = String.format(java.util.Locale.ROOT, "%016x", number);
    return "01a1fbe2-" + digits.substring(0, 4) + "-7000-8000-" + digits.substring(4);
  }

  /** Writes the rows in one transaction, one batch a table. */
  void insert(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      for (int t = 0; t < tables.size(); t++) {
        try (PreparedStatement insert = connection.prepareStatement(tables.get(t).insert())) {
          for (Object[] row : next.get(t)) {
            for (int i = 0; i < row.length; i++) {
              insert.setObject(i + 1, row[i]);
            }
            insert.addBatch();
          }
          insert.executeBatch();
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }
}
