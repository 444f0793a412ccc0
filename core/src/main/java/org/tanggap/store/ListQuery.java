package org.tanggap.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tanggap.complaint.ComplaintId;

/** A {@link ComplaintQuery} as SQL: one statement, so that a page is of one moment. */
final class ListQuery {

  private final StringBuilder conditions = new StringBuilder("1 = 1");
  private final List<Object> values = new ArrayList<>();
  private final ComplaintQuery query;
  private final Dialect dialect;

  ListQuery(ComplaintQuery query, Dialect dialect) {
    this.query = query;
    this.dialect = dialect;
    filter();
    goOn();
  }

  /** Rows of complaint id, place in the order, event; each complaint's events together. */
  String sql() {
    return "SELECT page.complaint_id, page.place, event.body FROM ("
        + pageSql()
        + ") page JOIN tanggap_event event ON event.complaint_id = page.complaint_id"
        + " ORDER BY page.place, page.complaint_id"
        + direction()
        + ", event.version";
  }

  /** Rows of complaint id and place in the order. */
  private String pageSql() {
    return "SELECT complaint_id, "
        + key("0")
        + " AS place FROM tanggap_complaint WHERE "
        + conditions
        + " ORDER BY "
        + key("")
        + (key("").isEmpty() ? "" : ", ")
        + "complaint_id"
        + direction()
        + " LIMIT ?";
  }

  private String direction() {
    return query.order() == ComplaintQuery.Order.LATEST ? " DESC" : "";
  }

  private String key(String ofReceipt) {
    return switch (query.order()) {
      case RECEIVED, LATEST -> ofReceipt;
      case DUE -> "due";
      case CHANGED -> "changed";
    };
  }

  private void filter() {
    if (query.openOnly()) {
      where("open = 1");
    }
    if (query.unit() != null) {
      where("unit = ?", query.unit());
    }
    if (query.area() != null) {
      whereWithin("area", query.area());
    }
    if (query.category() != null) {
      whereWithin("category", query.category().code());
    }
    ComplaintQuery.Bounds bounds = query.bounds();
    if (bounds != null) {
      where(
          "latitude BETWEEN ? AND ?", bounds.southWest().latitude(), bounds.northEast().latitude());
      where(
          bounds.isOverMeridian()
              ? "(longitude >= ? OR longitude <= ?)"
              : "longitude >= ? AND longitude <= ?",
          bounds.southWest().longitude(),
          bounds.northEast().longitude());
    }
    if (query.reporter() != null) {
      where(
          "complaint_id IN (SELECT complaint_id FROM tanggap_participant WHERE reporter_id = ?)",
          query.reporter().toString());
    }
  }

  /** The code itself and what follows it after a dot: one range, in which only dots count. */
  private void whereWithin(String column, String code) {
    char afterDot = '.' + 1;
    where(column + " >= ? AND " + column + " < ?", code, code + afterDot);
    where("(" + column + " = ? OR " + column + " >= ?)", code, code + '.');
  }

  private void goOn() {
    if (query.order() == ComplaintQuery.Order.DUE) {
      where("due IS NOT NULL");
    } else if (query.order() == ComplaintQuery.Order.CHANGED) {
      where(dialect.settled());
    }
    Bookmark after = query.after();
    if (after == null) {
      return;
    }
    if (query.order() == ComplaintQuery.Order.RECEIVED) {
      where("complaint_id > ?", after.id());
    } else if (query.order() == ComplaintQuery.Order.LATEST) {
      where("complaint_id < ?", after.id());
    } else {
      where("(" + key("") + ", complaint_id) > (?, ?)", after.key(), after.id());
    }
  }

  private void where(String condition, Object... of) {
    conditions.append(" AND ").append(condition);
    values.addAll(List.of(of));
  }

  void bind(Params params) throws SQLException {
    for (Object value : values) {
      if (value instanceof Double real) {
        params.real(real);
      } else if (value instanceof Long number) {
        params.number(number.longValue());
      } else if (value instanceof ComplaintId id) {
        params.plain(id);
      } else {
        params.text(value.toString());
      }
    }
    params.number(query.limit());
  }
}
