package org.tanggap.channel.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.complaint.MessageKey;
import org.tanggap.testkit.FakeVendor.Answer;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.ManualClock;

/** How the timelines are walked, and what happens where X does not go back far enough. */
class XTimelinesTest {

  private final ManualClock clock = ManualClock.at(Accounts.NOW);
  private final FakeX vendor = new FakeX(clock);
  private final List<Cursor> cursors = new ArrayList<>();

  @AfterEach
  void close() {
    vendor.close();
  }

  private XChannel connect() {
    return Accounts.builder(vendor, clock).build();
  }

  private XChannel searching() {
    return Accounts.builder(vendor, clock).pageSize(10).search("banjir").build();
  }

  private List<String> publish(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(vendor.publish("laporan " + i));
    }
    return ids;
  }

  private Map<String, String> lastQuery() {
    return vendor.requests().get(vendor.requests().size() - 1).query();
  }

  @Test
  void the_mark_moves_only_with_the_last_page() {
    XChannel channel = connect();
    String first = vendor.publish("pertama");
    Accounts.drain(channel, cursors);
    publish(12);
    Cursor settled = Accounts.last(cursors);

    Page one = channel.pull(settled);
    assertThat(one.hasMore()).isTrue();
    assertThat(lastQuery()).containsEntry("since_id", first).doesNotContainKey("pagination_token");
    Page two = channel.pull(one.cursor());
    assertThat(lastQuery()).containsEntry("since_id", first).containsKey("pagination_token");
    String newest = Accounts.ids(one.messages()).get(4);
    String arrived = vendor.publish("di tengah jalan");
    Page three = channel.pull(two.cursor());
    assertThat(three.hasMore()).isFalse();
    assertThat(Accounts.ids(three.messages())).hasSize(2);

    Page next = channel.pull(three.cursor());
    assertThat(lastQuery()).containsEntry("since_id", newest);
    assertThat(Accounts.ids(next.messages())).containsExactly(arrived);
  }

  @Test
  void the_first_poll_goes_back_as_far_as_it_is_told() {
    vendor.publish("terlalu lama");
    clock.advance(Duration.ofDays(8));
    String recent = vendor.publish("baru");
    assertThat(Accounts.ids(Accounts.drain(connect(), cursors))).containsExactly(recent);
    assertThat(lastQuery()).containsEntry("start_time", "2026-11-22T02:15:00Z");
    Accounts.drain(connect(), cursors);
    assertThat(lastQuery()).containsEntry("since_id", recent).doesNotContainKey("start_time");
  }

  @Test
  void an_account_without_mentions_keeps_its_beginning() {
    Accounts.drain(connect(), cursors);
    clock.advance(Duration.ofDays(30));
    String id = vendor.publish("akhirnya");
    assertThat(Accounts.ids(Accounts.drain(connect(), cursors))).containsExactly(id);
    assertThat(vendor.requests().get(1).query())
        .containsEntry("start_time", "2026-11-14T02:15:00Z");
  }

  @Test
  void a_page_that_is_no_longer_known_starts_the_walk_again() {
    XChannel channel = connect();
    vendor.publish("pertama");
    Accounts.drain(channel, cursors);
    List<String> ids = publish(12);
    Page one = channel.pull(Accounts.last(cursors));
    cursors.add(
        new Cursor(
            one.cursor().value().replaceFirst("\"token\":\"p[0-9]+\"", "\"token\":\"usang\"")));
    assertThat(Accounts.ids(Accounts.drain(channel, cursors))).containsAll(ids);
  }

  @Test
  void a_gap_is_told_when_x_kept_fewer_mentions_than_came() {
    XChannel channel = connect();
    String last = vendor.publish("pertama");
    Accounts.drain(channel, cursors);
    vendor.keep(800);
    List<String> ids = publish(805);
    XChannel wide = Accounts.builder(vendor, clock).pageSize(100).build();
    List<ChannelMessage> taken = Accounts.drain(wide, cursors);
    assertThat(Accounts.ids(taken)).hasSize(800).doesNotContain(ids.get(4)).contains(ids.get(5));
    assertThat(taken)
        .filteredOn(ChannelMessage.Malformed.class::isInstance)
        .containsExactly(
            new ChannelMessage.Malformed(
                "gap in mentions after post " + last,
                "gap: X does not go back from post "
                    + ids.get(5)
                    + " to post "
                    + last
                    + "; look on X for what was written between them"));
    assertThat(Accounts.drain(wide, cursors)).isEmpty();
  }

  @Test
  void a_gap_before_the_first_poll_is_told_too() {
    publish(820);
    XChannel wide = Accounts.builder(vendor, clock).pageSize(100).build();
    List<ChannelMessage> taken = Accounts.drain(wide, cursors);
    assertThat(Accounts.ids(taken)).hasSize(800);
    assertThat(taken)
        .filteredOn(ChannelMessage.Malformed.class::isInstance)
        .extracting(it -> ((ChannelMessage.Malformed) it).where())
        .containsExactly("gap in mentions after 2026-11-14T02:15:00Z");
    assertThat(Accounts.drain(wide, cursors)).isEmpty();
  }

  @Test
  void a_long_walk_that_reached_the_known_post_tells_of_no_gap() {
    XChannel wide = Accounts.builder(vendor, clock).pageSize(100).build();
    vendor.publish("pertama");
    Accounts.drain(wide, cursors);
    publish(700);
    assertThat(Accounts.drain(wide, cursors))
        .hasSize(700)
        .noneMatch(ChannelMessage.Malformed.class::isInstance);
  }

  @Test
  void a_search_finds_what_mentions_nobody_and_both_share_a_cursor() {
    XChannel channel = searching();
    String mention = vendor.publish("lampu mati");
    String found = vendor.publishElsewhere("banjir di Kampung Melayu");
    assertThat(Accounts.ids(Accounts.drain(channel, cursors))).containsExactly(mention, found);
    assertThat(Accounts.drain(channel, cursors)).isEmpty();
    for (int i = 0; i < 25; i++) {
      vendor.publishElsewhere("banjir " + i);
    }
    assertThat(Accounts.ids(Accounts.drain(searching(), cursors)))
        .hasSize(25)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_search_that_was_not_made_for_a_week_tells_of_the_gap() {
    XChannel channel = searching();
    String before = vendor.publishElsewhere("banjir pertama");
    Accounts.drain(channel, cursors);
    clock.advance(Duration.ofDays(9));
    String after = vendor.publishElsewhere("banjir kedua");
    List<ChannelMessage> taken = Accounts.drain(channel, cursors);
    assertThat(Accounts.ids(taken)).containsExactly(after);
    assertThat(taken.get(0))
        .isInstanceOfSatisfying(
            ChannelMessage.Malformed.class,
            it -> assertThat(it.where()).isEqualTo("gap in search after post " + before));
    assertThat(Accounts.drain(channel, cursors)).isEmpty();
  }

  @Test
  void a_search_that_is_no_longer_wanted_stops_nothing() {
    XChannel channel = searching();
    vendor.publishElsewhere("banjir");
    Page mentions = channel.pull(null);
    cursors.add(mentions.cursor());
    String id = vendor.publish("lampu mati");
    assertThat(Accounts.ids(Accounts.drain(connect(), cursors))).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"version\":2}",
        "{\"version\":1,\"searching\":false}",
        "{\"version\":1,\"searching\":0,\"mentions\":{},\"search\":{}}",
        "{\"version\":1,\"searching\":false,\"mentions\":{\"since\":\"x\",\"start\":\"\",\"token\":\"\","
            + "\"newest\":\"\",\"oldest\":\"\",\"count\":0,\"gap\":false},\"search\":{}}"
      })
  void a_damaged_cursor_is_never_a_new_beginning(String damaged) {
    ChannelException failure = Accounts.failureOf(() -> connect().pull(new Cursor(damaged)));
    assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
    assertThat(failure).hasMessageContaining(Accounts.ACCOUNT.toString());
    assertThat(vendor.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"data\":[]}",
        "{\"errors\":[{\"title\":\"Not Found Error\"}]}",
        "{\"meta\":{\"result_count\":0,\"next_token\":\"p1\"}}"
      })
  void an_answer_without_a_next_page_that_can_be_asked_for_is_malformed(String body) {
    publish(6);
    Cursor onItsWay = connect().pull(null).cursor();
    Cursor at =
        new Cursor(onItsWay.value().replaceFirst("\"token\":\"p[0-9]+\"", "\"token\":\"p1\""));
    vendor.answerWith(Answer.json(200, body));
    assertThat(Accounts.failureOf(() -> connect().pull(at)).kind()).isEqualTo(Kind.MALFORMED);
  }

  private ChannelException failureOf(Answer answer) {
    vendor.answerWith(answer);
    return Accounts.failureOf(() -> connect().pull(null));
  }

  private static Answer problem(int status, String type, String title) {
    return Answer.json(
        status,
        "{\"title\":\""
            + title
            + "\",\"type\":\"https://api.x.com/2/problems/"
            + type
            + "\","
            + "\"detail\":\"…\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "429, usage-capped, UsageCapExceeded",
    "429, x, UsageCapExceeded",
    "403, usage-capped, Usage Capped",
    "402, credits-depleted, Payment Required"
  })
  void money_that_is_spent_ends_with_no_window(int status, String type, String title) {
    ChannelException failure =
        failureOf(
            problem(status, type, title)
                .with("x-rate-limit-reset", "1795228200")
                .with("Retry-After", "60"));
    assertThat(failure.kind()).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(failure).hasMessageContaining("pay or wait");
  }

  @Test
  void a_window_that_is_full_says_when_the_next_begins() {
    ChannelException failure =
        failureOf(
            problem(429, "rate-limit-exceeded", "Too Many Requests")
                .with("x-rate-limit-remaining", "0")
                .with("x-rate-limit-reset", "1795228200"));
    assertThat(failure.kind()).isEqualTo(Kind.WAIT_UNTIL);
    assertThat(failure.findRetryAt()).contains(Instant.ofEpochSecond(1_795_228_200));
  }

  @Test
  void a_day_that_is_full_outlasts_the_window() {
    ChannelException failure =
        failureOf(
            problem(429, "rate-limit-exceeded", "Too Many Requests")
                .with("x-rate-limit-reset", "1795228200")
                .with("x-user-limit-24hour-remaining", "0")
                .with("x-user-limit-24hour-reset", "1795300000"));
    assertThat(failure.findRetryAt()).contains(Instant.ofEpochSecond(1_795_300_000));
  }

  @ParameterizedTest
  @CsvSource({
    "403, NOT_PERMITTED",
    "404, NOT_PERMITTED",
    "400, NOT_PERMITTED",
    "503, TEMPORARY",
    "500, TEMPORARY",
    "429, TEMPORARY",
    "302, NOT_PERMITTED"
  })
  void other_failures_are_told_in_kinds(int status, Kind kind) {
    assertThat(failureOf(problem(status, "x", "x")).kind()).isEqualTo(kind);
  }

  @Test
  void vitals_are_those_of_the_last_poll() {
    XChannel channel = connect();
    assertThat(channel.vitals().findQuotaLeft()).isEmpty();
    channel.pull(null);
    assertThat(channel.vitals().findQuotaLeft()).hasValue(298);
    assertThat(channel.vitals().quotaResets()).isEqualTo(Instant.parse("2026-11-21T02:30:00Z"));
  }

  @Test
  void a_token_that_ran_out_is_renewed_and_the_new_refresh_token_kept() {
    List<String> kept = new ArrayList<>();
    XChannel channel =
        Accounts.builder(vendor, clock)
            .renewal("aplikasi", null, vendor.refreshToken(), kept::add)
            .build();
    vendor.expireToken();
    assertThat(Accounts.failureOf(() -> channel.pull(null)).kind()).isEqualTo(Kind.REFRESH);
    channel.refresh();
    assertThat(channel.pull(null).messages()).isEmpty();
    assertThat(kept).containsExactly(vendor.refreshToken());
    channel.refresh();
    assertThat(kept).hasSize(2).last().isEqualTo(vendor.refreshToken());
    assertThat(channel.toString()).doesNotContain(vendor.token());
  }

  @Test
  void a_confidential_client_shows_its_secret_in_the_header() {
    XChannel channel =
        Accounts.builder(vendor, clock)
            .token("")
            .renewal("aplikasi", "rahasia", vendor.refreshToken(), unused -> {})
            .build();
    channel.refresh();
    assertThat(vendor.requests().get(0).text()).doesNotContain("client_id");
    assertThat(channel.pull(null).messages()).isEmpty();
  }

  @Test
  void without_a_refresh_token_a_person_signs_in_again() {
    XChannel channel =
        XChannel.builder(Accounts.ACCOUNT, FakeX.USER, Accounts.CLIENT, clock)
            .baseUrl(vendor.url())
            .token("usang")
            .build();
    assertThat(Accounts.failureOf(() -> channel.pull(null)).kind()).isEqualTo(Kind.REAUTHORISE);
    assertThat(Accounts.failureOf(channel::refresh).kind()).isEqualTo(Kind.REAUTHORISE);
  }

  @Test
  void what_the_web_hook_left_out_is_fetched() {
    String id = vendor.publish("lihat ini");
    ChannelMessage.NeedsFetch announced =
        new ChannelMessage.NeedsFetch(new MessageKey(Accounts.ACCOUNT, id), id);
    assertThat(Accounts.ids(List.of(connect().fetch(announced)))).containsExactly(id);
    assertThat(lastQuery().get("expansions")).contains("geo.place_id");
    vendor.fail(Fault.SERVER_ERROR, 1);
    assertThat(Accounts.failureOf(() -> connect().fetch(announced)).kind())
        .isEqualTo(Kind.TEMPORARY);
    ChannelMessage.NeedsFetch gone =
        new ChannelMessage.NeedsFetch(new MessageKey(Accounts.ACCOUNT, "404"), "404");
    assertThat(Accounts.failureOf(() -> connect().fetch(gone)).kind())
        .isEqualTo(Kind.NOT_PERMITTED);
  }
}
