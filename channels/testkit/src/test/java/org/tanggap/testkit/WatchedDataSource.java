package org.tanggap.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A data source that sees what is done on its connections. */
class WatchedDataSource {

  private final DataSource inner;

  WatchedDataSource(DataSource inner) {
    this.inner = inner;
  }

  /** For subclasses: a connection is handed out. */
  void opened(Connection connection) throws SQLException {}

  /** For subclasses: a connection is about to be given back. */
  void closing(Connection connection) throws SQLException {}

  /** For subclasses: a transaction is about to be committed by the method of JDBC. */
  void committing() throws InterruptedException {}

  /** For subclasses: what the database is called. */
  String product(String name) {
    return name;
  }

  /** For subclasses: a query or a single change is about to run. */
  void asking(PreparedStatement query, String sql) throws SQLException {}

  DataSource watched() {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          Object result = call(inner, method, arguments);
          return result instanceof Connection connection ? watched(connection) : result;
        });
  }

  private Connection watched(Connection connection) throws SQLException {
    opened(connection);
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            closing(connection);
          } else if (method.getName().equals("commit")) {
            committing();
          }
          Object result = call(connection, method, arguments);
          return switch (method.getName()) {
            case "prepareStatement" -> watched((PreparedStatement) result, (String) arguments[0]);
            case "getMetaData" -> watched((DatabaseMetaData) result);
            default -> result;
          };
        });
  }

  private DatabaseMetaData watched(DatabaseMetaData metaData) {
    return proxy(
        DatabaseMetaData.class,
        (proxy, method, arguments) -> {
          Object result = call(metaData, method, arguments);
          return method.getName().equals("getDatabaseProductName")
              ? product((String) result)
              : result;
        });
  }

  private PreparedStatement watched(PreparedStatement statement, String sql) {
    return proxy(
        PreparedStatement.class,
        (proxy, method, arguments) -> {
          if (Set.of("executeQuery", "executeUpdate").contains(method.getName())) {
            asking(statement, sql);
          }
          return call(statement, method, arguments);
        });
  }

  private static Object call(Object on, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    ClassLoader loader = WatchedDataSource.class.getClassLoader();
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
  }

  /** Asks the database how it would run each query, with the same parameters. */
  static final class Explaining extends WatchedDataSource {

    private final String explain;
    private final int column;
    private final List<String> plan = new ArrayList<>();
    private final List<String> earlier = new ArrayList<>();

    /**
     * A data source that explains.
     *
     * @param explain what stands before the query
     * @param column which column of the answer tells the plan
     */
    Explaining(DataSource inner, String explain, int column) {
      super(inner);
      this.explain = explain;
      this.column = column;
    }

    String lastPlan() {
      return String.join("\n", plan);
    }

    /** All plans until now, but for the last one. */
    String earlierPlans() {
      return String.join("\n", earlier);
    }

    @Override
    void asking(PreparedStatement query, String sql) throws SQLException {
      if (Stream.of("SELECT", "WITH", "UPDATE", "DELETE").noneMatch(sql::startsWith)) {
        return;
      }
      earlier.addAll(plan);
      plan.clear();
      // PostgreSQL's driver shows the query with its parameters; SQLite needs none for a plan.
      String explained = query.toString().contains("parameters=") ? sql : query.toString();
      try (PreparedStatement statement =
              query.getConnection().prepareStatement(explain + explained);
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          plan.add(rows.getString(column));
        }
      }
    }
  }
}
