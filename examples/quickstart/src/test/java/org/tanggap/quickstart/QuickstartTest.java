package org.tanggap.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's lines compile, run, and do what the README says. */
class QuickstartTest {

  private static final Path SAMPLE =
      Path.of("../city-desk/src/main/resources/org/tanggap/citydesk/sample");
  private static final Path SOURCE =
      Path.of("src/main/java/org/tanggap/quickstart/Quickstart.java");

  @Test
  void a_report_from_a_real_place_reaches_its_kelurahan_with_a_deadline() {
    List<String> printed =
        run(
            SAMPLE.resolve("jakarta-sketch.geojson").toString(),
            SAMPLE.resolve("units.json").toString());

    assertThat(printed.get(0)).isEqualTo("Tebet Timur");
    assertThat(printed.get(1)).isEqualTo("Lurah Tebet Timur");
    assertThat(printed.get(2))
        .contains("+07:00  received by the desk: 72 hours, nights and holidays included")
        .matches(".*; due \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d \\+07:00");
  }

  @Test
  void the_readme_shows_the_code_that_runs() throws IOException {
    List<String> shown = firstJavaBlock(Files.readString(Path.of("../../README.md")));
    List<String> runs = stripped(Files.readString(SOURCE));

    assertThat(shown).isNotEmpty();
    assertThat(runs).containsSequence(shown);
  }

  private static List<String> firstJavaBlock(String readme) {
    int start = readme.indexOf("```java\n") + "```java\n".length();
    return stripped(readme.substring(start, readme.indexOf("```", start)));
  }

  private static List<String> stripped(String code) {
    return code.lines().map(String::strip).toList();
  }

  private static List<String> run(String... args) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Quickstart.main(args);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
