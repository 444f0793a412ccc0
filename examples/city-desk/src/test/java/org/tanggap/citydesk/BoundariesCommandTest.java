package org.tanggap.citydesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("city-desk boundaries check")
class BoundariesCommandTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void two_areas_that_overlap() throws IOException {
    Files.writeString(
        folder.resolve("areas.geojson"),
        area("31.71.01.1001", "Gambir", 106.80, 106.82)
            + area("31.71.01.1002", "Cideng", 106.819, 106.84));
  }

  private static String area(String code, String name, double west, double east) {
    return String.format(
        Locale.ROOT,
        "{\"type\":\"Feature\",\"properties\":{\"kelurahan_code\":\"%s\",\"kelurahan\":\"%s\"},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%s,-6.18],[%s,-6.18],[%s,-6.16],"
            + "[%s,-6.16],[%s,-6.18]]]}}\n",
        code,
        name,
        west,
        east,
        east,
        west,
        west);
  }

  private int run(String... args) {
    CommandLine line =
        CityDesk.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] all = new String[args.length + 2];
    all[0] = "boundaries";
    all[1] = "check";
    System.arraycopy(args, 0, all, 2, args.length);
    return line.execute(all);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void defects_are_the_result_and_no_failure() throws IOException {
    Files.writeString(
        folder.resolve("codes.txt"), "# desa\n31.71.01.1001;Gambir\n\n3171011003 Duri\n");
    int status =
        run(
            file("areas.geojson"),
            "--expected",
            file("codes.txt"),
            "--json",
            file("report.json"),
            "--svg",
            file("report.svg"));
    assertThat(status).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString())
        .contains("1 pairs of areas overlap")
        .contains("31.71.01.1001 Gambir / 31.71.01.1002 Cideng")
        .contains("1 expected areas are missing\n               31.71.01.1003\n")
        .contains("1 areas are not among the expected\n               31.71.01.1002 Cideng");
    assertThat(Files.readString(folder.resolve("report.json"))).contains("\"kind\":\"overlap\"");
    assertThat(Files.readString(folder.resolve("report.svg"))).startsWith("<svg ");
  }

  @Test
  void what_the_person_can_put_right_gets_one_sentence() throws IOException {
    Files.writeString(folder.resolve("empty.txt"), "# nothing\n");
    assertThat(run(file("none.geojson"))).isEqualTo(CityDesk.CANNOT_START);
    assertThat(run(file("areas.geojson"), "--expected", file("none.txt")))
        .isEqualTo(CityDesk.CANNOT_START);
    assertThat(run(file("areas.geojson"), "--expected", file("empty.txt")))
        .isEqualTo(CityDesk.CANNOT_START);
    assertThat(run(file("areas.geojson"), "--json", file("no/folder/report.json")))
        .isEqualTo(CityDesk.CANNOT_START);
    assertThat(run(file("areas.geojson"), "--svg", file("areas.geojson")))
        .isEqualTo(CityDesk.CANNOT_START);
    assertThat(err.toString().lines())
        .hasSize(5)
        .allMatch(line -> line.startsWith("city-desk: ") && line.endsWith("."));
  }

  @Test
  void without_a_file_it_says_so() {
    assertThat(run()).isEqualTo(CityDesk.CANNOT_START);
    assertThat(err.toString()).contains("'FILE'").contains("--help");
  }
}
