package org.tanggap.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.jurisdiction.Jakarta;
import org.tanggap.jurisdiction.Routing;

class ResponsibilitiesReaderTest {

  private static Responsibilities read(String json) {
    return Responsibilities.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "units.json");
  }

  private static List<String> faultsOf(String json) {
    try {
      read(json);
      return List.of();
    } catch (InvalidResponsibilitiesException e) {
      return e.faults();
    }
  }

  @Test
  void the_documented_file_is_read(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("units.json");
    Files.writeString(
        file,
        """
        {"units":    [{"id": "sudin-bm-jaksel", "name": "Suku Dinas Bina Marga Jakarta Selatan"}],
         "rules":    [{"category": "road", "area": "31.74", "unit": "sudin-bm-jaksel"},
                      {"each": "kelurahan", "unit": "lurah-{code}", "name": "Lurah {name}"}],
         "fallback": "sudin-bm-jaksel"}
        """);

    Responsibilities rules = Responsibilities.read(file);

    Routing here = Jakarta.routed(Jakarta.TEBET_TIMUR);
    assertThat(rules.assign(Category.of("road.pothole"), here).orElseThrow().unit().name())
        .isEqualTo("Suku Dinas Bina Marga Jakarta Selatan");
    assertThat(rules.assign(Category.of("flood"), here).orElseThrow().unit().name())
        .isEqualTo("Lurah Tebet Timur");
    assertThat(
            rules
                .assign(Category.of("flood"), Jakarta.routed(Jakarta.BANDUNG))
                .orElseThrow()
                .because())
        .isEqualTo("No rule covers this category here.");
  }

  @Test
  void a_star_means_any() {
    Responsibilities rules =
        read(
            """
            {"units": [{"id": "a", "name": "A"}],
             "rules": [{"category": "*", "area": "*", "unit": "a"}]}
            """);

    assertThat(rules.assign(Category.UNSORTED, Jakarta.routed(Jakarta.BANDUNG))).isPresent();
  }

  @Test
  void all_faults_of_a_file_are_told_at_once() {
    assertThat(
            faultsOf(
                """
                {"units":    [{"id": "a", "name": "A"}, {"id": "a", "name": "B"}, {"id": "c"}],
                 "rules":    [{"category": "Road!", "unit": "nobody"},
                              {"each": "village", "unit": "a"},
                              {"each": "rw", "unit": "a", "name": "RW {name}"},
                              {"category": "road", "unit": "a"}],
                 "fallback": "nowhere"}
                """))
        .containsExactly(
            "unit a stands there twice",
            "a unit needs \"id\" and \"name\"",
            "rule 1: \"category\" is lower-case words with dots between",
            "rule 1: unit \"nobody\" is not among the units",
            "rule 2: \"each\" is one of [province, city, kecamatan, kelurahan, rw, rt]",
            "rule 3: with \"each\", \"unit\" holds {code} and \"name\" is given",
            "fallback: unit \"nowhere\" is not among the units");
  }

  @Test
  void a_slip_of_the_pen_does_not_widen_a_rule() {
    assertThatExceptionOfType(InvalidResponsibilitiesException.class)
        .isThrownBy(
            () ->
                read(
                    "{\"units\":[{\"id\":\"a\",\"name\":\"A\"}],\"rules\":["
                        + "{\"category\":[\"road\"],\"unit\":\"a\"},"
                        + "{\"categry\":\"road\",\"unit\":\"a\"},"
                        + "{\"area\":31.70,\"unit\":\"a\"}]}"))
        .satisfies(e -> assertThat(e.faults()).hasSize(3));
  }

  @Test
  void the_message_holds_the_source_and_every_fault() {
    assertThatExceptionOfType(InvalidResponsibilitiesException.class)
        .isThrownBy(() -> read("{\"fallback\": \"x\"}"))
        .withMessage(
            "units.json: it has no \"rules\"; fallback: unit \"x\" is not among the units");
  }

  @Test
  void broken_json_names_the_line() {
    assertThat(faultsOf("{\n\"units\": [\n"))
        .singleElement()
        .asString()
        .startsWith("no JSON, line");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "null", "{}"})
  void json_of_another_kind_has_no_rules(String json) {
    assertThat(faultsOf(json)).contains("it has no \"rules\"");
  }

  @Test
  void a_file_that_is_not_there_is_named(@TempDir Path folder) {
    assertThatThrownBy(() -> Responsibilities.read(folder.resolve("nothing.json")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("nothing.json");
  }
}
