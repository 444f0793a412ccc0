package org.tanggap.channel.gammu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.testkit.ManualClock;

class GammuPullTest {

  @TempDir private Path folder;
  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
  private FakeGammu gammu;
  private GammuChannel channel;

  @BeforeEach
  void open() {
    gammu = new FakeGammu(clock, folder);
    channel = Modems.builder(gammu, clock).build();
  }

  @AfterEach
  void close() {
    gammu.close();
  }

  @Test
  void a_file_goes_when_its_page_is_stored_and_not_before() {
    gammu.publish("Jalan rusak");

    Page page = channel.pull(null);
    assertThat(Modems.words(page.messages())).containsExactly("Jalan rusak");
    assertThat(FakeGammu.list(gammu.spool)).hasSize(1);
    assertThat(channel.pull(null).messages()).isEqualTo(page.messages());

    assertThat(channel.pull(page.cursor()).messages()).isEmpty();
    assertThat(FakeGammu.list(gammu.spool)).isEmpty();
  }

  @Test
  void a_file_that_comes_in_between_stays_until_it_was_read() {
    gammu.publish("satu");
    Page page = channel.pull(null);
    gammu.publish("dua");

    assertThat(Modems.words(channel.pull(page.cursor()).messages())).containsExactly("dua");
    assertThat(FakeGammu.list(gammu.spool)).hasSize(1);
  }

  @Test
  void a_file_that_cannot_be_read_is_told_once_and_kept_aside() throws Exception {
    String name = gammu.file("SMS_MESSAGES=1\0SMS_1_TEXT=rahasia".getBytes(StandardCharsets.UTF_8));
    gammu.publish("Jalan rusak");

    Page page = channel.pull(null);
    assertThat(Modems.words(page.messages())).containsExactly("Malformed", "Jalan rusak");
    assertThat(page.messages().get(0).toString()).contains(name).doesNotContain("rahasia");

    assertThat(channel.pull(page.cursor()).messages()).isEmpty();
    assertThat(gammu.spool.resolve("unreadable").resolve(name)).exists();
  }

  @Test
  void hostile_files_are_malformed_or_not_there() throws Exception {
    gammu.file(new byte[GammuSpool.MAX_BYTES + 1]);
    gammu.file(new byte[0]);
    gammu.file(new byte[] {0, 0, 0, -1, 'E', 'N', 'D', '=', 0});
    gammu.file("x=y\0".repeat(3_000).concat("END=\0").getBytes(StandardCharsets.UTF_8));
    Files.createDirectory(gammu.spool.resolve("folder.sms"));
    Files.writeString(gammu.spool.resolve(".new.abc"), "half");
    Files.writeString(gammu.spool.resolve("note.txt"), "not ours");
    Files.createSymbolicLink(gammu.spool.resolve("link.sms"), gammu.spool.resolve("note.txt"));

    Page page = channel.pull(null);

    assertThat(Modems.words(page.messages()))
        .containsExactly("Malformed", "Malformed", "Malformed", "Malformed");
  }

  @Test
  void a_cursor_lets_go_of_no_file_outside_the_spool() throws IOException {
    Path other = Files.writeString(folder.resolve("other.sms"), "x");
    Cursor cursor =
        new GammuCursor(List.of("../other.sms"), List.of("../other.sms"), List.of()).toCursor();

    channel.pull(cursor);

    assertThat(other).exists();
  }

  @Test
  void a_damaged_cursor_is_malformed() {
    gammu.publish("Jalan rusak");
    String text = channel.pull(null).cursor().value();
    for (String damaged :
        List.of("", "{}", "[1]", text.substring(1), text.replace("000001", "000002"))) {
      assertThatThrownBy(() -> channel.pull(new Cursor(damaged)))
          .isInstanceOfSatisfying(
              ChannelException.class,
              failure -> {
                assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
                assertThat(failure).hasMessageContaining("gammu:modem1");
              });
    }
  }

  @Test
  void a_folder_that_is_not_there_is_a_temporary_failure() throws IOException {
    Files.delete(gammu.spool);

    assertThatThrownBy(() -> channel.pull(null))
        .isInstanceOfSatisfying(
            ChannelException.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.TEMPORARY));
  }

  @Test
  void a_run_that_smsd_repeats_is_one_message() {
    Map<String, String> environment = FakeGammu.environment(FakeGammu.CITIZEN, "Banjir");
    gammu.spool(environment, List.of("17"));
    clock.advance(java.time.Duration.ofMinutes(3));
    gammu.spool(environment, List.of("17"));

    List<ChannelMessage> messages = channel.pull(null).messages();

    assertThat(messages)
        .extracting(it -> ((ChannelMessage.NewReport) it).key())
        .hasSize(2)
        .containsOnly(((ChannelMessage.NewReport) messages.get(0)).key());
  }

  @Test
  void a_program_that_smsd_runs_reads_its_environment_itself() {
    Map<String, String> environment = FakeGammu.environment(FakeGammu.CITIZEN, "Banjir");

    assertThat(Modems.words(channel.parse(environment, List.of("17")))).containsExactly("Banjir");
    assertThat(Modems.words(channel.parse(Map.of(), List.of()))).containsExactly("Malformed");
  }

  @Test
  void pages_are_as_long_as_they_are_told() {
    for (int i = 0; i < 5; i++) {
      gammu.publish("laporan " + i);
    }
    GammuChannel small = Modems.builder(gammu, clock).pageSize(2).build();

    Page first = small.pull(null);
    Page second = small.pull(first.cursor());
    Page third = small.pull(second.cursor());

    assertThat(first.hasMore()).isTrue();
    assertThat(second.hasMore()).isTrue();
    assertThat(third.hasMore()).isFalse();
    assertThat(Modems.words(third.messages())).containsExactly("laporan 4");
  }
}
