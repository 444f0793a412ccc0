package org.tanggap.citydesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteCommandTest {

  private static final String HEADER = "id,outcome,code,kelurahan,kecamatan,kota,border_m";
  private static final String IN_FIRST = "routed,31.71.01.1001,Satu,Utara,Kota Kotak,";

  @TempDir Path folder;

  private Path boundaries = Path.of("");
  private Path in = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void write_boundaries() throws IOException {
    boundaries = Squares.write(folder);
    in = folder.resolve("in.csv");
    out = folder.resolve("out.csv");
  }

  private Terminal route() {
    return Terminal.run("route", "--boundaries", boundaries, "--points", in, "--out", out);
  }

  /** Routes the text, and gives the lines of the result without its header. */
  private List<String> routed(String points) throws IOException {
    Files.writeString(in, points);
    Terminal terminal = route();
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.status()).isZero();
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.get(0)).isEqualTo(HEADER);
    return lines.subList(1, lines.size());
  }

  private Terminal afterRouting(String points) throws IOException {
    Files.writeString(in, points);
    return route();
  }

  @Test
  void each_point_gets_its_area_and_the_distance_to_its_border() throws IOException {
    List<String> lines =
        routed(
            """
            id,lat,lon
            a,-6.195,106.805
            b,-6.195,106.8101
            c,-6.195,106.825
            """);

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("a," + IN_FIRST);
    assertThat(lines.get(1)).matches("b,routed,31.71.01.1002,Dua,Utara,Kota Kotak,1[01]\\.[0-9]");
    assertThat(lines.get(2)).startsWith("c,routed,31.71.02.1001,Tiga,Selatan,Kota Kotak,5");
  }

  @Test
  void a_point_on_the_border_belongs_to_the_area_with_the_lowest_code() throws IOException {
    assertThat(routed("id,lat,lon\n1,-6.195,106.81\n")).containsExactly("1," + IN_FIRST + "0.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lat,lon,id\n-6.195,106.805,7\n",
        "ID,Lat,LON\n7,-6.195,106.805\n",
        "id,latitude,longitude\n7,-6.195,106.805\n",
        "id,lat,lng\n7,-6.195,106.805\n",
        "id,lat,long\n7,-6.195,106.805\n",
        " id , lat , lon \n7, -6.195 , 106.805 \n",
        "\uFEFFid,lat,lon\n7,-6.195,106.805\n",
        "\uFEFF\"id\",\"lat\",\"lon\"\n\"7\",\"-6.195\",\"106.805\"\n",
        "id,lat,lon\r\n7,-6.195,106.805\r\n",
        "id,lat,lon\n\n7,-6.195,106.805\n\n",
        "id,lat,lon\n7,-6.195,106.805",
        "name,id,note,lat,lon\n\"Budi, Ani\",7,\"dua\nbaris\",-6.195,106.805\n",
        "id,lat,lon\n7,-6.195,106.805,more,than,named\n",
        "id,lat,lon,note\n7,-6.195,106.805\n"
      })
  void columns_are_found_by_their_header(String points) throws IOException {
    assertThat(routed(points))
        .singleElement()
        .asString()
        .startsWith("7," + IN_FIRST)
        .matches(".*,55[0-9]\\.[0-9]");
  }

  @Test
  void an_id_comes_back_as_it_went_in() throws IOException {
    assertThat(
            routed(
                """
                id,lat,lon
                "a,b",-6.195,106.805
                "say ""hello""\",-6.195,106.805
                Jl. Çiğ №5,-6.195,106.805
                ,-6.195,106.805
                """))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("\"a,b\",routed,"),
            line -> assertThat(line).startsWith("\"say \"\"hello\"\"\",routed,"),
            line -> assertThat(line).startsWith("Jl. Çiğ №5,routed,"),
            line -> assertThat(line).matches("(\"\")?,routed,.*"));
  }

  @Test
  void an_accuracy_that_reaches_over_a_border_makes_the_point_ambiguous() throws IOException {
    List<String> lines =
        routed(
            """
            id,lat,lon,accuracy_m
            near,-6.195,106.8099,100
            exact,-6.195,106.8099,
            fine,-6.195,106.8099,1
            across,-6.195,106.8201,100
            no number,-6.195,106.8099,wide
            negative,-6.195,106.8099,-100
            """);

    assertThat(lines)
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("near,ambiguous,31.71.01,,Utara,Kota Kotak,"),
            line -> assertThat(line).startsWith("exact," + IN_FIRST),
            line -> assertThat(line).startsWith("fine," + IN_FIRST),
            line -> assertThat(line).isEqualTo("across,ambiguous,31.71,,,Kota Kotak,"),
            line -> assertThat(line).startsWith("no number,"),
            line -> assertThat(line).startsWith("negative,"));
  }

  @Test
  void an_area_without_a_code_is_given_by_its_name_alone() throws IOException {
    assertThat(routed("id,lat,lon\n1,-6.095,106.805\n"))
        .singleElement()
        .asString()
        .startsWith("1,routed,,Tanpa Kode,");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0, 0, needs-location, 0,0
          106.805, -6.195, needs-location, exchanged
          6.195, 106.805, outside, minus sign
          '', '', needs-location, ''
          '', 106.805, needs-location, no place on the earth
          -6.195, '', needs-location, no place on the earth
          south, east, needs-location, no place on the earth
          NaN, NaN, needs-location, no place on the earth
          -91, 106.805, needs-location, no place on the earth
          -6.3, 106.805, outside, ''
          """,
      delimiterString = ", ")
  void a_place_that_cannot_be_meant_is_told_apart_and_counted(
      String lat, String lon, String outcome, String counted) throws IOException {
    Terminal terminal = afterRouting("id,lat,lon\nx," + lat + "," + lon + "\n");

    List<String> lines = Files.readAllLines(out);
    assertThat(lines.get(1)).startsWith("x," + outcome + ",,,,,");
    assertThat(lines.get(1).endsWith(",")).isEqualTo(outcome.equals("needs-location"));
    assertThat(terminal.out()).startsWith("1 points, 1 " + outcome);
    assertThat(terminal.out().lines()).hasSize(counted.isEmpty() ? 1 : 2);
    assertThat(terminal.out()).contains(counted);
  }

  @Test
  void a_comma_as_the_decimal_sign_is_no_number() throws IOException {
    assertThat(routed("id,lat,lon\n1,\"-6,195\",\"106,805\"\n"))
        .containsExactly("1,needs-location,,,,,");
  }

  @Test
  void a_line_that_lacks_its_place_does_not_end_the_run() throws IOException {
    assertThat(routed("id,lat,lon\n1\n2,-6.195\n3,-6.195,106.805\n"))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("1,needs-location,,,,,"),
            line -> assertThat(line).isEqualTo("2,needs-location,,,,,"),
            line -> assertThat(line).startsWith("3," + IN_FIRST));
  }

  @Test
  void the_sentence_counts_every_point_once() throws IOException {
    Terminal terminal =
        afterRouting(
            """
            id,lat,lon,accuracy_m
            1,-6.195,106.805,
            2,-6.195,106.815,
            3,-6.195,106.81,100
            4,0,0,
            5,106.8,-6.19,
            6,6.195,106.805,
            7,-6.3,106.805,
            8,,,
            """);

    assertThat(terminal.out().lines())
        .containsExactly(
            "8 points, 1 ambiguous, 3 needs-location, 2 outside, 2 routed",
            "  1: latitude and longitude look exchanged; they were not turned round",
            "  1: outside, but with a minus sign before the latitude it would lie inside",
            "  1: the place is 0,0, which devices send when they do not know where they are");
    assertThat(Files.readAllLines(out)).hasSize(9);
  }

  @Test
  void a_header_alone_gives_a_header_alone() throws IOException {
    assertThat(routed("id,lat,lon\n")).isEmpty();
    assertThat(routed("id,lat,lon")).isEmpty();
    assertThat(route().out()).startsWith("0 points");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\uFEFF"})
  void an_empty_file_is_refused(String nothing) throws IOException {
    Files.writeString(out, "a result of yesterday\n");

    afterRouting(nothing).refused(in.toString(), "empty", "header");

    assertThat(out).hasContent("a result of yesterday\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nr,lat,lon\n1,-6.195,106.805\n",
        "id,y,x\n1,-6.195,106.805\n",
        "1,-6.195,106.805\n",
        "id;lat;lon\n1;-6.195;106.805\n",
        "{\"id\":1}\n"
      })
  void a_header_that_lacks_a_column_is_refused_before_the_result_is_touched(String points)
      throws IOException {
    Files.writeString(out, "a result of yesterday\n");

    afterRouting(points).refused(in.toString(), "id, lat and lon", "id,lat,lon");

    assertThat(out).hasContent("a result of yesterday\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,lat,lon\n1,-6.195,106.805\n\"2,-6.195,106.805\n3,-6.195,106.805\n",
        "id,lat,lon,note\n1,-6.195,106.805,\n2,-6.195,106.805,\"open\n3,-6.195,106.805,\n",
        "id,lat,lon\n1,-6.195,106.805\n\"2\"x,-6.195,106.805\n3,-6.195,106.805\n",
        "id,lat,lon\n1,-6.195,106.805\n2,-6.195,106.805\n\"3"
      })
  void unmatched_quotation_marks_never_swallow_points_in_silence(String points) throws IOException {
    afterRouting(points).refused(in.toString(), "line ", "quotation marks");

    assertThat(Files.readAllLines(out).get(1)).startsWith("1," + IN_FIRST);
  }

  @Test
  void files_that_are_missing_are_named() throws IOException {
    route().refused(in.toString(), "--points");

    Files.writeString(in, "id,lat,lon\n");
    out = folder.resolve("no/such/folder/out.csv");
    route().refused(out.toString(), "cannot be opened");

    boundaries = folder.resolve("none.geojson");
    route().refused("none.geojson");
  }

  @Test
  void folders_are_refused() throws IOException {
    in = Files.createDirectory(folder.resolve("points"));
    route().refused(in.toString(), "folder");

    in = Files.writeString(folder.resolve("in.csv"), "id,lat,lon\n");
    out = Files.createDirectory(folder.resolve("results"));
    route().refused(out.toString(), "folder");
  }

  @Test
  void the_result_never_overwrites_what_it_is_made_from() throws IOException {
    String points = "id,lat,lon\n1,-6.195,106.805\n";
    Files.writeString(in, points);
    out = folder.resolve("sub").resolve("..").resolve("in.csv");
    Files.createDirectory(folder.resolve("sub"));

    route().refused("overwrite the points");
    assertThat(in).hasContent(points);

    String areas = Files.readString(boundaries);
    out = boundaries;
    route().refused("overwrite the boundaries");
    assertThat(boundaries).hasContent(areas);
  }

  @Test
  void points_stream_through_in_order() throws IOException {
    int count = 200_000;
    writeMany(count);

    assertThat(route().out()).startsWith("200,000 points, ");

    try (BufferedReader lines = Files.newBufferedReader(out)) {
      assertThat(lines.readLine()).isEqualTo(HEADER);
      for (int i = 0; i < count; i++) {
        String line = lines.readLine();
        // Plainly, as there are so many.
        if (line == null || !line.startsWith("p-" + i + (i % 5 == 4 ? ",needs" : ",routed"))) {
          fail("point %d became %s", i, line);
        }
      }
      assertThat(lines.readLine()).isNull();
    }
  }

  private void writeMany(int count) throws IOException {
    try (BufferedWriter points = Files.newBufferedWriter(in, StandardCharsets.UTF_8)) {
      points.write("id,lat,lon\n");
      for (int i = 0; i < count; i++) {
        double lon = i % 5 == 4 ? 0 : Squares.FIRST + 0.01 * (i % 3);
        double lat = i % 5 == 4 ? 0 : Squares.MIDDLE;
        points.write(String.format(Locale.ROOT, "p-%d,%.4f,%.4f\n", i, lat, lon));
      }
    }
  }
}
