package org.tanggap.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.testkit.ManualClock;

class SmppInboxTest {

  private static final String ANI = "6281234500001";
  private static final String BUDI = "6281234500002";

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
  private final SmppInbox inbox = Networks.inbox(clock);
  private final List<String> answers = new ArrayList<>();

  private int accept(String name, SmppPdu pdu) {
    return inbox.accept(pdu, status -> answers.add(name + " " + status));
  }

  private Page take(SmppCursor from) {
    return inbox.take(from, 10, Duration.ZERO);
  }

  private static SmppCursor end(Page page) {
    Cursor cursor = page.cursor();
    return SmppCursor.parse(cursor, Networks.ACCOUNT);
  }

  private static String key(Page page) {
    return ((ChannelMessage.NewReport) page.messages().get(0)).key().externalId();
  }

  @Test
  void a_message_is_answered_when_its_page_is_stored_and_not_before() {
    assertThat(accept("a", Networks.words(ANI, "Banjir"))).isEqualTo(HeldPdu.OK);
    Page page = take(SmppCursor.START);

    assertThat(Networks.texts(page)).containsExactly("Banjir");
    assertThat(page.hasMore()).isTrue();
    assertThat(take(SmppCursor.START)).isEqualTo(page);
    assertThat(answers).isEmpty();

    Page next = take(end(page));
    assertThat(next.messages()).isEmpty();
    assertThat(next.hasMore()).isFalse();
    assertThat(answers).containsExactly("a 0");
  }

  @Test
  void the_cursor_of_another_process_answers_nothing() {
    accept("a", Networks.words(ANI, "Banjir"));
    Page page = take(SmppCursor.START);
    SmppCursor other = new SmppCursor(List.of("smpp-" + "0".repeat(32) + "-1"));

    Page again = take(other);

    assertThat(again.messages()).isEqualTo(page.messages());
    assertThat(answers).isEmpty();
    take(end(again));
    assertThat(answers).containsExactly("a 0");
  }

  @Test
  void what_is_not_stored_in_time_is_sent_again_by_the_network_and_stays_one_message() {
    accept("a", Networks.words(ANI, "Banjir"));
    clock.advance(Duration.ofSeconds(20));
    inbox.tick();
    assertThat(answers).containsExactly("a 100");

    accept("b", Networks.words(ANI, "Banjir"));
    Page page = take(SmppCursor.START);
    assertThat(Networks.texts(page)).containsExactly("Banjir");
    take(end(page));
    assertThat(answers).containsExactly("a 100", "b 0");
  }

  @Test
  void what_comes_again_later_has_the_same_key_within_an_hour() {
    accept("a", Networks.words(ANI, "Banjir"));
    String first = key(take(SmppCursor.START));
    take(end(take(SmppCursor.START)));
    clock.advance(Duration.ofMinutes(59));
    accept("b", Networks.words(ANI, "Banjir"));
    Page second = take(SmppCursor.START);
    assertThat(key(second)).isEqualTo(first);

    clock.advance(Duration.ofMinutes(1));
    accept("c", Networks.words(ANI, "Banjir"));
    assertThat(key(take(end(second)))).isNotEqualTo(first);
  }

  @Test
  void what_comes_again_after_its_page_was_stored_is_answered_at_once() {
    accept("a", Networks.words(ANI, "Banjir"));
    SmppCursor stored = end(take(SmppCursor.START));
    SmppInbox restarted = Networks.inbox(clock);
    restarted.accept(Networks.words(ANI, "Banjir"), status -> answers.add("again " + status));

    assertThat(restarted.take(stored, 10, Duration.ZERO).messages()).isEmpty();
    assertThat(answers).containsExactly("again 0");
  }

  @Test
  void a_full_queue_refuses_more_until_there_is_room() {
    for (int i = 0; i < 50; i++) {
      assertThat(accept("x", Networks.words(ANI, "nomor " + i))).isEqualTo(HeldPdu.OK);
    }
    assertThat(accept("y", Networks.words(ANI, "satu lagi"))).isEqualTo(HeldPdu.QUEUE_FULL);

    Page page = take(SmppCursor.START);
    take(end(page));
    assertThat(accept("y", Networks.words(ANI, "satu lagi"))).isEqualTo(HeldPdu.OK);
    assertThat(answers).hasSize(10).containsOnly("x 0");
  }

  @Test
  void all_parts_are_answered_when_the_joined_message_is_stored() {
    accept("2", Networks.part(ANI, "dua", 7, 2, 2));
    assertThat(take(SmppCursor.START).messages()).isEmpty();
    accept("1", Networks.part(ANI, "satu ", 7, 2, 1));

    Page page = take(SmppCursor.START);
    assertThat(Networks.texts(page)).containsExactly("satu dua");
    assertThat(answers).isEmpty();
    take(end(page));
    assertThat(answers).containsExactlyInAnyOrder("1 0", "2 0");
  }

  @Test
  void a_network_that_sends_one_after_the_other_gets_on() {
    accept("1", Networks.part(ANI, "satu ", 7, 2, 1));
    clock.advance(Duration.ofSeconds(21));
    inbox.tick();
    assertThat(answers).containsExactly("1 100");

    accept("2", Networks.part(ANI, "dua", 7, 2, 2));
    Page page = take(SmppCursor.START);
    assertThat(Networks.texts(page)).containsExactly("satu dua");
    Page empty = take(end(page));
    accept("1 again", Networks.part(ANI, "satu ", 7, 2, 1));

    assertThat(take(end(empty)).messages()).isEmpty();
    assertThat(answers).containsExactly("1 100", "2 0", "1 again 0");
  }

  @Test
  void a_part_that_comes_again_before_the_message_is_stored_is_answered_with_it() {
    accept("1", Networks.part(ANI, "satu ", 7, 2, 1));
    accept("2", Networks.part(ANI, "dua", 7, 2, 2));
    accept("1 again", Networks.part(ANI, "satu ", 7, 2, 1));
    assertThat(answers).isEmpty();

    Page page = take(SmppCursor.START);
    take(end(page));

    assertThat(answers).containsExactlyInAnyOrder("1 0", "2 0", "1 again 0");
  }

  @Test
  void parts_that_stay_alone_are_delivered_with_a_mark_and_never_lost() {
    accept("1", Networks.part(ANI, "satu", 7, 3, 1));
    accept("3", Networks.part(ANI, "tiga", 7, 3, 3));
    clock.advance(Duration.ofMinutes(5));
    inbox.tick();

    Page page = take(SmppCursor.START);
    assertThat(Networks.texts(page)).containsExactly("satu […] tiga");
    Page empty = take(end(page));

    accept("2", Networks.part(ANI, "dua", 7, 3, 2));
    clock.advance(Duration.ofMinutes(5));
    assertThat(Networks.texts(take(end(empty)))).containsExactly("[…] dua […]");
  }

  @Test
  void two_people_with_the_same_reference_are_not_mixed() {
    accept("a1", Networks.part(ANI, "Ani satu ", 7, 2, 1));
    accept("b1", Networks.part(BUDI, "Budi satu ", 7, 2, 1));
    accept("b2", Networks.part(BUDI, "dua", 7, 2, 2));
    accept("a2", Networks.part(ANI, "dua", 7, 2, 2));

    assertThat(Networks.texts(take(SmppCursor.START)))
        .containsExactly("Budi satu dua", "Ani satu dua");
  }

  @Test
  void a_pull_waits_for_the_first_message() throws Exception {
    Thread network = new Thread(() -> accept("a", Networks.words(ANI, "Banjir")));
    network.start();

    Page page = inbox.take(SmppCursor.START, 10, Duration.ofSeconds(5));
    network.join();

    assertThat(Networks.texts(page)).containsExactly("Banjir");
  }
}
