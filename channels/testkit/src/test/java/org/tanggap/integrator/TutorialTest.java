package org.tanggap.integrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every line of Java in "Write your own channel" is a line of the sources that are tested here. */
class TutorialTest {

  private static final Path README = Path.of("../README.md");
  private static final Path SOURCES = Path.of("src/test/java/org/tanggap/integrator");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> the_readme_shows_the_code_that_is_tested() throws IOException {
    List<List<String>> sources = sources();
    List<List<String>> blocks = blocks(section(Files.readString(README)));
    assertThat(blocks).as("blocks of Java").hasSizeGreaterThan(10);
    return blocks.stream()
        .map(
            block ->
                dynamicTest(
                    block.get(0),
                    () ->
                        assertThat(sources)
                            .as(String.join("\n", block))
                            .anyMatch(source -> Collections.indexOfSubList(source, block) >= 0)));
  }

  private static String section(String readme) {
    int start = readme.indexOf("\n## Write your own channel\n");
    assertThat(start).as("the section in the README").isNotNegative();
    int end = readme.indexOf("\n## ", start + 1);
    return readme.substring(start, end < 0 ? readme.length() : end);
  }

  private static List<List<String>> blocks(String section) {
    List<List<String>> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(section);
    while (matcher.find()) {
      blocks.add(lines(matcher.group(1)));
    }
    return blocks;
  }

  private static List<List<String>> sources() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      List<List<String>> sources = new ArrayList<>();
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        sources.add(lines(Files.readString(file)));
      }
      return sources;
    }
  }

  private static List<String> lines(String code) {
    return code.lines().map(String::stripTrailing).toList();
  }
}
