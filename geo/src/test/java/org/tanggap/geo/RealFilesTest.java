package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jurisdiction;

@DisplayName("The real files are read with the counts that their provenance states")
class RealFilesTest {

  @ParameterizedTest(name = "{0}: {1} areas, {2} vertices, {3} parts, level {4}")
  @CsvSource({
    "jakarta-kelurahan, 267, 55337, 379, KELURAHAN",
    "jakarta-kelurahan-mit, 267, 13976, 384, KELURAHAN",
    "jakarta-kelurahan-hot, 262, 38672, 267, KELURAHAN",
    "jakarta-kecamatan, 42, 19080, 44, KECAMATAN",
    "jakarta-kecamatan-crude, 44, 980, 164, KECAMATAN",
    "jakarta-rw, 2724, 114086, 2747, RW",
    "jabar-desa, 5957, 661335, 6188, KELURAHAN",
    "banten-desa, 1552, 174861, 1726, KELURAHAN",
  })
  void counts_agree(String name, int areas, long vertices, int parts, AreaLevel level) {
    Boundaries read = Boundaries.read(SharedFiles.data(name + ".geojson.gz"));
    assertThat(read.jurisdictions()).hasSize(areas);
    assertThat(vertices(read)).isEqualTo(vertices);
    assertThat(read.outlines().stream().mapToInt(o -> o.polygons().length).sum()).isEqualTo(parts);
    assertThat(read.jurisdictions()).allMatch(chain -> chain.smallest().level() == level);
    assertThat(read.version()).matches(name + "@[0-9a-f]{8}");
    assertThat(read.notices().count(BoundaryNotice.Kind.UNCLOSED_RING)).isZero();
  }

  static long vertices(Boundaries boundaries) {
    return boundaries.outlines().stream()
        .flatMap(outline -> Arrays.stream(outline.polygons()))
        .flatMap(Arrays::stream)
        .mapToLong(ring -> ring.length / 2)
        .sum();
  }

  @Test
  void lakes_are_no_kelurahan() {
    Boundaries read = Boundaries.read(SharedFiles.data("jakarta-nonkelurahan.geojson.gz"));
    assertThat(read.jurisdictions()).isEmpty();
    assertThat(read.notices().count(BoundaryNotice.Kind.NOT_AN_AREA)).isEqualTo(2);
  }

  @Test
  void the_whole_chain_of_a_kelurahan_is_there() {
    Boundaries read = Boundaries.read(SharedFiles.data("jakarta-kelurahan.geojson.gz"));
    Jurisdiction chain = read.find("31.71.01.1001").orElseThrow();
    assertThat(chain.names())
        .isEqualTo(
            "Gambir, Gambir, Kota Administrasi Jakarta Pusat, Daerah Khusus Ibukota Jakarta");
    assertThat(chain.areas().stream().map(area -> area.code()))
        .containsExactly("31.71.01.1001", "31.71.01", "31.71", "31");
  }

  @Test
  void all_shells_of_the_sources_run_clockwise_but_one() {
    Boundaries jabar = Boundaries.read(SharedFiles.data("jabar-desa.geojson.gz"));
    assertThat(jabar.notices().samples(BoundaryNotice.Kind.MIXED_WINDING))
        .extracting(BoundaryNotice::code)
        .containsExactly("32.02.24.2010");
    Boundaries banten = Boundaries.read(SharedFiles.data("banten-desa.geojson.gz"));
    assertThat(banten.notices().counts())
        .isEqualTo(
            Map.of(
                BoundaryNotice.Kind.WRONG_WINDING, 1726L, BoundaryNotice.Kind.UNKNOWN_MEMBER, 1L));
  }

  @Test
  void rw_that_share_a_name_are_numbered_whatever_their_order() {
    Boundaries read = Boundaries.read(SharedFiles.data("jakarta-rw.geojson.gz"));
    assertThat(read.notices().count(BoundaryNotice.Kind.CODE_DUPLICATE)).isEqualTo(41 - 18);
    assertThat(read.jurisdictions().stream().map(chain -> chain.smallest().code()).distinct())
        .hasSize(2724);
  }

  @Test
  void a_unit_without_a_code_lies_in_the_kecamatan_that_it_names() {
    Boundaries kelurahan = Boundaries.read(SharedFiles.data("jakarta-kelurahan-hot.geojson.gz"));
    assertThat(kelurahan.notices().count(BoundaryNotice.Kind.CODE_MISSING)).isEqualTo(1);
    assertThat(kelurahan.find("31.75.10.x-tmii").orElseThrow().get(AreaLevel.KECAMATAN).name())
        .isEqualTo("Cipayung");
    Boundaries rw = Boundaries.read(SharedFiles.data("jakarta-rw.geojson.gz"));
    assertThat(rw.find("31.75.10.x-tmii.rw-01").orElseThrow().get(AreaLevel.KELURAHAN).name())
        .isEqualTo("TMII");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"jakarta-kelurahan-mit", "jakarta-kelurahan-hot", "jakarta-kecamatan", "jakarta-rw"})
  void what_is_written_is_read_back(String name) throws IOException {
    Boundaries read = Boundaries.read(SharedFiles.data(name + ".geojson.gz"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    read.writeGeoJson(out);
    Boundaries again =
        Boundaries.read(
            new ByteArrayInputStream(out.toByteArray()), name, BoundaryOptions.defaults());
    assertThat(again.jurisdictions()).isEqualTo(read.jurisdictions());
    assertThat(vertices(again)).isEqualTo(vertices(read));
    assertThat(again.notices().count(BoundaryNotice.Kind.MIXED_WINDING)).isZero();
    List<String> lines = out.toString(java.nio.charset.StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(read.jurisdictions().size() + 2);
  }
}
