package org.tanggap.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.ManualClock;

class OAuthTokensTest {

  private static final ManualClock CLOCK = ManualClock.at("2026-11-21T02:15:00Z");

  private static final class Endpoint extends FakeVendor {

    private final Deque<Answer> answers = new ArrayDeque<>();

    @Override
    protected Answer answer(Request request) {
      return answers.removeFirst();
    }

    @Override
    protected Answer limited(@Nullable Instant ends) {
      return Answer.json(429, "{}");
    }
  }

  private final Endpoint endpoint = new Endpoint();
  private final List<String> kept = new ArrayList<>();
  private final OAuthTokens tokens = tokens(kept::add);

  private OAuthTokens tokens(Consumer<String> keeper) {
    WebApi.Builder api =
        WebApi.builder("Contoh", endpoint.url(), HttpClient.newHttpClient(), CLOCK);
    return OAuthTokens.renewable(
        api,
        new String[] {"oauth2", "token"},
        Map.of("client_id", "aplikasi"),
        "akses-lama",
        "segar-lama",
        keeper);
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  private void answer(int status, String json) {
    endpoint.answers.add(FakeVendor.Answer.json(status, json));
  }

  private static Kind kindOf(Runnable call) {
    try {
      call.run();
    } catch (ChannelException e) {
      return e.kind();
    }
    throw new AssertionError("the call has to fail");
  }

  @Test
  void a_renewal_sends_what_the_standard_asks_for() {
    answer(200, "{\"access_token\":\"akses-baru\",\"token_type\":\"bearer\"}");
    assertThat(tokens.authorization()).isEqualTo("Bearer akses-lama");
    tokens.renew();
    assertThat(tokens.authorization()).isEqualTo("Bearer akses-baru");
    assertThat(endpoint.requests().get(0).path()).isEqualTo("/oauth2/token");
    assertThat(endpoint.requests().get(0).text())
        .isEqualTo("client_id=aplikasi&grant_type=refresh_token&refresh_token=segar-lama");
    assertThat(kept).isEmpty();
  }

  @Test
  void a_new_refresh_token_is_kept_and_used_next() {
    answer(200, "{\"access_token\":\"a\",\"refresh_token\":\"segar-baru\"}");
    answer(200, "{\"access_token\":\"b\",\"refresh_token\":\"segar-baru\"}");
    tokens.renew();
    tokens.renew();
    assertThat(kept).containsExactly("segar-baru");
    assertThat(endpoint.requests().get(1).text()).endsWith("refresh_token=segar-baru");
  }

  @Test
  void a_new_refresh_token_that_cannot_be_kept_is_told_and_still_used() {
    OAuthTokens careless =
        tokens(
            credential -> {
              throw new IllegalStateException(credential);
            });
    answer(200, "{\"access_token\":\"a\",\"refresh_token\":\"segar-baru\"}");
    assertThat(kindOf(careless::renew)).isEqualTo(Kind.TEMPORARY);
    assertThat(careless.authorization()).isEqualTo("Bearer a");
  }

  @ParameterizedTest
  @CsvSource({
    "400, REAUTHORISE",
    "401, REAUTHORISE",
    "403, NOT_PERMITTED",
    "500, TEMPORARY",
    "503, TEMPORARY",
    "200, MALFORMED"
  })
  void a_renewal_that_fails_leaves_the_tokens_as_they_were(int status, Kind kind) {
    answer(status, "{\"error\":\"invalid_grant\"}");
    assertThat(kindOf(tokens::renew)).isEqualTo(kind);
    assertThat(tokens.authorization()).isEqualTo("Bearer akses-lama");
    assertThat(kept).isEmpty();
  }

  @Test
  void a_fixed_token_is_renewed_by_a_person() {
    OAuthTokens fixed = OAuthTokens.fixed("tetap");
    assertThat(fixed.isRenewable()).isFalse();
    assertThat(kindOf(fixed::renew)).isEqualTo(Kind.REAUTHORISE);
    assertThat(tokens.isRenewable()).isTrue();
  }

  @Test
  void no_token_is_ever_shown() {
    assertThat(tokens.toString()).doesNotContain("lama");
  }
}
