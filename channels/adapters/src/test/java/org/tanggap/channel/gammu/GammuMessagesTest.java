package org.tanggap.channel.gammu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.testkit.PayloadFixtures;

class GammuMessagesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T02:14:00Z");

  @TestFactory
  Stream<DynamicTest> every_payload_is_read_as_expected() {
    return PayloadFixtures.beside(getClass(), "payloads", 28, Modems::rendered);
  }

  private static String key(String text, List<String> ids, Instant at) {
    Map<String, String> environment = FakeGammu.environment(FakeGammu.CITIZEN, text);
    return Modems.messages().key(environment, ids, at);
  }

  @Test
  void a_run_that_comes_again_has_the_same_key() {
    assertThat(key("Banjir", List.of("17"), NOW))
        .isEqualTo(key("Banjir", List.of("17"), NOW.plusSeconds(100_000)))
        .isNotEqualTo(key("Banjir", List.of("18"), NOW))
        .isNotEqualTo(key("banjir", List.of("17"), NOW));
  }

  @Test
  void without_ids_the_same_words_within_ten_minutes_are_one_message() {
    Instant start = Instant.parse("2026-11-21T02:10:00Z");

    assertThat(key("Banjir", List.of(), start))
        .isEqualTo(key("Banjir", List.of(), start.plusSeconds(599)))
        .isNotEqualTo(key("Banjir", List.of(), start.plusSeconds(600)))
        .isNotEqualTo(key("Macet", List.of(), start));
  }

  @Test
  void a_key_shows_neither_number_nor_words() {
    assertThat(key("Banjir", List.of("IN20261121_091400_00_+6281234500001_00.txt"), NOW))
        .matches("sms-[0-9a-f]{32}");
  }

  @Test
  void the_order_of_variables_does_not_matter() {
    Map<String, String> environment = FakeGammu.environment(FakeGammu.CITIZEN, "Banjir");

    assertThat(Modems.messages().key(new TreeMap<>(environment).descendingMap(), List.of(), NOW))
        .isEqualTo(key("Banjir", List.of(), NOW));
  }

  @Test
  void bytes_of_another_charset_are_shown_as_such_and_the_rest_stays() {
    byte[] content =
        "SMS_MESSAGES=1\0SMS_1_NUMBER=+6281234500001\0SMS_1_TEXT=caf\u00e9 rusak\0END=\0"
            .getBytes(StandardCharsets.ISO_8859_1);

    ChannelMessage wrong = Modems.read(content).orElseThrow();
    assertThat(Modems.words(List.of(wrong))).containsExactly("caf\ufffd rusak");
    SpoolFile right = SpoolFile.read(content, StandardCharsets.ISO_8859_1, NOW).orElseThrow();
    assertThat(right.environment()).containsEntry("SMS_1_TEXT", "caf\u00e9 rusak");
    assertThat(right.toString()).doesNotContain("rusak");
  }
}
