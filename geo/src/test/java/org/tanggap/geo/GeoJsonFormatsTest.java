package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tanggap.geo.Sample.cideng;
import static org.tanggap.geo.Sample.collection;
import static org.tanggap.geo.Sample.gambir;
import static org.tanggap.geo.Sample.gzip;
import static org.tanggap.geo.Sample.joined;
import static org.tanggap.geo.Sample.utf8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("GeoJSON is told by its content")
class GeoJsonFormatsTest {

  private static List<String> codes(Boundaries read) {
    return read.jurisdictions().stream().map(chain -> chain.smallest().code()).toList();
  }

  @Test
  void a_collection_is_sorted_by_code() {
    assertThat(codes(Sample.read(collection(cideng(), gambir()))))
        .containsExactly("31.71.01.1001", "31.71.01.1002");
  }

  @Test
  void a_single_feature_is_a_file() {
    assertThat(codes(Sample.read(gambir()))).containsExactly("31.71.01.1001");
  }

  @Test
  void lines_of_features_are_a_file() {
    assertThat(codes(Sample.read(gambir() + "\n" + cideng() + "\r\n\n"))).hasSize(2);
  }

  @Test
  void record_separators_of_rfc_8142_are_allowed() {
    assertThat(codes(Sample.read("\u001e" + gambir() + "\n\u001e" + cideng() + "\n"))).hasSize(2);
  }

  @Test
  void gzip_and_a_byte_order_mark_change_nothing() {
    byte[] text = utf8(collection(gambir(), cideng()));
    byte[] marked = joined(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, text);
    for (byte[] bytes : List.of(text, gzip(text), marked, gzip(marked))) {
      Boundaries read = Sample.read(bytes);
      assertThat(codes(read)).hasSize(2);
      assertThat(read.notices().isEmpty()).isTrue();
    }
    assertThat(Sample.read(gzip(text)).version()).isEqualTo(Sample.read(text).version());
  }

  @Test
  void gzip_in_several_members_is_one_file() {
    byte[] text = utf8(collection(gambir(), cideng()));
    byte[] parts =
        joined(
            gzip(java.util.Arrays.copyOf(text, 50)),
            gzip(java.util.Arrays.copyOfRange(text, 50, text.length)));
    assertThat(codes(Sample.read(parts))).hasSize(2);
  }

  @Test
  void members_come_in_any_order() {
    String turned =
        "{\"geometry\":{\"coordinates\":"
            + Sample.square(106.8, -6.1)
            + ",\"type\":\"Polygon\"},\"properties\":"
            + Sample.named("31.71.01.1003", "Petojo")
            + ",\"type\":\"Feature\"}";
    assertThat(codes(Sample.read("{\"features\":[" + turned + "],\"type\":\"FeatureCollection\"}")))
        .containsExactly("31.71.01.1003");
  }

  @Test
  void the_version_is_the_name_and_a_digest_of_the_content(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("jakarta.2025.geojson.gz");
    Files.write(file, gzip(utf8(gambir())));
    assertThat(Boundaries.read(file).version()).matches("jakarta\\.2025@[0-9a-f]{8}");
    assertThat(Boundaries.read(file, BoundaryOptions.defaults().withVersion("v7")).version())
        .isEqualTo("v7");
    Path other = folder.resolve("jakarta.2025.json");
    Files.write(other, utf8(gambir() + "\n"));
    assertThat(Boundaries.read(other).version()).isNotEqualTo(Boundaries.read(file).version());
  }

  @Test
  void the_order_of_the_features_changes_nothing() {
    String twice = Sample.area("31.71.01.1001", "Gambir", 106.9, -6.2);
    String other = Sample.area("31.71.01.1001", "Other", 106.95, -6.2);
    String nameless = Sample.feature("{}", Sample.polygon(Sample.square(106.7, -6.2)));
    String nameless2 = Sample.feature("{}", Sample.polygon(Sample.square(106.6, -6.2)));
    Boundaries a = Sample.read(collection(gambir(), twice, other, nameless, nameless2, cideng()));
    Boundaries b = Sample.read(collection(nameless2, cideng(), other, twice, nameless, gambir()));
    assertThat(a.jurisdictions()).isEqualTo(b.jurisdictions());
    for (int i = 0; i < a.outlines().size(); i++) {
      assertThat(a.outlines().get(i).polygons()).isDeepEqualTo(b.outlines().get(i).polygons());
    }
    assertThat(a.notices().counts()).isEqualTo(b.notices().counts());
  }

  @Test
  void holes_and_parts_are_kept_as_they_are() {
    String hole = Sample.ring(106.822, -6.168, 106.822, -6.162, 106.828, -6.162, 106.822, -6.168);
    String shell = Sample.square(106.82, -6.17);
    String holed = shell.substring(0, shell.length() - 1) + "," + hole + "]";
    Boundaries read =
        Sample.read(
            Sample.feature(
                Sample.named("31.71.01.1001", "Gambir"),
                "{\"type\":\"MultiPolygon\",\"coordinates\":["
                    + holed
                    + ","
                    + Sample.square(107, -6)
                    + "]}"));
    assertThat(read.outlines().get(0).polygons().length).isEqualTo(2);
    assertThat(read.outlines().get(0).polygons()[0].length).isEqualTo(2);
    assertThat(read.outlines().get(0).polygons()[0][1])
        .containsExactly(106.822, -6.168, 106.822, -6.162, 106.828, -6.162, 106.822, -6.168);
    assertThat(read.notices().isEmpty()).isTrue();
  }

  @Test
  void a_missing_file_and_a_folder_are_unreadable(@TempDir Path folder) {
    for (Path path : List.of(folder.resolve("nothing.geojson"), folder)) {
      assertThatThrownBy(() -> Boundaries.read(path))
          .isInstanceOfSatisfying(
              BoundaryFileException.class,
              e -> assertThat(e.kind()).isEqualTo(BoundaryFileException.Kind.UNREADABLE));
    }
  }

  @Test
  void a_stream_that_fails_is_unreadable() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("disk");
          }
        };
    assertThatThrownBy(() -> Boundaries.read(failing, "a.geojson", BoundaryOptions.defaults()))
        .isInstanceOf(BoundaryFileException.class)
        .hasMessage("a.geojson: it cannot be read (IOException). Check the name and the rights.");
  }

  @Test
  void the_place_of_a_fault_is_told() {
    assertThatThrownBy(() -> Sample.read("{\n\"type\": oops}"))
        .isInstanceOfSatisfying(
            BoundaryFileException.class,
            e -> {
              assertThat(e.findLine()).hasValue(2);
              assertThat(e.findOffset()).isPresent();
            });
  }
}
