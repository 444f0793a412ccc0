package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Page;
import org.tanggap.channel.PullChannel;
import org.tanggap.complaint.Report;
import org.tanggap.testkit.FakeVendor.Fault;

/** What comes from a pull channel: everything, once, unharmed. */
abstract class PullPromises {

  static final String WORDS = "Lampu mati di gang buntu";

  abstract FakeVendor vendor();

  abstract PullChannel connect();

  abstract String publish(String text);

  abstract void publishOwn(String text);

  abstract String secret();

  abstract boolean edit(String id, String text);

  abstract boolean delete(String id);

  abstract boolean publishBroken();

  abstract boolean redeliver();

  abstract int pageSize();

  abstract int mostMessages();

  abstract boolean overlaps();

  abstract int mostCharacters();

  abstract String wordsOf(Report report);

  abstract Set<Fault> impossible();

  abstract ManualClock clock();

  abstract Duration patience();

  final PullingHost host() {
    return new PullingHost(this::connect, patience());
  }

  /** A host that has stored a message, so that it has a place to go on from. */
  final PullingHost settledHost() {
    PullingHost host = host();
    String first = publish("yang pertama");
    assertThat(PullingHost.ids(host.drain())).contains(first);
    return host;
  }

  final List<String> publishMany(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      ids.add(publish("laporan nomor " + i));
    }
    return ids;
  }

  /** Three pages, and the last is not full. */
  final int severalPages() {
    return 2 * pageSize() + 2;
  }

  final void assertDelivered(List<ChannelMessage> taken, List<String> ids) {
    List<String> delivered = PullingHost.ids(taken);
    assertThat(delivered).as("nothing is skipped").containsAll(ids);
    if (!overlaps()) {
      assertThat(delivered).as("nothing comes twice without a reason").doesNotHaveDuplicates();
    }
  }

  @Test
  final void nothing_new_gives_an_empty_page_and_keeps_the_place() {
    PullingHost host = settledHost();
    for (int i = 0; i < 3; i++) {
      Page page = host.take();
      assertThat(page.hasMore()).as("more, with nothing there").isFalse();
      if (!overlaps()) {
        assertThat(page.messages()).isEmpty();
      }
    }
    String id = publish("sesudah jeda");

    assertThat(PullingHost.ids(host.drain())).contains(id);
  }

  @Test
  final void an_account_without_messages_gives_an_empty_page_and_a_place() {
    PullingHost host = host();

    assertThat(host.drain()).isEmpty();

    List<String> ids = publishMany(severalPages());
    assertDelivered(host.drain(), ids);
  }

  @Test
  final void a_message_comes_once_with_its_key_its_words_and_its_account() {
    PullingHost host = settledHost();
    String id = publish(WORDS);

    List<ChannelMessage.NewReport> reports =
        PullingHost.reports(host.drain())
            .filter(report -> report.key().externalId().equals(id))
            .toList();

    assertThat(reports).hasSize(1);
    assertThat(reports.get(0).key().account()).isEqualTo(host.channel().account());
    assertThat(wordsOf(reports.get(0).report())).isEqualTo(WORDS);
    if (!overlaps()) {
      assertThat(host.drain()).isEmpty();
    }
  }

  @Test
  final void what_was_there_before_the_first_poll_comes_too() {
    List<String> ids = publishMany(severalPages());

    assertDelivered(host().drain(), ids);
  }

  @Test
  final void many_pages_come_completely_and_each_message_once() {
    PullingHost host = settledHost();
    int before = vendor().requests().size();
    List<String> ids = publishMany(severalPages());

    assertDelivered(host.drain(), ids);
    if (pageSize() > 0) {
      assertThat(vendor().requests().size() - before)
          .as("requests for three pages, see pageSize()")
          .isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  final void within_a_page_the_oldest_message_comes_first() {
    PullingHost host = settledHost();
    List<String> ids = publishMany(severalPages());
    host.drain();

    for (Page page : host.pages()) {
      List<String> known = new ArrayList<>(PullingHost.ids(page.messages()));
      known.retainAll(ids);
      assertThat(known.stream().map(ids::indexOf)).isSorted();
    }
  }

  @Test
  final void a_page_holds_a_bounded_number_of_messages() {
    assumeTrue(pageSize() > 0, "the vendor gives everything at once");
    PullingHost host = settledHost();
    List<String> ids = publishMany(mostMessages() + severalPages());

    assertDelivered(host.drain(), ids);
    assertThat(host.pages())
        .allSatisfy(page -> assertThat(page.messages()).hasSizeLessThanOrEqualTo(mostMessages()));
  }

  @Test
  final void what_is_delivered_again_comes_with_the_same_keys() {
    PullingHost host = settledHost();
    Set<String> ids = new LinkedHashSet<>(publishMany(3));
    host.drain();
    assumeTrue(redeliver(), "this vendor never delivers twice");

    Set<String> all = new LinkedHashSet<>(PullingHost.ids(host.stored()));
    host.drain();

    assertThat(all).containsAll(ids);
    assertThat(new LinkedHashSet<>(PullingHost.ids(host.stored()))).isEqualTo(all);
  }

  @Test
  final void own_messages_are_never_reports() {
    PullingHost host = settledHost();
    publishOwn("jawaban dari kantor");
    String id = publish(WORDS);

    List<ChannelMessage> taken = host.drain();

    assertDelivered(taken, List.of(id));
    assertThat(taken)
        .noneMatch(ChannelMessage.Edited.class::isInstance)
        .filteredOn(ChannelMessage.NewReport.class::isInstance)
        .allSatisfy(
            it ->
                assertThat(((ChannelMessage.NewReport) it).report().text())
                    .doesNotContain("jawaban dari kantor"));
  }

  @Test
  final void pages_full_of_own_messages_hide_nothing() {
    PullingHost host = settledHost();
    for (int i = 0; i < 2 * pageSize() + 1; i++) {
      publishOwn("jawaban nomor " + i);
    }
    String id = publish(WORDS);

    assertDelivered(host.drain(), List.of(id));
  }

  @Test
  final void one_message_that_cannot_be_read_does_not_lose_its_neighbours() {
    PullingHost host = settledHost();
    String before = publish("yang sebelum");
    assumeTrue(publishBroken(), "this vendor gives each message by itself");
    String after = publish("yang sesudah");
    List<ChannelMessage> again = host.ask().get().messages();
    List<ChannelMessage> taken = host.drain();

    assertDelivered(taken, List.of(before, after));
    List<ChannelMessage> others =
        taken.stream().filter(it -> !(it instanceof ChannelMessage.NewReport)).toList();
    assertThat(others).as("nothing is passed over in silence").isNotEmpty();
    assertThat(taken).as("the same when it comes again").containsAll(again);
  }

  @Test
  final void an_edit_comes_with_the_key_of_the_message_and_the_new_words() {
    PullingHost host = settledHost();
    String id = publish(WORDS);
    host.drain();
    assumeTrue(edit(id, "Lampu sudah menyala"), "this vendor tells of no edits");

    List<ChannelMessage> again = new ArrayList<>(host.ask().get().messages());
    List<ChannelMessage> taken = host.drain();

    ChannelMessage.Edited edited = edited(taken, id);
    assertThat(edited.key().account()).isEqualTo(host.channel().account());
    assertThat(wordsOf(edited.report())).isEqualTo("Lampu sudah menyala");
    assertThat(edited(again, id).edition()).as("each time it comes").isEqualTo(edited.edition());
  }

  @Test
  final void two_edits_have_two_editions() {
    PullingHost host = settledHost();
    String id = publish(WORDS);
    host.drain();
    assumeTrue(edit(id, "Lampu berkedip"), "this vendor tells of no edits");
    ChannelMessage.Edited first = edited(host.drain(), id);
    clock().advance(Duration.ofMinutes(1));
    edit(id, "Lampu sudah menyala");
    ChannelMessage.Edited second = edited(host.drain(), id);

    assertThat(second.edition()).isNotEqualTo(first.edition());
    assertThat(wordsOf(second.report())).isEqualTo("Lampu sudah menyala");
  }

  static ChannelMessage.Edited edited(List<ChannelMessage> messages, String id) {
    return messages.stream()
        .filter(ChannelMessage.Edited.class::isInstance)
        .map(ChannelMessage.Edited.class::cast)
        .filter(it -> it.key().externalId().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no Edited with the key of the message"));
  }

  @Test
  final void a_deletion_comes_with_the_key_of_the_message() {
    PullingHost host = settledHost();
    String id = publish(WORDS);
    host.drain();
    assumeTrue(delete(id), "this vendor tells of no deletions");

    assertThat(host.drain())
        .filteredOn(ChannelMessage.Deleted.class::isInstance)
        .extracting(it -> ((ChannelMessage.Deleted) it).key().externalId())
        .contains(id);
  }

  @Test
  final void hostile_words_come_unharmed() {
    PullingHost host = settledHost();
    List<String> words =
        HostileWords.ALL.stream().filter(it -> it.length() <= mostCharacters()).toList();
    words.forEach(this::publish);

    assertThat(PullingHost.reports(host.drain()).map(it -> wordsOf(it.report())))
        .containsAll(words);
  }

  @Test
  final void the_longest_words_come_unharmed() {
    PullingHost host = settledHost();
    String words = HostileWords.ofLength(mostCharacters());
    publish(words);

    assertThat(PullingHost.reports(host.drain()).map(it -> wordsOf(it.report())))
        .anyMatch(words::equals);
  }

  @Test
  final void neither_the_channel_nor_its_pages_show_words_or_credentials() {
    PullingHost host = settledHost();
    publish(WORDS);
    Page page = host.take();

    assertThat(host.channel().toString()).doesNotContain(secret());
    assertThat(page.toString()).doesNotContain(WORDS).doesNotContain(secret());
    assertThat(page.cursor().value()).doesNotContain(WORDS).doesNotContain(secret());
  }
}
