package org.tanggap.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, given in their order. */
final class Params {

  private final PreparedStatement statement;
  private final Dialect dialect;
  private int place;

  Params(PreparedStatement statement, Dialect dialect) {
    this.statement = statement;
    this.dialect = dialect;
  }

  /** An id, a name of ours, or JSON: a text that every database can hold. */
  Params plain(@Nullable Object value) throws SQLException {
    statement.setString(++place, value == null ? null : value.toString());
    return this;
  }

  /** A text from outside. */
  Params text(@Nullable String value) throws SQLException {
    statement.setString(++place, value == null ? null : dialect.toStored(value));
    return this;
  }

  Params number(long value) throws SQLException {
    statement.setLong(++place, value);
    return this;
  }

  Params number(@Nullable Long value) throws SQLException {
    if (value == null) {
      statement.setNull(++place, Types.BIGINT);
      return this;
    }
    return number(value.longValue());
  }

  Params real(@Nullable Double value) throws SQLException {
    if (value == null) {
      statement.setNull(++place, Types.DOUBLE);
    } else {
      statement.setDouble(++place, value);
    }
    return this;
  }

  /** Ends the row and begins the next one. */
  void endRow() throws SQLException {
    statement.addBatch();
    place = 0;
  }
}
