package org.tanggap.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.web.SecretVectors;
import org.tanggap.testkit.ManualClock;

/** The secret token of a web hook: which requests are Telegram's, and what is refused. */
class TelegramWebHookTest {

  private static final String NAME = "X-Telegram-Bot-Api-Secret-Token";
  private static final String FIRST = "Rahasia-kantor_2026";
  private static final String NEXT = "Rahasia-kantor_2031";
  private static final byte[] BODY =
      utf8(
          "{\"update_id\":1,\"message\":{\"message_id\":2,\"date\":1795227300,\"from\":{\"id\":3},"
              + "\"chat\":{\"id\":3,\"type\":\"private\"},\"text\":\"Banjir 🌊\"}}");

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static List<SecretVectors.Vector> vectors() {
    return SecretVectors.of(NAME, FIRST, NEXT);
  }

  private static TelegramChannel bot(String... secrets) {
    TelegramChannel.Builder builder =
        TelegramChannel.builder(
            Bots.ACCOUNT, FakeTelegram.TOKEN, Bots.CLIENT, ManualClock.at(Bots.NOW));
    Stream.of(secrets).forEach(builder::webhookSecret);
    return builder.build();
  }

  private static int status(PushVerdict verdict) {
    assertThat(verdict).isInstanceOf(PushVerdict.Refused.class);
    return ((PushVerdict.Refused) verdict).response().status();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void only_a_request_with_one_of_the_secrets_is_taken(SecretVectors.Vector vector) {
    PushVerdict verdict = bot(FIRST, NEXT).open(PushRequest.of(BODY, vector.headers()));
    if (vector.genuine()) {
      assertThat(((PushVerdict.Genuine) verdict).messages()).hasSize(1);
    } else {
      assertThat(status(verdict)).isEqualTo(401);
    }
  }

  @Test
  void there_are_at_least_forty_vectors() {
    assertThat(vectors()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(vectors()).extracting(SecretVectors.Vector::name).doesNotHaveDuplicates();
  }

  @Test
  void a_bot_without_a_secret_takes_no_request() {
    for (SecretVectors.Vector vector : vectors()) {
      assertThat(status(bot().open(PushRequest.of(BODY, vector.headers())))).isEqualTo(401);
    }
  }

  @Test
  void a_secret_that_was_taken_away_no_longer_holds() {
    PushRequest request = PushRequest.of(BODY, Map.of(NAME, List.of(FIRST)));
    assertThat(status(bot(NEXT).open(request))).isEqualTo(401);
  }

  @Test
  void what_is_no_post_is_refused() {
    PushRequest request =
        PushRequest.of("GET", URI.create("/hook"), BODY, Map.of(NAME, List.of(FIRST)));
    assertThat(status(bot(FIRST).open(request))).isEqualTo(405);
  }

  @Test
  void a_body_that_is_too_long_is_refused() {
    Map<String, List<String>> headers = Map.of(NAME, List.of(FIRST));
    byte[] body = new byte[TelegramChannel.MAX_BODY_BYTES + 1];
    assertThat(status(bot(FIRST).open(PushRequest.of(body, headers)))).isEqualTo(413);
    assertThat(status(bot(FIRST).open(PushRequest.of(body, Map.of())))).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "spasi di dalam", "titik.", "ä"})
  void a_secret_that_telegram_would_not_take_is_refused_at_once(String secret) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bot(secret))
        .withMessage("a web hook's secret is 1 to 256 letters, digits, _ and -");
  }

  @Test
  void a_secret_has_at_most_256_characters() {
    assertThat(bot("x".repeat(256)).account()).isEqualTo(Bots.ACCOUNT);
    assertThatIllegalArgumentException().isThrownBy(() -> bot("x".repeat(257)));
  }
}
