package org.tanggap.citydesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @TempDir Path folder;

  private String database() {
    return "jdbc:sqlite:" + folder.resolve("desk.db");
  }

  private Terminal start(Object... args) {
    return Terminal.run(
        Stream.concat(Stream.of(args), Stream.of("--db", database(), "--port", 0)).toArray());
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void help_names_every_option_and_the_subcommand() {
    Terminal terminal = Terminal.run("--help");

    assertThat(terminal.status()).isZero();
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.out())
        .contains("--boundaries", "--feed", "--units", "--db", "--port", "--help", "route")
        .contains("jdbc:sqlite:city-desk.db", "8080", "CITY_DESK_APP_SECRET")
        .contains("jdbc:postgresql:", "CITY_DESK_DB_USER", "CITY_DESK_DB_PASSWORD");
  }

  @Test
  void help_of_route_names_its_columns_and_outcomes() {
    Terminal terminal = Terminal.run("route", "--help");

    assertThat(terminal.status()).isZero();
    assertThat(terminal.out())
        .contains("id,outcome,code,kelurahan,kecamatan,kota,border_m")
        .contains("routed, ambiguous, outside, needs-location", "accuracy_m");
  }

  @Test
  void an_unknown_option_is_named() {
    Terminal.run("--bogus").refusedWithHint("--bogus");
    Terminal.run("--boundries", "x.geojson").refusedWithHint("--boundries");
    Terminal.run("route", "--boundaries=a", "--points=b", "--out=c", "--bogus")
        .refusedWithHint("--bogus");
  }

  @Test
  void a_word_that_belongs_to_no_option_is_named() {
    Terminal.run("laporan.csv").refusedWithHint("laporan.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--boundaries", "--feed", "--units", "--db", "--port"})
  void an_option_without_its_value_is_named(String option) {
    Terminal.run(option).refusedWithHint(option);
  }

  @Test
  void options_that_route_cannot_do_without_are_named_all_at_once() {
    Terminal.run("route").refusedWithHint("--boundaries", "--points", "--out");
  }

  @Test
  void a_port_that_is_no_number_is_named() {
    Terminal.run("--port", "http").refusedWithHint("--port", "http");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536, 99_999})
  void a_port_that_cannot_be_is_told_with_the_range(int port) {
    Terminal.run("--db", database(), "--port", port)
        .refused("port " + port + " is none", "0 to 65535");
  }

  @Test
  void a_port_in_use_is_told_with_the_way_out() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Terminal.run("--db", database(), "--port", taken.getLocalPort())
          .refused("port " + taken.getLocalPort() + " is in use", "--port 0");
    }
  }

  @Test
  void a_boundary_file_that_is_missing_is_named() {
    start("--boundaries", folder.resolve("none.geojson")).refused("none.geojson", "Check");
  }

  @Test
  void a_boundary_file_that_is_a_folder_is_named() throws IOException {
    start("--boundaries", Files.createDirectory(folder.resolve("borders")))
        .refused("borders", "folder", "Give a file");
  }

  @Test
  void a_boundary_file_that_is_empty_is_named() throws IOException {
    start("--boundaries", file("empty.geojson", "")).refused("empty.geojson", "empty", "Give");
  }

  @Test
  void a_boundary_file_that_ends_too_early_is_named() throws IOException {
    byte[] whole = sketch();

    start("--boundaries", file("cut.geojson", Arrays.copyOf(whole, whole.length / 2)))
        .refused("cut.geojson");
  }

  @Test
  void a_compressed_boundary_file_that_ends_too_early_is_named() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(sketch());
    }
    byte[] cut = Arrays.copyOf(compressed.toByteArray(), compressed.size() / 2);

    start("--boundaries", file("cut.geojson.gz", cut)).refused("cut.geojson.gz");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "{\"type\":\"Topology\",\"objects\":{}}",
        "[1, 2, 3]",
        "id,lat,lon\n1,-6.2,106.8\n",
        "{\"type\":\"FeatureCollection\",\"features\":[]}"
      })
  void a_boundary_file_without_areas_is_named(String content) throws IOException {
    start("--boundaries", file("other.geojson", content)).refused("other.geojson");
  }

  private static byte[] sketch() throws IOException {
    try (InputStream in = CityDesk.class.getResourceAsStream("sample/jakarta-sketch.geojson")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  @Test
  void a_feed_that_is_missing_is_named() {
    Path missing = folder.resolve("none.csv");

    start("--feed", missing).refused(missing.toString(), "no such feed", "--feed");
  }

  @Test
  void answers_never_go_into_the_folder_that_is_read_as_the_feed() throws IOException {
    file("reports.ndjson", "{\"id\":\"1\",\"text\":\"Banjir\"}\n");

    start("--feed", folder).refused(folder.toString(), "desk-answers.ndjson", "--db");
    assertThat(folder.resolve("desk.db")).doesNotExist();
  }

  @Test
  void units_that_are_missing_are_named() {
    Path missing = folder.resolve("none.json");

    start("--units", missing).refused(missing.toString(), "--units");
  }

  @Test
  void units_that_are_a_folder_are_named() {
    start("--units", folder).refused(folder.toString(), "folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[", "hello", "[]", "{\"units\":[]}"})
  void units_that_say_nothing_are_named(String content) throws IOException {
    start("--units", file("units.json", content)).refused("units.json", "--units");
  }

  @Test
  void units_with_several_faults_are_told_all_of_them() throws IOException {
    Path units =
        file(
            "units.json",
            """
            {"units": [{"id": "dinas"}],
             "rules": [{"category": "Jalan Rusak", "unit": "dinas"},
                       {"each": "desa", "unit": "lurah-{code}", "name": "Lurah {name}"},
                       {"each": "kelurahan", "unit": "lurah"}],
             "fallback": "nobody"}
            """);

    start("--units", units)
        .refused("units.json", "a unit needs", "rule 1", "rule 2", "rule 3", "fallback");
  }

  @Test
  void a_file_that_is_no_database_is_named_and_left_as_it_is() throws IOException {
    Path hello = file("hello.db", "hello");

    Terminal.run("--db", "jdbc:sqlite:" + hello, "--port", 0)
        .refused("jdbc:sqlite:" + hello, "not a database", "--db another file");

    assertThat(hello).hasContent("hello");
    assertThat(listing()).containsExactly("hello.db");
  }

  @Test
  void a_large_file_that_is_no_database_is_left_as_it_is() throws IOException {
    byte[] content = sketch();
    Path other = file("other.db", content);

    Terminal.run("--db", "jdbc:sqlite:" + other, "--port", 0).refused("other.db", "--db");

    assertThat(other).hasBinaryContent(content);
    assertThat(listing()).containsExactly("other.db");
  }

  private List<String> listing() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void a_database_of_a_later_version_keeps_its_tables() throws SQLException {
    Database database = new Database(folder.resolve("desk.db"));
    database.run("CREATE TABLE tomorrow (a)");
    database.run("CREATE TABLE tanggap_schema AS SELECT 99 AS version");

    start().refused("desk.db", "schema 99", "--db another file");

    assertThat(database.texts("SELECT name FROM sqlite_master"))
        .containsExactly("tomorrow", "tanggap_schema");
    assertThat(database.number("SELECT version FROM tanggap_schema")).isEqualTo(99);
  }

  @Test
  void a_database_that_cannot_be_made_is_named() {
    Path nowhere = folder.resolve("no/such/folder/desk.db");

    Terminal.run("--db", "jdbc:sqlite:" + nowhere, "--port", 0)
        .refused(nowhere.toString(), "--db another file");
    Terminal.run("--db", "jdbc:sqlite:" + folder, "--port", 0)
        .refused(folder.toString(), "--db another file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:./desk",
        "desk.db",
        "jdbc:sqlite:",
        "jdbc:sqlite::memory:",
        "jdbc:sqlite:file:desk?mode=memory&cache=shared"
      })
  void a_url_of_another_database_is_named(String url) {
    Terminal.run("--db", url, "--port", 0).refused("the database " + url, "jdbc:sqlite:desk.db");
  }

  @Test
  void a_postgresql_server_that_does_not_answer_is_named_without_its_password() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String url = "jdbc:postgresql://localhost:" + port + "/desk";

    Terminal terminal = Terminal.run("--db", url + "?user=desk&password=rahasia", "--port", 0);

    terminal.refused(url + " cannot be reached", "no server answers there");
    assertThat(terminal.err()).doesNotContain("rahasia");
  }

  @Test
  void a_damaged_event_in_the_database_is_told_without_what_stands_in_it() throws Exception {
    DeskRun.Settings settings =
        new DeskRun.Settings(
            null, null, null, null, null, DeskDatabase.Settings.of(database()), 0, null);
    try (RunningDesk desk = RunningDesk.start(settings)) {
      desk.awaitFeed();
    }
    new Database(folder.resolve("desk.db"))
        .run("UPDATE tanggap_event SET body = '{\"rahasia' WHERE version = 1");

    Terminal terminal = start();

    terminal.refused("cannot be read");
    assertThat(terminal.err()).doesNotContain("rahasia");
  }
}
