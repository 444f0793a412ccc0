package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A catalogue of damaged files in the making, each with the one typed answer it gets. */
class MalformedCases {

  static final String SHELL = "[[106.82,-6.17],[106.83,-6.17],[106.83,-6.16],[106.82,-6.17]]";
  static final String GAMBIR = Sample.named("31.71.01.1001", "Gambir");

  /**
   * A damaged file.
   *
   * @param expected the kind of error that refuses it; or the kinds of notice that it is read with,
   *     or {@code fine}
   * @param areas how many areas are read
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Case(String name, byte[] bytes, String expected, int areas) {

    void check() {
      try {
        Boundaries read = Sample.read(bytes);
        assertThat(read.notices().counts().keySet().stream().map(Enum::name))
            .as("notices")
            .contains(expected.equals("fine") ? new String[0] : expected.split(" "));
        assertThat(read.jurisdictions()).as("areas").hasSize(areas);
        assertThat(read.outlines()).hasSize(areas);
      } catch (BoundaryFileException e) {
        assertThat(e.kind().name()).as(e.getMessage()).isEqualTo(expected);
        assertThat(e.getMessage()).startsWith("sample.geojson");
        assertThat(e.getMessage().length()).isLessThan(400);
        assertThat(e.file()).isEqualTo("sample.geojson");
        assertThat(areas).as("an error was expected").isZero();
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }

  final List<Case> cases = new ArrayList<>();

  void refused(String name, byte[] bytes, BoundaryFileException.Kind kind) {
    cases.add(new Case(name, bytes, kind.name(), 0));
  }

  void refused(String name, String text, BoundaryFileException.Kind kind) {
    refused(name, Sample.utf8(text), kind);
  }

  void read(String name, String text, int areas, BoundaryNotice.Kind... kinds) {
    List<String> names = Arrays.stream(kinds).map(Enum::name).toList();
    String expected = names.isEmpty() ? "fine" : String.join(" ", names);
    cases.add(new Case(name, Sample.utf8(text), expected, areas));
  }

  /** A file with a sound area and a feature that is damaged. */
  void damaged(String name, String feature, BoundaryNotice.Kind... kinds) {
    read(name + ", beside a sound area", Sample.collection(Sample.cideng(), feature), 1, kinds);
  }

  /** A feature of which the rings are given. */
  static String rings(String rings) {
    return Sample.feature(GAMBIR, Sample.polygon("[" + rings + "]"));
  }
}
