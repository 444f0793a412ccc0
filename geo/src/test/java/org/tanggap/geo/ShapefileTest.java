package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.geo.ShapefileSample.clockwise;
import static org.tanggap.geo.ShapefileSample.counterClockwise;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A shapefile is read like GeoJSON")
class ShapefileTest {

  @Test
  void zipped_or_loose_it_is_the_same_set(@TempDir Path folder) throws IOException {
    ShapefileSample sample = ShapefileSample.gambir();
    for (Map.Entry<String, byte[]> part : sample.parts().entrySet()) {
      Files.write(
          folder.resolve("DESA." + part.getKey().toUpperCase(java.util.Locale.ROOT)),
          part.getValue());
    }
    Files.write(folder.resolve("DESA.zip"), sample.zip());
    Boundaries loose = Boundaries.read(folder.resolve("DESA.SHP"));
    Boundaries zipped = Boundaries.read(folder.resolve("DESA.zip"));
    Boundaries streamed =
        Boundaries.read(
            new ByteArrayInputStream(sample.zip()), "DESA.zip", BoundaryOptions.defaults());
    assertThat(loose.find("31.71.01.1001")).isPresent();
    assertThat(loose.notices().isEmpty()).isTrue();
    for (Boundaries other : new Boundaries[] {zipped, streamed}) {
      assertThat(other.version()).isEqualTo(loose.version()).startsWith("DESA@");
      assertThat(other.jurisdictions()).isEqualTo(loose.jurisdictions());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 15, 25})
  void heights_and_measures_are_ignored(int type) {
    Boundaries read =
        new ShapefileSample(type, StandardCharsets.UTF_8, 20, "KODE_DESA", "DESA_KELUR")
            .add(new String[] {"3171011001", "GAMBIR"}, clockwise(106.82, -6.17, 0.01))
            .read();
    assertThat(read.outlines().get(0).polygons()[0][0])
        .containsExactly(clockwise(106.82, -6.17, 0.01));
  }

  @Test
  void holes_belong_to_the_smallest_shell_around_them_whatever_the_order() {
    Boundaries read =
        ShapefileSample.dukcapil()
            .add(
                new String[] {"3171011001", "GAMBIR"},
                counterClockwise(106.015, -6.985, 0.01),
                clockwise(106, -7, 0.1),
                clockwise(106.01, -6.99, 0.04),
                counterClockwise(106.005, -6.995, 0.06))
            .read();
    double[][][] polygons = read.outlines().get(0).polygons();
    assertThat(polygons.length).isEqualTo(2);
    assertThat(polygons[0][0]).containsExactly(clockwise(106, -7, 0.1));
    assertThat(polygons[0][1]).containsExactly(counterClockwise(106.005, -6.995, 0.06));
    assertThat(polygons[1][0]).containsExactly(clockwise(106.01, -6.99, 0.04));
    assertThat(polygons[1][1]).containsExactly(counterClockwise(106.015, -6.985, 0.01));
    assertThat(read.notices().isEmpty()).isTrue();
  }

  @Test
  void a_hole_without_a_shell_is_a_shell_wound_the_wrong_way() {
    Boundaries read =
        ShapefileSample.dukcapil()
            .add(new String[] {"3171011001", "GAMBIR"}, counterClockwise(106, -7, 0.1))
            .read();
    assertThat(read.outlines().get(0).polygons().length).isEqualTo(1);
    assertThat(read.notices().count(BoundaryNotice.Kind.WRONG_WINDING)).isEqualTo(1);
  }

  @Test
  void names_are_decoded_by_code_page_or_language() {
    for (String page : new String[] {"UTF-8", "65001", "ISO-8859-1", "88591", "1252", "CP1252"}) {
      Charset charset =
          page.startsWith("U") || page.startsWith("6")
              ? StandardCharsets.UTF_8
              : StandardCharsets.ISO_8859_1;
      ShapefileSample sample = accented(charset);
      sample.cpg = page;
      assertThat(nameOf(sample.parts())).as(page).isEqualTo("CAF\u00c9");
    }
    ShapefileSample euro =
        new ShapefileSample(5, Charset.forName("windows-1252"), 20, "KODE_DESA", "DESA_KELUR")
            .add(new String[] {"3171011001", "\u20ac"}, clockwise(106, -7, 0.1));
    euro.language = 0x57;
    Map<String, byte[]> parts = euro.parts();
    parts.remove("cpg");
    assertThat(nameOf(parts)).isEqualTo("\u20ac");
    parts = accented(StandardCharsets.ISO_8859_1).parts();
    parts.remove("cpg");
    assertThat(nameOf(parts)).isEqualTo("CAF\u00c9");
  }

  private static ShapefileSample accented(Charset charset) {
    return new ShapefileSample(5, charset, 20, "KODE_DESA", "DESA_KELUR")
        .add(new String[] {"3171011001", "CAF\u00c9"}, clockwise(106, -7, 0.1));
  }

  private static String nameOf(Map<String, byte[]> parts) {
    return ShapefileSample.read(ShapefileSample.zip(parts))
        .find("31.71.01.1001")
        .orElseThrow()
        .smallest()
        .name();
  }

  @Test
  void deleted_and_shapeless_records_are_counted() {
    Boundaries read =
        ShapefileSample.gambir()
            .add(new String[] {"3171011002", "CIDENG", "deleted"}, clockwise(106, -7, 0.1))
            .addRaw(new String[] {"3171011003", "PETOJO"}, new byte[4])
            .read();
    assertThat(read.jurisdictions()).hasSize(1);
    assertThat(read.notices().count(BoundaryNotice.Kind.RECORD_DELETED)).isEqualTo(1);
    assertThat(read.notices().count(BoundaryNotice.Kind.GEOMETRY_MISSING)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jakarta-kelurahan", "jakarta-kecamatan", "banten-desa"})
  void a_real_layer_written_as_a_shapefile_reads_the_same(String name) {
    Boundaries read = Boundaries.read(SharedFiles.data(name + ".geojson.gz"));
    ShapefileSample sample =
        new ShapefileSample(5, StandardCharsets.UTF_8, 60, "CODE", "NAME", "LEVEL");
    for (int i = 0; i < read.outlines().size(); i++) {
      double[][][] polygons = read.outlines().get(i).polygons();
      var area = read.jurisdictions().get(i).smallest();
      sample.add(
          new String[] {area.code(), area.name(), area.level().name()},
          Arrays.stream(polygons).flatMap(Arrays::stream).toArray(double[][]::new));
    }
    Boundaries again = sample.read();
    assertThat(again.outlines()).hasSameSizeAs(read.outlines());
    for (int i = 0; i < read.outlines().size(); i++) {
      assertThat(again.outlines().get(i).polygons())
          .isDeepEqualTo(read.outlines().get(i).polygons());
      assertThat(again.jurisdictions().get(i).smallest())
          .isEqualTo(read.jurisdictions().get(i).smallest());
    }
  }
}
