package org.tanggap.channel.gammu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Page;
import org.tanggap.testkit.ManualClock;

/** The script itself, started as SMSD starts it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class GammuScriptTest {

  @TempDir private Path folder;
  private Path script;
  private Path spool;

  @BeforeEach
  void unpack() throws IOException {
    script = folder.resolve("tanggap-spool.sh");
    spool = Files.createDirectory(folder.resolve("spool"));
    try (InputStream in = GammuChannel.class.getResourceAsStream("tanggap-spool.sh")) {
      Files.copy(in, script);
    }
  }

  private int run(Path target, Map<String, String> environment, String... ids) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
    command.add(target.toString());
    command.addAll(List.of(ids));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeIf(name -> name.startsWith("SMS_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private List<ChannelMessage> pull() {
    ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
    Page page = GammuChannel.builder(Modems.ACCOUNT, spool, clock).build().pull(null);
    return page.messages();
  }

  @Test
  void what_smsd_hands_over_arrives_unharmed() throws Exception {
    String words = "Banjir 🌊 \"$(touch x)\" `id` %s %% \\n\nbaris dua = 'habis'\n";
    Map<String, String> environment = FakeGammu.environment(FakeGammu.CITIZEN, words);

    assertThat(run(spool, environment, "17")).isZero();

    List<ChannelMessage> messages = pull();
    assertThat(Modems.words(messages)).containsExactly(words);
    assertThat(((ChannelMessage.NewReport) messages.get(0)).key().externalId())
        .isEqualTo(Modems.messages().key(environment, List.of("17"), java.time.Instant.EPOCH));
  }

  @Test
  void all_parts_of_a_long_message_are_handed_over() throws Exception {
    Map<String, String> environment = FakeGammu.environment(FakeGammu.CITIZEN, "satu ");
    environment.put("SMS_MESSAGES", "2");
    environment.put("SMS_2_NUMBER", FakeGammu.CITIZEN);
    environment.put("SMS_2_TEXT", "dua");
    environment.put("DECODED_PARTS", "1");
    environment.put("DECODED_1_TEXT", "satu dua");

    assertThat(run(spool, environment, "17", "18")).isZero();

    assertThat(Modems.words(pull())).containsExactly("satu dua");
  }

  @Test
  void the_file_appears_whole_and_can_be_read_by_its_group_alone() throws Exception {
    run(spool, FakeGammu.environment(FakeGammu.CITIZEN, "Banjir"));

    List<Path> files = FakeGammu.list(spool);
    assertThat(files).hasSize(1);
    assertThat(files.get(0).getFileName().toString()).endsWith(".sms");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.get(0))))
        .endsWith("---");
  }

  @Test
  void a_folder_that_is_not_there_fails_at_once() throws Exception {
    assertThat(run(folder.resolve("none"), FakeGammu.environment(FakeGammu.CITIZEN, "x")))
        .isNotZero();
  }

  @Test
  void a_count_that_is_no_number_leaves_a_file_that_is_malformed() throws Exception {
    run(spool, Map.of("SMS_MESSAGES", "banyak", "SMS_1_NUMBER", FakeGammu.CITIZEN));

    assertThat(Modems.words(pull())).allMatch("Malformed"::equals);
  }
}
