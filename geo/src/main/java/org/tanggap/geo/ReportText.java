package org.tanggap.geo;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report as lines for a terminal. */
final class ReportText {

  private static final int SHOWN = 5;

  private static final Comparator<BoundaryNotice.Kind> GRAVEST_FIRST =
      Comparator.comparing(BoundaryNotice.Kind::severity).reversed();

  private final BoundaryReport report;
  private final StringBuilder text = new StringBuilder();

  ReportText(BoundaryReport report) {
    this.report = report;
  }

  String write() {
    Boundaries boundaries = report.boundaries();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %,d areas, %,d parts, %,d vertices\n",
            boundaries.version(),
            boundaries.jurisdictions().size(),
            report.parts(),
            report.vertices()));
    report
        .parents()
        .ifPresent(parents -> text.append("areas above: " + parents.version()).append('\n'));
    if (report.notices().isEmpty()) {
      text.append("nothing is wrong with it\n");
    }
    report.notices().counts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(GRAVEST_FIRST))
        .forEach(entry -> kind(entry.getKey(), entry.getValue()));
    return text.toString();
  }

  private void kind(BoundaryNotice.Kind kind, long count) {
    text.append(String.format(Locale.ROOT, "\n%,d %s", count, kind.sentence()));
    switch (kind) {
      case OVERLAP, GAP, SLIVER ->
          text.append(
              String.format(
                  Locale.ROOT,
                  ", %s in all (over %s each)",
                  size(kind, report.total(kind)),
                  size(kind, report.smallest())));
      case SPIKE ->
          text.append(
              String.format(
                  Locale.ROOT,
                  " (under %.0f degree, %s or longer)",
                  OutlineDefects.SPIKE_DEGREES,
                  size(kind, OutlineDefects.SPIKE_LENGTH)));
      case TINY_PART -> text.append(" (under " + size(kind, OutlineDefects.TINY_PART) + ")");
      default -> {}
    }
    text.append('\n');
    List<BoundaryNotice> telling =
        report.notices().samples(kind).stream()
            .filter(notice -> notice.code() != null || !Double.isNaN(notice.longitude()))
            .toList();
    telling.stream().limit(SHOWN).forEach(this::sample);
    if (!telling.isEmpty() && count > SHOWN) {
      text.append(String.format(Locale.ROOT, "      and %,d more\n", count - SHOWN));
    }
  }

  private void sample(BoundaryNotice notice) {
    String line =
        String.format(
            Locale.ROOT,
            "%13s  %s%s",
            size(notice.kind(), notice.size()),
            area(notice),
            place(notice));
    text.append(line.stripTrailing()).append('\n');
  }

  private String area(BoundaryNotice notice) {
    String first = area(notice.code());
    String area = notice.otherCode() == null ? first : first + " / " + area(notice.otherCode());
    if (notice.feature() == 0) {
      return area;
    }
    return (area + " (feature " + notice.feature() + ")").strip();
  }

  private String area(@Nullable String code) {
    if (code == null) {
      return "";
    }
    return report
        .name(code)
        .filter(name -> !name.equals(code))
        .map(n -> code + " " + n)
        .orElse(code);
  }

  private static String place(BoundaryNotice notice) {
    return Double.isNaN(notice.longitude())
        ? ""
        : String.format(Locale.ROOT, "  at %.6f, %.6f", notice.latitude(), notice.longitude());
  }

  /** A size as people read it: {@code 379 m2}, {@code 36.4 ha}; nothing if there is none. */
  static String size(BoundaryNotice.Kind kind, double size) {
    if (Double.isNaN(size)) {
      return "";
    }
    return switch (kind.measure()) {
      case SQUARE_METRES -> squareMetres(size);
      case METRES ->
          String.format(
              Locale.ROOT, size < 10 && size != Math.rint(size) ? "%.1f m" : "%,.0f m", size);
      case DEGREES -> String.format(Locale.ROOT, "%.1f degrees", size);
      case COUNT -> String.format(Locale.ROOT, "%,.0f", size);
      case NONE -> "";
    };
  }

  private static String squareMetres(double size) {
    if (size < 99.95) {
      return String.format(Locale.ROOT, size == Math.rint(size) ? "%.0f m2" : "%.1f m2", size);
    }
    return size < 99_999.5
        ? String.format(Locale.ROOT, "%,.0f m2", size)
        : String.format(Locale.ROOT, "%,.1f ha", size / 10_000);
  }
}
