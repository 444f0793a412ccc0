package org.tanggap.citydesk;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.figures.Dimension;
import org.tanggap.figures.FigureRow;
import org.tanggap.figures.LeagueTable;
import org.tanggap.figures.Week;
import org.tanggap.figures.Weeks;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tables, and the league table of the kelurahan. */
final class FiguresApi {

  /** The tables of the page and of the terminal, in their order. */
  static final List<Dimension> TABLES =
      List.of(
          Dimension.CITY,
          Dimension.KECAMATAN,
          Dimension.KELURAHAN,
          Dimension.CATEGORY,
          Dimension.UNIT,
          Dimension.CHANNEL,
          Dimension.WEEK);

  /** A real city asks for some twenty, so that chance decides nothing; the sample has few. */
  private static final int JUDGED_FOR_A_PLACE = 1;

  private final DeskView view;
  private final JsonMapper mapper = JsonMapper.shared();

  FiguresApi(DeskView view) {
    this.view = view;
  }

  List<Route> routes() {
    return List.of(Route.of("GET", "/api/figures", this::figures));
  }

  private HttpAnswer figures(WebRequest request) {
    Weeks weeks = weeks(request);
    int judged = request.number("judged", JUDGED_FOR_A_PLACE, 1_000_000);
    ObjectNode root = mapper.createObjectNode();
    ArrayNode tables = root.putArray("tables");
    for (Dimension dimension : TABLES) {
      ObjectNode table = tables.addObject().put("by", dimension.name());
      ArrayNode rows = table.putArray("rows");
      rows(view, dimension, weeks).forEach(row -> rows.add(json(row)));
    }
    LeagueTable league = view.figures().league(Dimension.KELURAHAN, weeks, judged, view.now());
    ObjectNode json = root.putObject("league").put("judged", judged);
    ArrayNode places = json.putArray("places");
    league.places().forEach(it -> places.add(json(it.row()).put("rank", it.rank())));
    ArrayNode apart = json.putArray("apart");
    league.apart().forEach(row -> apart.add(json(row)));
    return HttpAnswer.of(root);
  }

  /** The fullest rows first. */
  static List<FigureRow> rows(DeskView view, Dimension dimension, Weeks weeks) {
    return view.figures().by(dimension, weeks, view.now()).stream()
        .filter(row -> row.received() + row.merged() > 0)
        .sorted(Comparator.comparingInt(FigureRow::received).reversed())
        .toList();
  }

  private static Weeks weeks(WebRequest request) {
    try {
      return new Weeks(week(request, "first"), week(request, "last"));
    } catch (IllegalArgumentException e) {
      throw RefusedRequestException.malformed("The last week lies before the first.");
    }
  }

  private static @Nullable Week week(WebRequest request, String parameter) {
    Optional<String> text = request.find(parameter);
    if (text.isEmpty()) {
      return null;
    }
    return Week.parse(text.get())
        .orElseThrow(() -> RefusedRequestException.malformed("A week looks like 2026-W47."));
  }

  static String name(DeskView view, FigureRow row) {
    return row.key() == null ? "" : view.nameOf(row.key());
  }

  private ObjectNode json(FigureRow row) {
    ObjectNode json = mapper.createObjectNode();
    json.put("key", row.key());
    json.put("name", name(view, row));
    json.put("received", row.received());
    json.put("answered", row.answered());
    json.put("resolved", row.resolved());
    json.put("rejected", row.rejected());
    json.put("clarified", row.clarified());
    json.put("open", row.open());
    json.put("overdue", row.overdue());
    json.put("inTime", row.inTime());
    json.put("late", row.late());
    json.put("reopened", row.reopened());
    json.put("disputed", row.disputed());
    json.put("misrouted", row.misrouted());
    json.put("merged", row.merged());
    row.findShareInTime().ifPresent(share -> json.put("shareInTime", share));
    put(json, "answer", row.answer());
    put(json, "resolution", row.resolution());
    put(json, "held", row.held());
    return json;
  }

  private static void put(ObjectNode json, String name, FigureRow.Times times) {
    Duration median = times.median();
    Duration ninetieth = times.ninetieth();
    if (median != null && ninetieth != null) {
      json.putObject(name.toLowerCase(Locale.ROOT))
          .put("median", median.toSeconds())
          .put("ninetieth", ninetieth.toSeconds());
    }
  }
}
