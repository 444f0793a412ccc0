package org.tanggap.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Lends connections of the host's and gives them back as they were, whatever happens on them.
 * Faults come out without what they quote.
 */
final class Database {

  private static final int ATTEMPTS = 10;

  private final DataSource dataSource;
  private final Dialect dialect;

  Database(DataSource dataSource, Dialect dialect) {
    this.dataSource = dataSource;
    this.dialect = dialect;
  }

  /** What is done on a connection. */
  interface Work<T> {
    T in(Session session) throws SQLException;
  }

  /** Reads, each statement by itself. */
  <T> T read(Work<T> work) {
    try {
      return lent(work);
    } catch (SQLException e) {
      throw Faults.unusable(e);
    }
  }

  /** Writes in one transaction. */
  <T> T write(Work<T> work) {
    return write(work, result -> true);
  }

  /** Writes in one transaction, which is undone if its result is not to be kept. */
  <T> T write(Work<T> work, Predicate<T> keep) {
    try {
      return lent(session -> repeated(() -> transaction(session, work, keep)));
    } catch (SQLException e) {
      throw Faults.unusable(e);
    }
  }

  private interface Attempt<T> {
    T run() throws SQLException;
  }

  private <T> T repeated(Attempt<T> transaction) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.run();
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !dialect.isWorthRepeating(e)) {
          throw e;
        }
      }
    }
  }

  /**
   * Writes in one transaction, after which nothing of what was overwritten is left in the files.
   */
  <T> T erase(Work<T> work) {
    try {
      return lent(
          session -> {
            dialect.beginErasing(session.connection());
            T result = repeated(() -> transaction(session, work, it -> true));
            dialect.endErasing(session.connection());
            return result;
          });
    } catch (SQLException e) {
      throw Faults.unusable(e);
    }
  }

  private <T> T transaction(Session session, Work<T> work, Predicate<T> keep) throws SQLException {
    Connection connection = session.connection();
    dialect.begin(connection);
    try {
      T result = work.in(session);
      if (keep.test(result)) {
        dialect.commit(connection);
      } else {
        dialect.rollback(connection);
      }
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      undo(connection);
      throw e;
    }
  }

  private void undo(Connection connection) {
    try {
      dialect.rollback(connection);
    } catch (SQLException e) {
      // The fault that led here says more; a transaction that is not ended ends with its
      // connection.
    }
  }

  private <T> T lent(Work<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      boolean before = connection.getAutoCommit();
      if (!before) {
        connection.setAutoCommit(true);
      }
      try {
        dialect.configure(connection);
        return work.in(new Session(connection, dialect));
      } finally {
        restore(connection, before);
      }
    }
  }

  /**
   * A connection that is broken is the pool's affair, and no reason to deny what was done on it.
   */
  private static void restore(Connection connection, boolean autoCommit) {
    try {
      if (connection.getAutoCommit() != autoCommit) {
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException e) {
      // See above.
    }
  }
}
