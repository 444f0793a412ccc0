package org.tanggap.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house keeps its rules. */
class HouseTest {

  private static final Path ROOT = Path.of("..", "..");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.tanggap");

  @TestFactory
  Stream<DynamicTest> every_rule_of_the_house_holds() {
    return rules()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(HOUSE)));
  }

  static Stream<ArchRule> rules() {
    return Stream.of(
        HouseRules.CORE_KNOWS_NO_OTHER_MODULE,
        HouseRules.GEO_KNOWS_ONLY_CORE,
        HouseRules.ADAPTERS_KNOW_ONLY_CORE,
        HouseRules.AN_ADAPTER_KNOWS_NO_OTHER,
        HouseRules.NOBODY_KNOWS_THE_EXAMPLES,
        HouseRules.NO_PACKAGE_CYCLE,
        HouseRules.PACKAGES_ARE_NAMED_AFTER_THE_DOMAIN,
        HouseRules.PUBLIC_TYPES_LIVE_WHERE_USERS_LOOK,
        HouseRules.AN_ADAPTER_SHOWS_ITS_CHANNEL_AND_NOTHING_ELSE,
        HouseRules.EVERY_PACKAGE_IS_NULL_MARKED_AND_EXPLAINED,
        HouseRules.NO_STATIC_MUTABLE_STATE,
        HouseRules.NO_THREAD_UNLESS_ASKED,
        HouseRules.NO_SYNCHRONIZED_METHOD,
        HouseRules.THE_SYSTEM_CLOCK_IS_ONLY_A_DEFAULT_OF_A_BUILDER,
        HouseRules.EXCEPTIONS_ARE_FINAL_AND_UNCHECKED);
  }

  @Test
  void the_rules_look_at_every_module() {
    assertThat(HOUSE.stream().map(type -> type.getPackageName()).distinct())
        .contains(
            "org.tanggap.desk",
            "org.tanggap.geo",
            "org.tanggap.channel.feed",
            "org.tanggap.testkit",
            "org.tanggap.citydesk");
  }

  @Test
  void each_published_module_has_a_descriptor() {
    for (String module : List.of("core", "geo", "channels/adapters", "channels/testkit")) {
      assertThat(ROOT.resolve(module).resolve("src/main/java/module-info.java")).exists();
    }
  }

  @Test
  void a_disabled_test_says_why() throws IOException {
    Pattern silent = Pattern.compile("@Disabled(?!\\w|\\(\"[^\"])");
    try (Stream<Path> sources = Files.walk(ROOT)) {
      List<Path> offenders =
          sources
              .filter(file -> file.toString().endsWith("Test.java"))
              .filter(file -> !file.endsWith("HouseTest.java"))
              .filter(file -> silent.matcher(read(file)).find())
              .toList();
      assertThat(offenders).isEmpty();
    }
  }

  @Test
  void nothing_else_stands_at_the_top() throws IOException {
    try (Stream<Path> entries = Files.list(ROOT)) {
      assertThat(
              entries
                  .map(entry -> entry.getFileName().toString())
                  .filter(name -> !name.startsWith(".")))
          .isSubsetOf(
              "pom.xml",
              "core",
              "geo",
              "channels",
              "examples",
              "README.md",
              "CHANGELOG.md",
              "CONTRIBUTING.md",
              "LICENSE",
              "mvnw",
              "mvnw.cmd",
              "target");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }
}
