package org.tanggap.channel.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Cursor;
import org.tanggap.testkit.FakeVendor.Answer;
import org.tanggap.testkit.ManualClock;

/** The day's quota, and the failures of the Data API in kinds. */
class YouTubeQuotaTest {

  /** Midnight of 21 November in California, in winter time. */
  private static final Instant MIDNIGHT = Instant.parse("2026-11-21T08:00:00Z");

  private final ManualClock clock = ManualClock.at(Tubes.NOW);
  private final FakeYouTube vendor = new FakeYouTube(clock);
  private final List<Cursor> cursors = new ArrayList<>();

  @AfterEach
  void close() {
    vendor.close();
  }

  private YouTubeChannel connect(int daily, int reserve) {
    return Tubes.builder(vendor, clock).dailyQuota(daily, reserve).build();
  }

  private ChannelException failureOf(Answer answer) {
    vendor.answerWith(answer);
    return Tubes.failureOf(() -> connect(10_000, 0).pull(null));
  }

  @Test
  void vitals_count_what_was_used() {
    YouTubeChannel channel = connect(10_000, 100);
    assertThat(channel.vitals().findQuotaLeft()).hasValue(10_000);
    String id = vendor.publish("Jalan rusak");
    Tubes.drain(channel, cursors);
    channel.send(Tubes.reply(id, "Terima kasih"));
    assertThat(channel.vitals().findQuotaLeft()).hasValue(10_000 - 51);
    assertThat(channel.vitals().quotaResets()).isEqualTo(MIDNIGHT);
    assertThat(vendor.units()).isEqualTo(51);
  }

  @Test
  void a_poll_leaves_the_reserve_for_answers() {
    YouTubeChannel channel = connect(103, 100);
    String id = vendor.publish("Jalan rusak");
    for (int i = 0; i < 3; i++) {
      Tubes.drain(channel, cursors);
    }
    int before = vendor.requests().size();
    ChannelException failure = Tubes.failureOf(() -> channel.pull(Tubes.last(cursors)));
    assertThat(failure.kind()).isEqualTo(Kind.WAIT_UNTIL);
    assertThat(failure.findRetryAt()).contains(MIDNIGHT);
    assertThat(vendor.requests()).hasSize(before);

    channel.send(Tubes.reply(id, "Terima kasih"));
    channel.send(Tubes.reply(id, "Sudah selesai"));
    assertThat(vendor.answers()).hasSize(2);

    clock.advance(Duration.between(clock.instant(), MIDNIGHT));
    assertThat(channel.pull(Tubes.last(cursors)).messages()).isNotNull();
  }

  @Test
  void what_was_used_survives_a_restart_with_the_cursor() {
    for (int i = 0; i < 4; i++) {
      Tubes.drain(connect(200, 100), cursors);
    }
    YouTubeChannel restarted = connect(200, 100);
    restarted.pull(Tubes.last(cursors));
    assertThat(restarted.vitals().findQuotaLeft()).hasValue(195);
    assertThat(vendor.units()).isEqualTo(5);
  }

  @Test
  void the_quota_is_full_again_at_midnight_in_california_in_summer_too() {
    ManualClock summer = ManualClock.at("2026-07-01T06:59:59Z");
    YouTubeChannel channel = Tubes.builder(vendor, summer).dailyQuota(500, 10).build();
    channel.pull(null);
    assertThat(channel.vitals().findQuotaLeft()).hasValue(499);
    assertThat(channel.vitals().quotaResets()).isEqualTo("2026-07-01T07:00:00Z");
    summer.advance(Duration.ofSeconds(1));
    assertThat(channel.vitals().findQuotaLeft()).hasValue(500);
    assertThat(channel.vitals().quotaResets()).isEqualTo("2026-07-02T07:00:00Z");
  }

  @Test
  void a_spent_quota_is_asked_for_no_more_until_it_is_full() {
    YouTubeChannel channel = connect(10_000, 0);
    String id = vendor.publish("Jalan rusak");
    vendor.answerWith(FakeYouTube.error(403, "quotaExceeded", "youtube.quota"));
    ChannelException first = Tubes.failureOf(() -> channel.pull(null));
    assertThat(first.kind()).isEqualTo(Kind.WAIT_UNTIL);
    assertThat(first.findRetryAt()).contains(MIDNIGHT);
    assertThat(channel.vitals().findQuotaLeft()).hasValue(0);
    Tubes.failureOf(() -> channel.pull(null));
    assertThat(vendor.requests()).hasSize(1);
    assertThat(Tubes.failureOf(() -> channel.send(Tubes.reply(id, "x"))).findRetryAt())
        .contains(MIDNIGHT);

    clock.advance(Duration.between(clock.instant(), MIDNIGHT));
    vendor.answerWith(null);
    assertThat(channel.pull(null).messages()).hasSize(1);
  }

  @Test
  void a_reserve_that_leaves_nothing_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> connect(100, 100));
    assertThatIllegalArgumentException().isThrownBy(() -> connect(100, -1));
  }

  @ParameterizedTest
  @CsvSource({
    "403, rateLimitExceeded, TEMPORARY",
    "403, userRateLimitExceeded, TEMPORARY",
    "403, dailyLimitExceeded, WAIT_UNTIL",
    "400, processingFailure, TEMPORARY",
    "503, backendError, TEMPORARY",
    "500, internalError, TEMPORARY",
    "403, commentsDisabled, NOT_PERMITTED",
    "403, forbidden, NOT_PERMITTED",
    "403, insufficientPermissions, NOT_PERMITTED",
    "404, videoNotFound, NOT_PERMITTED",
    "404, channelNotFound, NOT_PERMITTED",
    "400, operationNotSupported, NOT_PERMITTED",
    "400, keyInvalid, REAUTHORISE",
    "401, authError, REFRESH",
    "400, invalidPageToken, TEMPORARY"
  })
  void failures_are_told_in_kinds(int status, String reason, Kind kind) {
    ChannelException failure = failureOf(FakeYouTube.error(status, reason, "youtube.comment"));
    assertThat(failure.kind()).isEqualTo(kind);
  }

  @Test
  void a_key_that_is_not_taken_is_for_a_person() {
    ChannelException failure =
        failureOf(
            Answer.json(
                400,
                "{\"error\":{\"code\":400,\"status\":\"INVALID_ARGUMENT\",\"errors\":[{\"reason\":"
                    + "\"badRequest\"}],\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}"));
    assertThat(failure.kind()).isEqualTo(Kind.REAUTHORISE);
  }

  @Test
  void a_token_that_ran_out_is_renewed() {
    YouTubeChannel channel = connect(10_000, 0);
    vendor.expireToken();
    assertThat(Tubes.failureOf(() -> channel.pull(null)).kind()).isEqualTo(Kind.REFRESH);
    channel.refresh();
    assertThat(channel.pull(null).messages()).isEmpty();
  }

  @Test
  void an_access_token_that_is_not_there_yet_is_fetched() {
    YouTubeChannel channel =
        Tubes.builder(vendor, clock)
            .signIn("", "aplikasi", "rahasia-aplikasi", FakeYouTube.REFRESH, unused -> {})
            .build();
    vendor.publish("Jalan rusak");
    assertThat(Tubes.failureOf(() -> channel.pull(null)).kind()).isEqualTo(Kind.REFRESH);
    channel.refresh();
    assertThat(channel.pull(null).messages()).hasSize(1);
  }

  @Test
  void a_refresh_token_that_was_withdrawn_is_for_a_person() {
    YouTubeChannel channel =
        Tubes.builder(vendor, clock)
            .signIn("", "aplikasi", "rahasia-aplikasi", "ditarik", unused -> {})
            .build();
    assertThat(Tubes.failureOf(channel::refresh).kind()).isEqualTo(Kind.REAUTHORISE);
  }
}
