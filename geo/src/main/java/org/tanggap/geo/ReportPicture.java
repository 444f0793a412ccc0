package org.tanggap.geo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report as an SVG picture. */
final class ReportPicture {

  private static final int SHEET = 1000;
  private static final int EDGE = 20;
  private static final int MAP_TOP = 76;
  private static final int MAP_HEIGHT = 760;
  private static final int MARKED = 10;
  private static final int LINE = 20;

  /** How many steps of the thinned outlines make a pixel. */
  private static final int FINE = 2;

  private static final String STYLE =
      "text{font-family:sans-serif;font-size:12px;fill:#333}"
          + ".title{font-size:20px;font-weight:bold}.head{font-size:13px;font-weight:bold}"
          + ".areas{fill:#f3f1ea;stroke:#a9a59a;stroke-width:1.2;stroke-linejoin:round}"
          + ".overlap{fill:#b5352a}.gap{fill:#1d5f9e}"
          + ".dot{fill-opacity:.45}.number{fill:#fff;font-size:10px;font-weight:bold;"
          + "text-anchor:middle}";

  private final BoundaryReport report;
  private final List<Outline> outlines;
  private final List<BoundaryNotice> overlaps;
  private final List<BoundaryNotice> gaps;
  private final MapFrame frame;
  private final PictureLabels labels = new PictureLabels();

  ReportPicture(BoundaryReport report) {
    this.report = report;
    this.outlines = report.boundaries().outlines();
    this.overlaps = report.notices().samples(BoundaryNotice.Kind.OVERLAP);
    List<BoundaryNotice> both = new ArrayList<>(report.notices().samples(BoundaryNotice.Kind.GAP));
    both.addAll(report.notices().samples(BoundaryNotice.Kind.SLIVER));
    both.sort(Comparator.comparingDouble(BoundaryNotice::size).reversed());
    this.gaps = both;
    List<BoundaryNotice> marked = new ArrayList<>(worst(overlaps));
    marked.addAll(worst(gaps));
    this.frame = MapFrame.around(outlines, marked, SHEET - 2 * EDGE, MAP_HEIGHT);
  }

  private static List<BoundaryNotice> worst(List<BoundaryNotice> samples) {
    return samples.subList(0, Math.min(MARKED, samples.size()));
  }

  void write(OutputStream stream) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    int mapHeight = (int) Math.ceil(frame.height);
    int legendTop = MAP_TOP + mapHeight + 30;
    int rows = Math.max(1, Math.max(worst(overlaps).size(), worst(gaps).size()));
    int height = legendTop + (rows + 1) * LINE + EDGE;
    line(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
            + " viewBox=\"0 0 %d %d\">",
        SHEET,
        height,
        SHEET,
        height);
    line(out, "<style>%s</style>", STYLE);
    line(out, "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", SHEET, height);
    head(out);
    int left = (SHEET - (int) frame.width) / 2;
    line(
        out,
        "<svg x=\"%d\" y=\"%d\" width=\"%.0f\" height=\"%d\">",
        left,
        MAP_TOP,
        frame.width,
        mapHeight);
    map(out);
    line(out, "</svg>");
    scale(out, legendTop - 16);
    legend(out, "overlap", "Overlaps", worst(overlaps), EDGE, legendTop);
    legend(out, "gap", "Gaps and slivers", worst(gaps), SHEET / 2 + EDGE / 2, legendTop);
    line(out, "</svg>");
    out.flush();
  }

  private void head(Writer out) throws IOException {
    line(
        out,
        "<title>%s</title>",
        escaped("Where the boundaries of " + report.boundaries().version() + " do not fit"));
    text(out, "title", EDGE, 34, report.boundaries().version());
    BoundaryNotices notices = report.notices();
    long gapCount =
        notices.count(BoundaryNotice.Kind.GAP) + notices.count(BoundaryNotice.Kind.SLIVER);
    double gapTotal =
        report.total(BoundaryNotice.Kind.GAP) + report.total(BoundaryNotice.Kind.SLIVER);
    String counts =
        String.format(
            Locale.ROOT,
            "%,d areas; %,d overlaps (%s), %,d gaps and slivers (%s), over %s each.",
            outlines.size(),
            notices.count(BoundaryNotice.Kind.OVERLAP),
            size(BoundaryNotice.Kind.OVERLAP, report.total(BoundaryNotice.Kind.OVERLAP)),
            gapCount,
            size(BoundaryNotice.Kind.GAP, gapTotal),
            size(BoundaryNotice.Kind.GAP, report.smallest()));
    long cut = outlines.stream().filter(outline -> !frame.holds(outline)).count();
    String outside = cut == 0 ? "" : " " + cut + " areas lie partly or wholly outside the picture.";
    text(out, "", EDGE, 56, counts + outside);
  }

  private void map(Writer out) throws IOException {
    line(out, "<g class=\"areas\" transform=\"scale(%s)\">", 1.0 / FINE);
    for (Outline outline : outlines) {
      if (frame.meets(outline)) {
        String path = path(outline);
        if (!path.isEmpty()) {
          line(out, "<path fill-rule=\"evenodd\" d=\"%s\"/>", path);
        }
      }
    }
    line(out, "</g>");
    dots(out, "gap", gaps);
    dots(out, "overlap", overlaps);
    marks(out, "gap", worst(gaps));
    marks(out, "overlap", worst(overlaps));
  }

  /** The outline in steps of half a pixel; what is smaller than a pixel vanishes. */
  private String path(Outline outline) {
    StringBuilder path = new StringBuilder();
    for (double[][] polygon : outline.polygons()) {
      for (double[] ring : polygon) {
        path.append(thinned(ring));
      }
    }
    return path.toString();
  }

  private String thinned(double[] ring) {
    StringBuilder thin = new StringBuilder("M");
    long fromX = 0;
    long fromY = 0;
    int points = 0;
    for (int i = 0; i < ring.length; i += 2) {
      long x = Math.round(FINE * frame.x(ring[i]));
      long y = Math.round(FINE * frame.y(ring[i + 1]));
      if (points == 0 || Math.abs(x - fromX) + Math.abs(y - fromY) > 1) {
        thin.append(points == 0 ? "" : "l").append(x - fromX).append(' ').append(y - fromY);
        fromX = x;
        fromY = y;
        points++;
      }
    }
    return points > 2 ? thin.append('z').toString() : "";
  }

  private void dots(Writer out, String kind, List<BoundaryNotice> notices) throws IOException {
    for (BoundaryNotice notice : notices.subList(worst(notices).size(), notices.size())) {
      line(
          out,
          "<circle class=\"dot %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"/>",
          kind,
          frame.x(notice.longitude()),
          frame.y(notice.latitude()));
    }
  }

  private void marks(Writer out, String kind, List<BoundaryNotice> notices) throws IOException {
    for (int i = 0; i < notices.size(); i++) {
      double x = frame.x(notices.get(i).longitude());
      double y = frame.y(notices.get(i).latitude());
      double[] at = labels.place(x, y, frame.width, frame.height);
      line(
          out,
          "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#333\" stroke-width=\".8\"/>",
          x,
          y,
          at[0],
          at[1]);
      line(out, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>", kind, x, y);
      badge(out, kind, i + 1, at[0], at[1]);
    }
  }

  /** A circle stands for an overlap, a square for a gap: told apart without their colours too. */
  private static void badge(Writer out, String kind, int number, double x, double y)
      throws IOException {
    if (kind.equals("gap")) {
      line(
          out,
          "<rect class=\"gap\" x=\"%.1f\" y=\"%.1f\" width=\"16\" height=\"16\" rx=\"2\"/>",
          x - 8,
          y - 8);
    } else {
      line(out, "<circle class=\"overlap\" cx=\"%.1f\" cy=\"%.1f\" r=\"9\"/>", x, y);
    }
    line(out, "<text class=\"number\" x=\"%.1f\" y=\"%.1f\">%d</text>", x, y + 3.5, number);
  }

  private void scale(Writer out, double y) throws IOException {
    double target = 150 * frame.metresPerUnit();
    double power = Math.pow(10, Math.floor(Math.log10(target)));
    double metres = target >= 5 * power ? 5 * power : target >= 2 * power ? 2 * power : power;
    double length = metres / frame.metresPerUnit();
    line(out, "<path d=\"M%d %.1fh%.1f\" stroke=\"#333\" stroke-width=\"2\"/>", EDGE, y, length);
    String words =
        metres >= 1000
            ? String.format(Locale.ROOT, "%,.0f km", metres / 1000)
            : String.format(Locale.ROOT, "%s m", metres >= 1 ? (long) metres : metres);
    text(out, "", EDGE + length + 8, y + 4, words + " · the worst ten of each are numbered");
  }

  private void legend(
      Writer out, String kind, String title, List<BoundaryNotice> notices, int left, int top)
      throws IOException {
    text(out, "head", left, top + 12, notices.isEmpty() ? title + ": none" : title);
    for (int i = 0; i < notices.size(); i++) {
      BoundaryNotice notice = notices.get(i);
      double y = top + 12 + (i + 1) * LINE;
      badge(out, kind, i + 1, left + 9, y - 4);
      text(out, "", left + 24, y, size(notice.kind(), notice.size()));
      String names = name(notice.code());
      if (notice.otherCode() != null) {
        names = names + " / " + name(notice.otherCode());
      }
      text(out, "", left + 100, y, names.length() > 60 ? names.substring(0, 59) + "…" : names);
    }
  }

  private String name(@Nullable String code) {
    return code == null ? "no area" : report.name(code).orElse(code);
  }

  private static String size(BoundaryNotice.Kind kind, double size) {
    return ReportText.size(kind, size).replace("m2", "m²");
  }

  private static void text(Writer out, String style, double x, double y, String words)
      throws IOException {
    String styled = style.isEmpty() ? "" : " class=\"" + style + "\"";
    line(out, "<text%s x=\"%.1f\" y=\"%.1f\">%s</text>", styled, x, y, escaped(words));
  }

  @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency
  private static void line(Writer out, String format, Object... values) throws IOException {
    out.write(String.format(Locale.ROOT, format, values));
    out.write('\n');
  }

  /** Text as XML 1.0 can have it. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : ' ');
              }
            });
    return escaped.toString();
  }

  private static boolean isXml(int c) {
    boolean surrogate = c >= 0xd800 && c <= 0xdfff;
    return c >= 0x20 && !surrogate && c != 0xfffe && c != 0xffff;
  }
}
