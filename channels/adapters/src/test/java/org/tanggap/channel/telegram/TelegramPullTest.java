package org.tanggap.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.ManualClock;

class TelegramPullTest {

  private final ManualClock clock = ManualClock.at(Bots.NOW);
  private final FakeTelegram telegram = new FakeTelegram(clock);
  private final TelegramChannel bot = Bots.bot(telegram, clock).build();

  @AfterEach
  void stop() {
    telegram.close();
  }

  private static List<String> keys(Page page) {
    return page.messages().stream()
        .map(message -> ((ChannelMessage.NewReport) message).key().externalId())
        .toList();
  }

  @Test
  void what_was_written_comes_once_and_in_order() {
    String first = telegram.publish("Lampu jalan mati di Jalan Asem Baris");
    String second = telegram.publish("Sudah tiga malam");
    Page page = bot.pull(null);
    assertThat(keys(page)).containsExactly(first, second);
    assertThat(page.hasMore()).isFalse();
    assertThat(bot.pull(page.cursor()).messages()).isEmpty();
  }

  @Test
  void a_page_whose_cursor_was_not_stored_comes_again() {
    telegram.publish("Got mampet");
    Page page = bot.pull(null);
    assertThat(bot.pull(null)).isEqualTo(page);
    String later = telegram.publish("Masih mampet");
    assertThat(keys(bot.pull(page.cursor()))).containsExactly(later);
  }

  @Test
  void many_updates_come_page_by_page() {
    List<String> published = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      published.add(telegram.publish("Laporan " + i));
    }
    TelegramChannel small = Bots.bot(telegram, clock).pageSize(10).build();
    assertThat(Bots.pullAll(small))
        .extracting(message -> ((ChannelMessage.NewReport) message).key().externalId())
        .isEqualTo(published);
  }

  @Test
  void an_empty_poll_keeps_the_cursor() {
    telegram.publish("Pohon tumbang");
    Cursor cursor = bot.pull(null).cursor();
    clock.advance(Duration.ofHours(3));
    assertThat(bot.pull(cursor).cursor()).isEqualTo(cursor);
  }

  @Test
  void after_a_quiet_week_updates_that_count_from_a_lower_number_are_not_lost() {
    telegram.publish("Pohon tumbang");
    Cursor cursor = bot.pull(null).cursor();
    cursor = bot.pull(cursor).cursor();
    clock.advance(Duration.ofDays(8));
    telegram.countFrom(41_000_000);
    String later = telegram.publish("Pohon tumbang lagi");
    Page page = bot.pull(cursor);
    assertThat(keys(page)).containsExactly(later);
    assertThat(bot.pull(page.cursor()).messages()).isEmpty();
  }

  @Test
  void the_bot_is_asked_for_what_it_understands_and_not_kept_waiting() {
    bot.pull(null);
    assertThat(telegram.requests().get(0).query())
        .containsEntry("limit", "100")
        .containsEntry("timeout", "0")
        .containsEntry("allowed_updates", "[\"message\",\"edited_message\",\"my_chat_member\"]")
        .doesNotContainKey("offset");
  }

  @Test
  void a_long_poll_is_a_setting() {
    Bots.bot(telegram, clock).longPoll(Duration.ofSeconds(25)).build().pull(null);
    assertThat(telegram.requests().get(0).query()).containsEntry("timeout", "25");
  }

  @Test
  void a_bot_with_a_web_hook_is_not_polled() {
    telegram.setWebHook();
    TelegramChannel hooked = Bots.bot(telegram, clock).webhookSecret("rahasia-1").build();
    Page page = hooked.pull(null);
    assertThat(page.messages()).isEmpty();
    assertThat(hooked.pull(page.cursor()).cursor()).isEqualTo(page.cursor());
    assertThat(telegram.requests()).isEmpty();
  }

  @Test
  void two_that_poll_one_bot_are_told_so() {
    telegram.setWebHook();
    assertThat(failure(null).kind()).isEqualTo(Kind.CONFLICT);
  }

  @ParameterizedTest
  @EnumSource(value = Fault.class, names = "LOST_ANSWER", mode = EnumSource.Mode.EXCLUDE)
  void after_a_fault_nothing_is_lost_and_nothing_secret_is_told(Fault fault) {
    String key = telegram.publish("Jalan amblas");
    telegram.limitUntil(Bots.NOW.plusSeconds(33));
    telegram.fail(fault, 1);
    ChannelException failure = failure(null);
    assertThat(failure.kind())
        .isEqualTo(
            switch (fault) {
              case LIMIT_WITH_RESET -> Kind.WAIT_UNTIL;
              case EXPIRED_CREDENTIAL -> Kind.REAUTHORISE;
              case GARBAGE -> Kind.MALFORMED;
              default -> Kind.TEMPORARY;
            });
    assertThat(failure.findRetryAt())
        .isEqualTo(
            fault == Fault.LIMIT_WITH_RESET
                ? Optional.of(Bots.NOW.plusSeconds(33))
                : Optional.empty());
    assertThat(keys(bot.pull(null))).containsExactly(key);
  }

  @Test
  void a_poll_whose_answer_got_lost_loses_nothing() {
    String key = telegram.publish("Jalan amblas");
    telegram.fail(Fault.LOST_ANSWER, 1);
    try {
      // The JDK's client may repeat a GET by itself.
      assertThat(keys(bot.pull(null))).containsExactly(key);
    } catch (ChannelException e) {
      assertThat(e.kind()).isEqualTo(Kind.TEMPORARY);
    }
    assertThat(keys(bot.pull(null))).containsExactly(key);
  }

  @Test
  void a_token_that_was_taken_back_asks_for_a_person() {
    for (String token :
        List.of(FakeTelegram.TOKEN.replace("Fak", "Fax"), "no token", "123:/../x")) {
      TelegramChannel other =
          TelegramChannel.builder(Bots.ACCOUNT, token, Bots.CLIENT, clock)
              .baseUrl(telegram.url())
              .build();
      ChannelException failure =
          catchThrowableOfType(ChannelException.class, () -> other.pull(null));
      assertThat(failure.kind()).isEqualTo(Kind.REAUTHORISE);
      assertThat(failure.toString()).doesNotContain(token);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "offset=",
        "offset=12",
        "874512002",
        "offset=-1 seen=1",
        "offset=1 seen=x"
      })
  void a_damaged_cursor_is_not_guessed_at(String cursor) {
    ChannelException failure = failure(new Cursor(cursor));
    assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
    assertThat(failure).hasMessage("the cursor of telegram:TebetBot is damaged");
    assertThat(telegram.requests()).isEmpty();
  }

  private ChannelException failure(@Nullable Cursor cursor) {
    ChannelException failure = catchThrowableOfType(ChannelException.class, () -> bot.pull(cursor));
    assertThat(failure).isNotNull();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      assertThat(cause.toString()).doesNotContain(FakeTelegram.TOKEN, "AAFake");
    }
    return failure;
  }
}
