package org.tanggap.channel.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.testkit.FakeVendor.Answer;
import org.tanggap.testkit.ManualClock;

/** How the threads are walked: the newest at each poll, the others by sweeps. */
class YouTubeCommentsTest {

  private final ManualClock clock = ManualClock.at(Tubes.NOW);
  private final FakeYouTube vendor = new FakeYouTube(clock);
  private final List<Cursor> cursors = new ArrayList<>();

  @AfterEach
  void close() {
    vendor.close();
  }

  private YouTubeChannel connect() {
    return Tubes.builder(vendor, clock).build();
  }

  private List<ChannelMessage> drain() {
    return Tubes.drain(connect(), cursors);
  }

  private List<String> publish(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              clock.advance(Duration.ofMinutes(20));
              return vendor.publish("komentar " + i);
            })
        .toList();
  }

  private int calls() {
    return vendor.requests().size();
  }

  @Test
  void an_ordinary_poll_costs_one_unit() {
    publish(12);
    drain();
    assertThat(vendor.units()).isEqualTo(3);
    drain();
    publish(1);
    assertThat(drain()).hasSize(1);
    assertThat(vendor.units()).isEqualTo(5);
  }

  @Test
  void the_first_poll_goes_back_a_month() {
    vendor.publish("dua bulan lalu");
    clock.advance(Duration.ofDays(60));
    String recent = vendor.publish("baru");
    assertThat(Tubes.ids(drain())).containsExactly(recent);
    assertThat(drain()).isEmpty();
  }

  @Test
  void a_channel_that_was_quiet_for_long_keeps_its_beginning() {
    vendor.publish("setahun lalu");
    clock.advance(Duration.ofDays(365));
    assertThat(drain()).isEmpty();
    clock.advance(Duration.ofHours(1));
    assertThat(drain()).isEmpty();
    String id = vendor.publish("akhirnya");
    assertThat(Tubes.ids(drain())).containsExactly(id);
  }

  @Test
  void an_outage_longer_than_a_month_loses_nothing() {
    publish(3);
    drain();
    List<String> ids = new ArrayList<>(publish(7));
    clock.advance(Duration.ofDays(45));
    ids.addAll(publish(7));
    assertThat(Tubes.ids(drain())).containsAll(ids);
  }

  @Test
  void a_reply_in_a_late_thread_comes_at_the_next_poll() {
    String thread = vendor.publish("Got mampet");
    drain();
    clock.advance(Duration.ofMinutes(5));
    String reply = vendor.reply(thread, "Belum ada petugas");
    List<ChannelMessage> taken = drain();
    assertThat(Tubes.ids(taken)).containsExactly(reply);
    ChannelMessage.NewReport report = (ChannelMessage.NewReport) taken.get(0);
    assertThat(report.conversation().answers().externalId()).isEqualTo(thread);
    assertThat(drain()).isEmpty();
  }

  @Test
  void replies_beyond_those_that_come_with_a_thread_are_read_when_their_number_changes() {
    String thread = vendor.publish("Sampah menumpuk");
    List<String> replies = new ArrayList<>();
    for (int i = 0; i < 130; i++) {
      replies.add(vendor.reply(thread, "setuju " + i));
    }
    assertThat(Tubes.ids(drain())).contains(thread).containsAll(replies).doesNotHaveDuplicates();
    assertThat(calls()).as("one page of threads, two of replies").isEqualTo(3);
    clock.advance(Duration.ofMinutes(5));
    assertThat(drain()).isEmpty();
    assertThat(calls()).as("the number is the same").isEqualTo(4);

    clock.advance(Duration.ofMinutes(30));
    String late = vendor.reply(thread, "masih menumpuk");
    assertThat(Tubes.ids(drain())).containsExactly(late);
    assertThat(calls()).isEqualTo(7);
  }

  @Test
  void a_reply_in_an_old_thread_comes_with_the_sweep() {
    String old = vendor.publish("Pohon miring");
    publish(20);
    drain();
    clock.advance(Duration.ofMinutes(30));
    String reply = vendor.reply(old, "sekarang tumbang");
    assertThat(Tubes.ids(drain())).doesNotContain(reply);
    clock.advance(Duration.ofHours(6));
    assertThat(Tubes.ids(drain())).contains(reply);
    clock.advance(Duration.ofMinutes(5));
    assertThat(drain()).isEmpty();
  }

  @Test
  void a_comment_that_was_held_back_comes_when_it_is_released() {
    String held = vendor.publishHeldBack("kata kasar");
    publish(3);
    assertThat(Tubes.ids(drain())).doesNotContain(held);
    vendor.release(held);
    clock.advance(Duration.ofHours(7));
    assertThat(Tubes.ids(drain())).contains(held);
  }

  @Test
  void a_comment_that_becomes_visible_a_little_late_comes_at_once() {
    String late = vendor.publishHeldBack("sedikit terlambat");
    clock.advance(Duration.ofMinutes(3));
    String first = vendor.publish("lebih dulu tampak");
    assertThat(Tubes.ids(drain())).containsExactly(first);
    vendor.release(late);
    assertThat(Tubes.ids(drain())).containsExactly(late);
  }

  @Test
  void a_thread_that_was_deleted_while_its_replies_were_to_be_read_stops_nothing() {
    String thread = vendor.publish("akan dihapus");
    for (int i = 0; i < 8; i++) {
      vendor.reply(thread, "ya " + i);
    }
    String other = vendor.publish("tetap ada");
    Page page = connect().pull(null);
    assertThat(page.hasMore()).isTrue();
    cursors.add(page.cursor());
    vendor.delete(thread);
    drain();
    assertThat(Tubes.ids(page.messages())).contains(other);
    String next = vendor.publish("sesudahnya");
    assertThat(Tubes.ids(drain())).containsExactly(next);
  }

  @Test
  void a_page_that_is_no_longer_known_starts_the_walk_again() {
    List<String> ids = publish(14);
    Page page = connect().pull(null);
    cursors.add(
        new Cursor(
            page.cursor().value().replaceFirst("\"token\":\"QURT[^\"]*\"", "\"token\":\"usang\"")));
    List<String> taken = new ArrayList<>(Tubes.ids(page.messages()));
    taken.addAll(Tubes.ids(drain()));
    assertThat(taken).containsAll(ids);
  }

  @Test
  void what_comes_during_a_walk_that_lasts_for_hours_comes_with_the_next() {
    String thread = vendor.publish("ramai");
    for (int i = 0; i < 8; i++) {
      vendor.reply(thread, "ya " + i);
    }
    publish(7);
    Page page = connect().pull(null);
    cursors.add(page.cursor());
    clock.advance(Duration.ofHours(1));
    String comment = vendor.publish("di tengah jalan");
    List<String> shown = Tubes.ids(page.messages());
    String reply = vendor.reply(shown.get(shown.size() - 1), "juga di tengah jalan");
    clock.advance(Duration.ofHours(2));
    String late = vendor.reply(thread, "balasan terakhir");
    List<String> taken = new ArrayList<>(Tubes.ids(drain()));
    assertThat(taken).contains(late);
    taken.addAll(Tubes.ids(drain()));
    assertThat(taken).contains(comment, reply);
    assertThat(drain()).isEmpty();
  }

  @Test
  void an_edit_of_a_late_comment_comes_once() {
    String id = vendor.publish("Jalan rusak");
    drain();
    clock.advance(Duration.ofMinutes(2));
    vendor.edit(id, "Jalan rusak di Tebet");
    List<ChannelMessage> taken = drain();
    assertThat(taken).hasSize(1);
    assertThat(((ChannelMessage.Edited) taken.get(0)).edition()).isEqualTo("2026-11-21T02:17:00Z");
    assertThat(drain()).isEmpty();
  }

  @Test
  void the_cursor_stays_small_on_a_busy_channel() {
    for (int i = 0; i < 120; i++) {
      String thread = vendor.publish("ramai " + i);
      for (int k = 0; k < 6; k++) {
        vendor.reply(thread, "ya");
      }
    }
    YouTubeChannel channel = Tubes.builder(vendor, clock).pageSize(100).build();
    List<ChannelMessage> taken = Tubes.drain(channel, cursors);
    assertThat(new HashSet<>(Tubes.ids(taken))).hasSize(120 * 7);
    assertThat(cursors).allSatisfy(it -> assertThat(it.value()).hasSizeLessThan(40_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"version\":2}",
        "{\"version\":1,\"seen\":1}",
        "{\"version\":1,\"seen\":1,\"top\":1,\"sweptAt\":1,\"day\":\"x\",\"units\":1,\"known\":{},"
            + "\"counts\":{}}",
        "{\"version\":1,\"seen\":1,\"top\":1,\"sweptAt\":1,\"day\":\"2026-11-21\",\"units\":1,"
            + "\"known\":[],\"counts\":{}}",
        "{\"version\":1,\"seen\":1,\"top\":1,\"sweptAt\":1,\"day\":\"2026-11-21\",\"units\":1,"
            + "\"known\":{},\"counts\":{},\"walk\":{}}",
        "{\"version\":1,\"seen\":1e400,\"top\":1,\"sweptAt\":1,\"day\":\"2026-11-21\",\"units\":1,"
            + "\"known\":{},\"counts\":{}}"
      })
  void a_damaged_cursor_is_never_a_new_beginning(String damaged) {
    ChannelException failure = Tubes.failureOf(() -> connect().pull(new Cursor(damaged)));
    assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
    assertThat(failure).hasMessageContaining(Tubes.ACCOUNT.toString());
    assertThat(calls()).isZero();
  }

  @Test
  void every_payload_goes_through_a_poll() throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(getClass().getResource("threads")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
        vendor.answerWith(Answer.json(200, Files.readString(file)));
        YouTubeChannel channel =
            Tubes.builder(vendor, clock).lookBack(Duration.ofDays(3_650)).build();
        Page page = channel.pull(null);
        assertThat(page.messages()).hasSameSizeAs(blocks(file));
        if (!page.hasMore()) {
          List<Cursor> again = new ArrayList<>(List.of(page.cursor()));
          assertThat(Tubes.drain(channel, again)).as(file.toString()).isEmpty();
        }
      }
    }
  }

  private static List<String> blocks(Path payload) throws IOException {
    String expected =
        Files.readString(Path.of(payload.toString().replace(".json", ".expected.txt"))).strip();
    return expected.equals("nothing") ? List.of() : List.of(expected.split("\n\n", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"items\":{}}", "{\"items\":7}"})
  void an_answer_without_its_list_is_malformed(String body) {
    vendor.answerWith(Answer.json(200, body));
    assertThat(Tubes.failureOf(() -> connect().pull(null)).kind()).isEqualTo(Kind.MALFORMED);
  }

  @Test
  void a_next_page_that_cannot_be_asked_for_is_malformed() {
    vendor.answerWith(
        Answer.json(200, "{\"items\":[],\"nextPageToken\":\"" + "x".repeat(3_000) + "\"}"));
    assertThat(Tubes.failureOf(() -> connect().pull(null)).kind()).isEqualTo(Kind.MALFORMED);
    vendor.answerWith(Answer.json(200, "{\"items\":[],\"nextPageToken\":\"sama\"}"));
    Cursor at = connect().pull(null).cursor();
    assertThat(Tubes.failureOf(() -> connect().pull(at)).kind()).isEqualTo(Kind.MALFORMED);
  }
}
