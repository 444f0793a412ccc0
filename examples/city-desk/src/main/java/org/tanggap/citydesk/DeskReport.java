package org.tanggap.citydesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tanggap.desk.Intake;
import org.tanggap.store.LeftOut;

/** Where the complaints went, as lines for a terminal. */
final class DeskReport {

  private static final int ROWS = 10;
  private static final int LEFT_OUT_SHOWN = 20;

  private final DeskView view;

  DeskReport(DeskView view) {
    this.view = view;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(thisRun());
    lines.add(allComplaints());
    for (DeskView.Table table : view.tables()) {
      addTable(lines, table);
    }
    addLeftOut(lines);
    if (!view.notice().isEmpty()) {
      lines.add("");
      lines.add(view.notice());
    }
    return lines;
  }

  private String thisRun() {
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
    DeskView.Row total = view.total();
    return String.format(
        Locale.ROOT,
        "All %,d complaints: %,d routed, %,d ambiguous, %,d outside, %,d without a place;"
            + " %,d not yet answered, %,d in work, %,d done; %,d overdue.",
        total.complaints(),
        view.countOutcome("routed"),
        view.countOutcome("ambiguous"),
        view.countOutcome("outside"),
        view.countOutcome("needs-location"),
        total.notAnswered(),
        total.inWork(),
        total.done(),
        total.overdue());
  }

  private static void addTable(List<String> lines, DeskView.Table table) {
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%-45s %8s %8s %8s %8s",
            table.title(),
            "waiting",
            "in work",
            "done",
            "overdue"));
    for (DeskView.Row row : table.rows().subList(0, Math.min(ROWS, table.rows().size()))) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-43s %,8d %,8d %,8d %,8d",
              row.name(),
              row.notAnswered(),
              row.inWork(),
              row.done(),
              row.overdue()));
    }
    if (table.rows().size() > ROWS) {
      lines.add(String.format(Locale.ROOT, "  … and %,d more", table.rows().size() - ROWS));
    }
  }

  private void addLeftOut(List<String> lines) {
    long count = view.countLeftOut();
    lines.add("");
    lines.add(String.format(Locale.ROOT, "Left out in all: %,d", count));
    List<LeftOut> entries = view.leftOut();
    for (LeftOut entry : entries.subList(0, Math.min(LEFT_OUT_SHOWN, entries.size()))) {
      lines.add("  " + entry.where() + ": " + entry.why());
    }
    if (count > LEFT_OUT_SHOWN) {
      lines.add("  … and more; all are kept in the table tanggap_left_out");
    }
  }
}
