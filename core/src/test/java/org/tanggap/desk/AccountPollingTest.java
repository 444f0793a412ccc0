package org.tanggap.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushVerdict;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Report;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.StoreException;

class AccountPollingTest extends DeskTests {

  private final FeedbackDesk desk = desk();

  private void fail(Kind kind, @Nullable Instant retryAt) {
    channel.failure = new ChannelException(kind, "not now", retryAt, null);
  }

  /** How long after the last call the vendor is called again, in steps of a second. */
  private Duration quietFor() {
    int before = channel.pulls;
    Duration waited = Duration.ZERO;
    while (channel.pulls == before) {
      clock.move(Duration.ofSeconds(1));
      waited = waited.plusSeconds(1);
      desk.poll();
    }
    return waited;
  }

  @Test
  void a_vendor_that_cannot_be_read_is_asked_after_a_time_that_doubles_to_an_hour() {
    fail(Kind.TEMPORARY, null);
    desk.poll();

    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      waits.add(quietFor().toSeconds());
    }
    assertThat(waits).startsWith(2L, 4L, 8L, 16L, 32L).endsWith(4_096L, 4_096L);
  }

  @Test
  void the_vendors_time_is_kept_to_the_second_and_by_a_desk_that_starts_anew() {
    Instant reset = clock.instant().plus(Duration.ofMinutes(15));
    fail(Kind.WAIT_UNTIL, reset);
    desk.poll();

    FeedbackDesk restarted = desk();
    clock.move(Duration.ofMinutes(15).minusSeconds(1));
    restarted.poll();
    assertThat(channel.pulls).isEqualTo(1);
    clock.move(Duration.ofSeconds(1));
    restarted.poll();
    assertThat(channel.pulls).isEqualTo(2);
  }

  @Test
  void a_vendor_that_wants_a_person_is_asked_every_quarter_of_an_hour() {
    fail(Kind.REAUTHORISE, null);
    desk.poll();

    assertThat(quietFor()).isEqualTo(Duration.ofMinutes(15));
    assertThat(quietFor()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void after_a_success_the_failures_are_forgotten() {
    fail(Kind.TEMPORARY, null);
    desk.poll();
    quietFor();
    channel.failure = null;
    quietFor();
    fail(Kind.TEMPORARY, null);
    desk.poll();

    assertThat(quietFor()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void a_credential_that_has_run_out_is_renewed_and_the_page_read_at_once() {
    channel.pages.add(List.of(channel.message("m-1", "Satu")));
    fail(Kind.REFRESH, null);

    assertThat(desk.poll().get(0).results()).hasSize(1);
    assertThat(channel.refreshes).isEqualTo(1);
  }

  @Test
  void an_account_is_asked_no_oftener_than_its_interval_unless_more_is_ready() {
    FakeChannel slow = new FakeChannel("slow");
    slow.pages.add(List.of(slow.message("s-1", "Satu")));
    slow.pages.add(List.of(slow.message("s-2", "Dua")));
    FeedbackDesk timed = parts(store).channel(slow, Duration.ofMinutes(5)).build();

    timed.poll();
    timed.poll();
    timed.poll();
    assertThat(slow.pulls).as("two pages, then quiet").isEqualTo(2);
    clock.move(Duration.ofMinutes(5));
    timed.poll();
    assertThat(slow.pulls).isEqualTo(3);
  }

  @Test
  void an_outage_of_many_pages_is_caught_up_without_skipping_one() {
    for (int page = 0; page < 40; page++) {
      channel.pages.add(List.of(channel.message("m-" + page, "Laporan " + page)));
    }
    int polls = 0;
    while (desk.poll().get(0).hasMore()) {
      if (polls++ % 7 == 3) {
        fail(Kind.TEMPORARY, null);
        desk.poll();
        channel.failure = null;
        clock.move(Duration.ofHours(2));
      }
    }

    assertThat(texts(store)).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void a_page_that_another_process_took_meanwhile_moves_no_cursor_back() {
    channel.pages.add(List.of(channel.message("m-1", "Satu")));
    ComplaintStore overtaken =
        new ForwardingStore(store) {
          @Override
          public CommitResult commit(Commit commit) {
            if (commit.cursor() != null && store.findCursor(channel.account()).isEmpty()) {
              store.commit(new Commit().cursor(channel.account(), null, new Cursor("9")));
            }
            return super.commit(commit);
          }
        };

    AccountPoll poll = parts(overtaken).build().poll().get(0);

    assertThat(poll.findFailure().orElseThrow().kind()).isEqualTo(Kind.CONFLICT);
    assertThat(store.findCursor(channel.account())).contains(new Cursor("9"));
    assertThat(texts(store)).isEmpty();
  }

  @Test
  void two_desks_do_not_ask_one_vendor_at_the_same_time() {
    FeedbackDesk[] second = new FeedbackDesk[1];
    List<List<AccountPoll>> meanwhile = new ArrayList<>();
    ComplaintStore watched =
        new ForwardingStore(store) {
          @Override
          public Optional<Cursor> findCursor(AccountId account) {
            // The first desk has the claim and is about to call the vendor.
            meanwhile.add(second[0].poll());
            return super.findCursor(account);
          }
        };
    second[0] = desk();
    parts(watched).build().poll();

    assertThat(meanwhile).singleElement().asInstanceOf(LIST).isEmpty();
    assertThat(channel.pulls).isEqualTo(1);
  }

  @Test
  void what_a_killed_process_was_reading_is_read_on_after_a_minute() {
    channel.pages.add(List.of(channel.message("m-1", "Satu")));
    store.claimAccount(channel.account(), clock.instant(), Duration.ofMinutes(1));

    assertThat(desk.poll()).isEmpty();
    clock.move(Duration.ofMinutes(1));
    assertThat(desk.poll().get(0).results()).hasSize(1);
  }

  @Test
  void the_only_process_takes_over_at_once_but_keeps_the_vendors_time() {
    channel.pages.add(List.of(channel.message("m-1", "Satu")));
    store.claimAccount(channel.account(), clock.instant(), Duration.ofMinutes(1));

    assertThat(parts(store).soleProcess().build().poll().get(0).results()).hasSize(1);

    fail(Kind.WAIT_UNTIL, clock.instant().plusSeconds(30));
    desk.poll();
    int before = channel.pulls;
    assertThat(parts(store).soleProcess().build().poll()).isEmpty();
    assertThat(channel.pulls).isEqualTo(before);
  }

  @Test
  void a_page_that_the_store_refuses_stops_no_other_account_and_is_told_at_the_end() {
    FakeChannel poisoned = new FakeChannel("poisoned");
    poisoned.pages.add(List.of(poisoned.message("p-1", "racun")));
    FakeChannel last = new FakeChannel("last");
    last.pages.add(List.of(last.message("l-1", "Sehat")));
    ComplaintStore refusing =
        new ForwardingStore(store) {
          @Override
          public CommitResult commit(Commit commit) {
            if (commit.messages().containsKey(poisoned.key("p-1"))) {
              throw new StoreException("refused", null);
            }
            return super.commit(commit);
          }
        };
    FeedbackDesk wired = parts(refusing).channel(poisoned).channel(last).build();

    assertThatExceptionOfType(StoreException.class).isThrownBy(wired::poll);
    assertThat(texts(store)).containsExactly("Sehat");
    assertThat(store.findCursor(poisoned.account())).isEmpty();
  }

  @Test
  void with_an_executor_each_account_has_a_task_and_all_results_come() {
    FakeChannel other = new FakeChannel("other");
    channel.pages.add(List.of(channel.message("m-1", "Satu")));
    other.pages.add(List.of(other.message("m-2", "Dua")));
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<AccountPoll> polls = parts(store).channel(other).build().poll(pool).join();

      assertThat(polls).hasSize(2);
      assertThat(texts(store)).containsExactlyInAnyOrder("Satu", "Dua");
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void what_was_announced_is_fetched_and_taken_once() {
    ChannelMessage.NeedsFetch announced =
        new ChannelMessage.NeedsFetch(channel.key("m-1"), "photo-7");
    channel.fetchable.put("photo-7", channel.message("m-1", "Jalan berlubang"));
    channel.pages.add(List.of(announced));
    channel.pages.add(List.of(announced));
    desk.poll();
    desk.poll();
    desk.poll();

    assertThat(texts(store)).containsExactly("Jalan berlubang");
  }

  @Test
  void a_fetch_that_fails_is_tried_again_and_given_up_with_its_reason() {
    channel.pages.add(List.of(new ChannelMessage.NeedsFetch(channel.key("m-1"), "photo-7")));
    desk.poll();
    for (int i = 0; i < 20; i++) {
      clock.move(Duration.ofHours(2));
      fail(Kind.TEMPORARY, null);
      desk.poll();
    }

    assertThat(store.listLeftOut(10))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.where()).isEqualTo("m-1");
              assertThat(it.why()).contains("could not be fetched");
            });
    assertThat(
            store.claimFetches(clock.instant().plus(Duration.ofDays(9)), Duration.ofMinutes(1), 9))
        .isEmpty();
  }

  @Test
  void what_the_vendor_no_longer_has_is_given_up_at_once() {
    channel.pages.add(List.of(new ChannelMessage.NeedsFetch(channel.key("m-1"), "photo-7")));
    FeedbackDesk wired = desk();
    fail(Kind.NOT_PERMITTED, null);
    channel.failure = null;
    wired.poll();
    channel.fetchable.clear();

    clock.move(Duration.ofMinutes(3));
    fail(Kind.NOT_PERMITTED, null);
    wired.poll();
    assertThat(store.countLeftOut()).isEqualTo(1);
  }

  @Test
  void health_tells_of_success_messages_and_problems() {
    channel.pages.add(List.of(channel.message("m-1", "Satu")));
    desk.poll();
    Instant heard = clock.instant();
    clock.move(Duration.ofHours(1));
    fail(Kind.REAUTHORISE, null);
    desk.poll();

    AccountHealth health = desk.listHealth().get(0);
    assertThat(health.account()).isEqualTo(channel.account());
    assertThat(health.lastSuccess()).isEqualTo(heard);
    assertThat(health.lastMessage()).isEqualTo(heard);
    assertThat(health.findProblem().orElseThrow().kind()).isEqualTo(Kind.REAUTHORISE);
    assertThat(health.findProblem().orElseThrow().since()).isEqualTo(clock.instant());
  }

  @Test
  void a_pushing_account_was_heard_when_it_pushed_also_after_a_restart() {
    channel.verdict = new PushVerdict.Genuine(List.of(channel.message("m-1", "Satu")));
    Instant heard = clock.instant();
    desk.receive(channel.account(), PushRequest.of(new byte[0], Map.of()));

    assertThat(desk.listHealth().get(0).findLastMessage()).contains(heard);
  }

  @Test
  void an_answer_that_a_dead_credential_keeps_back_waits_and_shows_in_the_health() {
    FeedbackDesk answering = parts(store).receipts((complaint, clocks) -> "Diterima").build();
    answering.receive(channel.key("m-1"), Report.of("Banjir"));
    fail(Kind.REAUTHORISE, null);
    answering.deliver(10);

    assertThat(answering.listHealth().get(0).findProblem().orElseThrow().kind())
        .isEqualTo(Kind.REAUTHORISE);
    channel.failure = null;
    clock.move(Duration.ofMinutes(15));
    answering.deliver(10);
    assertThat(channel.sent).hasSize(1);
    assertThat(answering.listHealth().get(0).findProblem()).isEmpty();
  }
}
