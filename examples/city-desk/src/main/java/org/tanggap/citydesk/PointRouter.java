package org.tanggap.citydesk;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.jurisdiction.Jurisdictions;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Routing;

/** Routes a CSV of points, a line at a time. Coordinates without an accuracy count as exact. */
final class PointRouter {

  private static final List<String> HEADER =
      List.of("id", "outcome", "code", "kelurahan", "kecamatan", "kota", "border_m");

  private final Jurisdictions jurisdictions;

  PointRouter(Jurisdictions jurisdictions) {
    this.jurisdictions = jurisdictions;
  }

  /** How many points ended in which outcome, and what was wrong with coordinates. */
  record Counts(long points, Map<String, Long> outcomes, Map<String, Long> problems) {

    String sentence() {
      StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%,d points", points));
      outcomes.forEach(
          (outcome, n) -> text.append(String.format(Locale.ROOT, ", %,d %s", n, outcome)));
      problems.forEach(
          (problem, n) -> text.append(String.format(Locale.ROOT, "%n  %,d: %s", n, problem)));
      return text.toString();
    }
  }

  Counts route(Path in, Path out) throws IOException {
    Map<String, Long> outcomes = new TreeMap<>();
    Map<String, Long> problems = new TreeMap<>();
    long points = 0;
    try (PointFile file = new PointFile(in)) {
      Columns columns = Columns.of(in, file.next());
      try (CsvWriter writer =
          CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(Files.newBufferedWriter(out))) {
        writer.writeRecord(HEADER);
        for (Optional<CsvRecord> next = file.next(); next.isPresent(); next = file.next()) {
          CsvRecord point = next.get();
          LocationEvidence evidence = columns.evidence(point);
          Routing routing = jurisdictions.route(evidence);
          writer.writeRecord(line(columns.id(point), routing));
          outcomes.merge(DeskView.outcome(routing), 1L, Long::sum);
          problem(evidence, routing).ifPresent(said -> problems.merge(said, 1L, Long::sum));
          points++;
        }
      }
    }
    return new Counts(points, outcomes, problems);
  }

  private static Optional<String> problem(LocationEvidence evidence, Routing routing) {
    if (evidence instanceof LocationEvidence.Unusable unusable) {
      return Optional.of(unusable.problem().sentence());
    }
    return routing instanceof Routing.Outside outside && outside.suspicion() != null
        ? Optional.of("outside, but " + outside.suspicion().sentence())
        : Optional.empty();
  }

  private static List<String> line(String id, Routing routing) {
    Optional<Jurisdiction> place = routing.findJurisdiction();
    return List.of(
        id,
        DeskView.outcome(routing),
        place.map(PointRouter::code).orElse(""),
        name(place, AreaLevel.KELURAHAN),
        name(place, AreaLevel.KECAMATAN),
        name(place, AreaLevel.CITY),
        metres(routing));
  }

  /** The code of the file; one that had to be made up for want of it begins with {@code x-}. */
  private static String code(Jurisdiction areas) {
    String code = areas.smallest().code();
    return code.startsWith("x-") || code.contains(".x-") ? "" : code;
  }

  private static String name(Optional<Jurisdiction> place, AreaLevel level) {
    return place.flatMap(areas -> areas.find(level)).map(Area::name).orElse("");
  }

  private static String metres(Routing routing) {
    double metres = Double.NaN;
    if (routing instanceof Routing.Routed routed) {
      metres = routed.borderMetres();
    } else if (routing instanceof Routing.Outside outside) {
      metres = outside.metres();
    }
    return Double.isNaN(metres) ? "" : String.format(Locale.ROOT, "%.1f", metres);
  }

  /** Where the columns stand; -1 for one that is missing. */
  private record Columns(int id, int latitude, int longitude, int accuracy) {

    static Columns of(Path in, Optional<CsvRecord> header) {
      if (header.isEmpty()) {
        throw new CannotStartException(in + ": the file is empty. Give a CSV with a header.", null);
      }
      List<String> names =
          header.get().getFields().stream()
              .map(name -> name.strip().toLowerCase(Locale.ROOT))
              .toList();
      Columns columns =
          new Columns(
              find(names, "id"),
              find(names, "lat", "latitude"),
              find(names, "lon", "lng", "long", "longitude"),
              find(names, "accuracy_m", "accuracy"));
      if (columns.id < 0 || columns.latitude < 0 || columns.longitude < 0) {
        throw new CannotStartException(
            in + ": the header names no id, lat and lon. Give a first line like id,lat,lon.", null);
      }
      return columns;
    }

    private static int find(List<String> names, String... wanted) {
      for (String name : wanted) {
        if (names.contains(name)) {
          return names.indexOf(name);
        }
      }
      return -1;
    }

    String id(CsvRecord point) {
      return field(point, id);
    }

    LocationEvidence evidence(CsvRecord point) {
      String lat = field(point, latitude);
      String lon = field(point, longitude);
      if (lat.isEmpty() && lon.isEmpty()) {
        return LocationEvidence.none();
      }
      Double metres = number(field(point, accuracy));
      return LocationEvidence.coordinates(
          orNaN(number(lat)),
          orNaN(number(lon)),
          LocationEvidence.Source.UNKNOWN,
          metres == null ? Double.valueOf(0) : metres);
    }

    private static String field(CsvRecord point, int column) {
      return column >= 0 && column < point.getFieldCount() ? point.getField(column).strip() : "";
    }

    private static @Nullable Double number(String text) {
      try {
        return Double.valueOf(text);
      } catch (NumberFormatException e) {
        return null;
      }
    }

    private static double orNaN(@Nullable Double number) {
      return number == null ? Double.NaN : number;
    }
  }
}
