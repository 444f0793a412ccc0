package org.tanggap.citydesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.tanggap.audience.Colour;
import org.tanggap.desk.Intake;
import org.tanggap.figures.Dimension;
import org.tanggap.figures.FigureRow;
import org.tanggap.figures.Weeks;
import org.tanggap.store.LeftOut;

/** Where the complaints went, as lines for a terminal. */
final class DeskReport {

  private static final int ROWS = 10;
  private static final int LEFT_OUT_SHOWN = 20;

  private static final List<Dimension> TABLES =
      List.of(Dimension.CITY, Dimension.KECAMATAN, Dimension.KELURAHAN, Dimension.CATEGORY);

  private final DeskParts parts;

  DeskReport(DeskParts parts) {
    this.parts = parts;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(thisRun());
    lines.add(allComplaints());
    lines.add(byColour());
    for (Dimension dimension : TABLES) {
      addTable(lines, dimension);
    }
    addLeftOut(lines);
    if (!parts.notice().isEmpty()) {
      lines.add("");
      lines.add(parts.notice());
    }
    return lines;
  }

  private String thisRun() {
    DeskView view = parts.view();
    return String.format(
        Locale.ROOT,
        "This run: %,d new, %,d known already, %,d in conflict, %,d ignored, %,d left out.",
        view.countIntake(Intake.Accepted.class),
        view.countIntake(Intake.AlreadyKnown.class),
        view.countIntake(Intake.Conflicting.class),
        view.countIntake(Intake.Ignored.class),
        view.countIntake(Intake.Rejected.class));
  }

  private String allComplaints() {
    DeskView view = parts.view();
    return String.format(
        Locale.ROOT,
        "All %,d complaints: %,d routed, %,d ambiguous, %,d outside, %,d without a place;"
            + " %,d overdue; %,d warnings and escalations.",
        view.dots().size(),
        view.countOutcome("routed"),
        view.countOutcome("ambiguous"),
        view.countOutcome("outside"),
        view.countOutcome("needs-location"),
        view.countOverdue(),
        parts.alerts().count());
  }

  private String byColour() {
    List<String> counts = new ArrayList<>();
    for (Colour colour : Colour.values()) {
      String name = colour.name().toLowerCase(Locale.ROOT);
      counts.add(String.format(Locale.ROOT, "%,d %s", parts.view().countColour(colour), name));
    }
    return "On the map: " + String.join(", ", counts) + ".";
  }

  private void addTable(List<String> lines, Dimension dimension) {
    List<FigureRow> rows = FiguresApi.rows(parts.view(), dimension, Weeks.all());
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%-45s %8s %8s %8s %8s",
            title(dimension),
            "received",
            "open",
            "overdue",
            "in time"));
    for (FigureRow row : rows.subList(0, Math.min(ROWS, rows.size()))) {
      String name = FiguresApi.name(parts.view(), row);
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-43s %,8d %,8d %,8d %8s",
              name.isEmpty() ? "(not known)" : name,
              row.received(),
              row.open(),
              row.overdue(),
              share(row)));
    }
    if (rows.size() > ROWS) {
      lines.add(String.format(Locale.ROOT, "  … and %,d more", rows.size() - ROWS));
    }
  }

  private static String title(Dimension dimension) {
    return switch (dimension) {
      case CITY -> "Kota";
      case KECAMATAN -> "Kecamatan";
      case KELURAHAN -> "Kelurahan";
      case CATEGORY -> "Category";
      case UNIT -> "Unit";
      case CHANNEL -> "Channel";
      case WEEK -> "Week";
    };
  }

  /** Of what is finished or should be. */
  private static String share(FigureRow row) {
    OptionalDouble share = row.findShareInTime();
    return share.isEmpty() ? "-" : String.format(Locale.ROOT, "%.0f %%", share.getAsDouble() * 100);
  }

  private void addLeftOut(List<String> lines) {
    long count = parts.store().countLeftOut();
    lines.add("");
    lines.add(String.format(Locale.ROOT, "Left out in all: %,d", count));
    List<LeftOut> entries = parts.store().listLeftOut(LEFT_OUT_SHOWN);
    for (LeftOut entry : entries) {
      lines.add("  " + entry.where() + ": " + entry.why());
    }
    if (count > LEFT_OUT_SHOWN) {
      lines.add("  … and more; all are kept in the table tanggap_left_out");
    }
  }
}
