package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tanggap.geo.BoundaryComparison.Kind;
import org.tanggap.jurisdiction.Position;

class BoundaryComparisonTest {

  private static final String UNCHANGED = square("31.74.01.1001", "Tetap", 106.80, 106.81);

  private final BoundaryComparison comparison =
      BoundaryComparison.of(
          boundaries(
              UNCHANGED,
              square("31.74.01.1002", "Lama", 106.81, 106.82),
              square("31.74.01.1003", "Geser", 106.82, 106.83),
              square("31.74.01.1004", "Hapus", 106.83, 106.84)),
          boundaries(
              UNCHANGED,
              square("31.74.01.1002", "Baru", 106.81, 106.82),
              square("31.74.01.1003", "Geser", 106.82, 106.835),
              square("31.74.01.1005", "Tambah", 106.835, 106.84)));

  @Test
  void each_area_is_told_by_how_it_differs() {
    assertThat(comparison.changes()).hasSize(4);
    assertThat(name(Kind.RENAMED)).containsExactly("Baru");
    assertThat(name(Kind.RESHAPED)).containsExactly("Geser");
    assertThat(name(Kind.ADDED)).containsExactly("Tambah");
    assertThat(comparison.changes(Kind.REMOVED))
        .singleElement()
        .satisfies(change -> assertThat(change.after()).isNull());
  }

  @Test
  void only_places_that_get_another_code_move() {
    List<BoundaryComparison.Move> moves =
        comparison.moves(
            List.of(
                Position.of(-6.205, 106.805),
                Position.of(-6.205, 106.815),
                Position.of(-6.205, 106.832),
                Position.of(-6.205, 106.9)));

    assertThat(moves)
        .singleElement()
        .satisfies(move -> assertThat(move.place().longitude()).isEqualTo(106.832));
  }

  private List<String> name(Kind kind) {
    return comparison.changes(kind).stream()
        .map(change -> change.after() == null ? "" : change.after().smallest().name())
        .toList();
  }

  private static Boundaries boundaries(String... features) {
    String json =
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    return Boundaries.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
        "squares.geojson",
        BoundaryOptions.defaults());
  }

  private static String square(String code, String name, double west, double east) {
    return String.format(
        Locale.ROOT,
        "{\"type\":\"Feature\",\"properties\":{\"kelurahan_code\":\"%s\",\"kelurahan\":\"%s\"},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[%s,-6.21],[%s,-6.21],[%s,-6.2],[%s,-6.2],[%s,-6.21]]]}}",
        code,
        name,
        west,
        east,
        east,
        west,
        west);
  }
}
