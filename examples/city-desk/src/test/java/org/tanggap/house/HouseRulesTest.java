package org.tanggap.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule fails when somebody breaks it: code that does so is compiled and shown to the rule. */
class HouseRulesTest {

  private static final String GEO_TYPE = "package org.tanggap.geo; public class Index {}";

  @TempDir Path folder;
  private final List<String> sources = new ArrayList<>();

  @BeforeEach
  void start_empty() {
    sources.clear();
  }

  @Test
  void core_must_not_use_geo() {
    write(GEO_TYPE);
    write("package org.tanggap.complaint; class Place { org.tanggap.geo.Index index; }");
    assertBroken(HouseRules.CORE_KNOWS_NO_OTHER_MODULE);
  }

  @Test
  void core_must_not_use_http() {
    write("package org.tanggap.desk; class Call { java.net.http.HttpClient client; }");
    assertBroken(HouseRules.CORE_KNOWS_NO_OTHER_MODULE);
  }

  @Test
  void geo_must_not_use_an_adapter() {
    write("package org.tanggap.channel.sms; public class Sms {}");
    write("package org.tanggap.geo; class Index { org.tanggap.channel.sms.Sms sms; }");
    assertBroken(HouseRules.GEO_KNOWS_ONLY_CORE);
  }

  @Test
  void an_adapter_must_not_use_geo() {
    write(GEO_TYPE);
    write("package org.tanggap.channel.sms; class Sms { org.tanggap.geo.Index index; }");
    assertBroken(HouseRules.ADAPTERS_KNOW_ONLY_CORE);
  }

  @Test
  void an_adapter_must_not_use_another() {
    write("package org.tanggap.channel.telegram; public class Telegram {}");
    write(
        "package org.tanggap.channel.mail; class Mail { org.tanggap.channel.telegram.Telegram telegram; }");
    assertBroken(HouseRules.AN_ADAPTER_KNOWS_NO_OTHER);
  }

  @Test
  void nobody_must_use_an_example() {
    write("package org.tanggap.citydesk; public class Desk {}");
    write("package org.tanggap.geo; class Index { org.tanggap.citydesk.Desk desk; }");
    assertBroken(HouseRules.NOBODY_KNOWS_THE_EXAMPLES);
  }

  @Test
  void packages_must_not_form_a_cycle() {
    write("package org.tanggap.sla; public class Clock { org.tanggap.store.Store store; }");
    write("package org.tanggap.store; public class Store { org.tanggap.sla.Clock clock; }");
    assertBroken(HouseRules.NO_PACKAGE_CYCLE);
  }

  @Test
  void a_package_must_not_be_called_util() {
    write("package org.tanggap.util; class Strings {}");
    assertBroken(HouseRules.PACKAGES_ARE_NAMED_AFTER_THE_DOMAIN);
  }

  @Test
  void a_public_type_must_not_live_in_a_package_of_its_own_making() {
    write("package org.tanggap.secrets; public class Key {}");
    assertBroken(HouseRules.PUBLIC_TYPES_LIVE_WHERE_USERS_LOOK);
  }

  @Test
  void an_adapter_must_not_show_its_parser() {
    write("package org.tanggap.channel.telegram; public class TelegramParser {}");
    assertBroken(HouseRules.AN_ADAPTER_SHOWS_ITS_CHANNEL_AND_NOTHING_ELSE);
  }

  @Test
  void a_package_must_be_null_marked() {
    write("package org.tanggap.sla; class Clock {}");
    assertBroken(HouseRules.EVERY_PACKAGE_IS_NULL_MARKED_AND_EXPLAINED);
  }

  @Test
  void static_state_must_not_change() {
    write("package org.tanggap.sla; class Clock { static int ticks; }");
    assertBroken(HouseRules.NO_STATIC_MUTABLE_STATE);
  }

  @Test
  void a_thread_must_not_be_started() {
    write(
        "package org.tanggap.desk;"
            + " class Poller { void go() { new Thread(() -> {}).start(); } }");
    assertBroken(HouseRules.NO_THREAD_UNLESS_ASKED);
  }

  @Test
  void a_pool_must_not_be_made() {
    write(
        "package org.tanggap.desk;"
            + " class Pool { Object p = java.util.concurrent.Executors.newCachedThreadPool(); }");
    assertBroken(HouseRules.NO_THREAD_UNLESS_ASKED);
  }

  @Test
  void a_method_must_not_be_synchronized() {
    write("package org.tanggap.store; class Store { synchronized void put() {} }");
    assertBroken(HouseRules.NO_SYNCHRONIZED_METHOD);
  }

  @Test
  void the_system_clock_must_not_be_asked() {
    write(
        "package org.tanggap.sla;"
            + " class Clock { Object now = java.time.InstantSource.system().instant(); }");
    assertBroken(HouseRules.THE_SYSTEM_CLOCK_IS_ONLY_A_DEFAULT_OF_A_BUILDER);
  }

  @Test
  void an_exception_must_not_be_checked() {
    write("package org.tanggap.store; public final class LostException extends Exception {}");
    assertBroken(HouseRules.EXCEPTIONS_ARE_FINAL_AND_UNCHECKED);
  }

  private void write(String source) {
    sources.add(source);
  }

  private void assertBroken(ArchRule rule) {
    assertThat(rule.evaluate(new ClassFileImporter().importPath(compile())).hasViolation())
        .isTrue();
  }

  private Path compile() {
    List<String> args =
        new ArrayList<>(List.of("-proc:none", "-Xlint:none", "-d", folder.toString()));
    try {
      for (String source : sources) {
        String name = source.replaceAll("(?s).*?class (\\w+).*", "$1");
        Path file =
            Files.createDirectories(folder.resolve("src" + args.size())).resolve(name + ".java");
        args.add(Files.writeString(file, source).toString());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, args.toArray(String[]::new))).isZero();
    return folder;
  }
}
