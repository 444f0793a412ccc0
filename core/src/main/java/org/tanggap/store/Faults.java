package org.tanggap.store;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Set;

/**
 * Faults of a database without what they quote: a server's message may hold the values of a row, a
 * driver's the whole statement.
 */
final class Faults {

  /**
   * Classes of SQLSTATE whose messages speak of the server and not of rows: connection,
   * authorization, catalog, syntax and names, resources, state, operator, system.
   */
  private static final Set<String> SPEAK_OF_THE_SERVER =
      Set.of("08", "28", "3D", "42", "53", "55", "57", "58");

  private Faults() {}

  static StoreException unusable(SQLException e) {
    String told = tell(e);
    SQLException cause = new SQLException(told, e.getSQLState(), e.getErrorCode());
    cause.setStackTrace(e.getStackTrace());
    return new StoreException("the database cannot be used: " + told, cause);
  }

  private static String tell(SQLException e) {
    SQLException next = e.getNextException();
    if (e instanceof BatchUpdateException && next != null) {
      return tell(next);
    }
    return speaksOfTheServer(e)
        ? String.valueOf(e.getMessage())
        : "SQLSTATE " + e.getSQLState() + ", code " + e.getErrorCode();
  }

  /** A fault without a state comes from the driver itself or from SQLite, which quote no values. */
  private static boolean speaksOfTheServer(SQLException e) {
    String state = e.getSQLState();
    return !(e instanceof BatchUpdateException)
        && (state == null
            || state.isEmpty()
            || (state.length() == 5 && SPEAK_OF_THE_SERVER.contains(state.substring(0, 2))));
  }
}
