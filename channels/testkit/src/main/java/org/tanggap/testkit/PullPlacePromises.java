package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.testkit.FakeVendor.Fault;

/** Where a pull channel goes on: after an outage, a restart, or a failure in the middle. */
abstract class PullPlacePromises extends PullPromises {

  @Test
  final void after_an_outage_of_many_pages_everything_comes_while_more_arrives() {
    PullingHost host = settledHost();
    List<String> ids = new ArrayList<>(publishMany(severalPages() + pageSize()));
    List<ChannelMessage> taken = new ArrayList<>();
    Page page = host.take();
    taken.addAll(page.messages());
    for (int arrivals = 0; page.hasMore(); arrivals++) {
      if (arrivals < 4) {
        ids.addAll(publishMany(2));
      }
      page = host.take();
      taken.addAll(page.messages());
    }
    taken.addAll(host.drain());

    assertThat(PullingHost.ids(taken)).as("nothing is skipped").containsAll(ids);
  }

  @Test
  final void a_page_that_was_not_stored_comes_again_in_full() {
    PullingHost host = settledHost();
    publishMany(severalPages());
    boolean more = true;
    while (more) {
      Page lost = host.ask().get();
      Page again = host.ask().get();
      host.restart();
      Page stored = host.take();

      assertThat(PullingHost.ids(again.messages())).isEqualTo(PullingHost.ids(lost.messages()));
      assertThat(PullingHost.ids(stored.messages())).isEqualTo(PullingHost.ids(lost.messages()));
      more = stored.hasMore();
    }
  }

  @Test
  final void a_restart_between_any_two_pages_loses_nothing() {
    PullingHost host = settledHost();
    List<String> ids = new ArrayList<>(publishMany(severalPages()));
    List<ChannelMessage> taken = new ArrayList<>();
    boolean more = true;
    while (more) {
      host.restart();
      Page page = host.take();
      taken.addAll(page.messages());
      more = page.hasMore();
    }
    assertDelivered(taken, ids);

    host.restart();
    ids.add(publish("sesudah semuanya"));
    taken.addAll(host.drain());
    assertDelivered(taken, ids);
  }

  @Test
  final void a_failure_at_any_request_loses_nothing() {
    for (Fault fault : Fault.values()) {
      if (!impossible().contains(fault)) {
        assertNothingIsLostBy(fault, false);
      }
    }
  }

  @Test
  final void a_failure_and_a_restart_at_any_request_lose_nothing() {
    for (Fault fault : List.of(Fault.SERVER_ERROR, Fault.CUT_BODY, Fault.LOST_ANSWER)) {
      if (!impossible().contains(fault)) {
        assertNothingIsLostBy(fault, true);
      }
    }
  }

  final void assertNothingIsLostBy(Fault fault, boolean restarting) {
    PullingHost host = settledHost();
    vendor().limitUntil(clock().instant().plusSeconds(60));
    // Silence costs a time-out each time.
    int most = fault == Fault.SILENCE ? 2 : 12;
    int requests = 2;
    for (int i = 0; i < requests; i++) {
      List<String> ids = publishMany(severalPages());
      int before = vendor().requests().size();
      vendor().failAfter(i, fault);
      List<ChannelMessage> taken = host.drainThroughFailures(clock(), restarting);
      vendor().recover();
      taken.addAll(host.drain());
      vendor().limitUntil(clock().instant().plusSeconds(60));

      assertThat(PullingHost.ids(taken)).as(fault + " at request " + i).containsAll(ids);
      requests = Math.min(most, vendor().requests().size() - before);
    }
  }

  @Test
  final void a_cursor_is_plain_text() {
    PullingHost host = settledHost();
    publishMany(severalPages());
    host.drain();

    for (Page page : host.pages()) {
      assertThat(page.cursor().value().codePoints())
          .as("characters that every store keeps")
          .noneMatch(it -> it == 0 || (it >= 0xD800 && it <= 0xDFFF) || it == 0xFFFD);
    }
  }

  @Test
  final void a_cursor_that_is_nonsense_is_malformed_or_a_fresh_start() {
    String id = publish(WORDS);
    for (String nonsense :
        List.of("bukan tempat", "{", "[]", "{\"a\":", "null", "\u0000", "[".repeat(60_000))) {
      PullingHost host = host();
      host.goOnFrom(new Cursor(nonsense));
      Outcome<Page> outcome = host.ask();
      if (outcome.failure() == null) {
        assertThat(PullingHost.ids(host.drain())).as("a fresh start skips nothing").contains(id);
      } else {
        assertThat(outcome.kind()).isEqualTo(Kind.MALFORMED);
      }
    }
  }

  @Test
  final void a_cursor_that_was_damaged_never_crashes_the_adapter() {
    PullingHost host = settledHost();
    publishMany(severalPages());
    String cursor = host.take().cursor().value();
    List<String> damaged = new ArrayList<>(List.of("", cursor + cursor, cursor + "\u00e9"));
    for (int i = 0; i < Math.min(cursor.length(), 60); i++) {
      damaged.add(cursor.substring(0, i));
      damaged.add(cursor.substring(0, i) + (char) (cursor.charAt(i) ^ 1) + cursor.substring(i + 1));
    }
    for (String text : damaged) {
      host.goOnFrom(new Cursor(text));
      // Whatever comes of it, it is a page or a ChannelException.
      assertThat(host.ask()).isNotNull();
    }
  }
}
