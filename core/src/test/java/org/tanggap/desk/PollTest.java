package org.tanggap.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Cursor;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.KnownMessage;
import org.tanggap.store.StoreException;

class PollTest extends DeskTests {

  /** A store in which others take the message at the first commits. */
  private static final class Contested extends ForwardingStore {

    private final ComplaintStore inner;
    private final Predicate<Integer> takenByOthers;
    private int commits;

    Contested(ComplaintStore inner, Predicate<Integer> takenByOthers) {
      super(inner);
      this.inner = inner;
      this.takenByOthers = takenByOthers;
    }

    @Override
    public CommitResult commit(Commit commit) {
      if (takenByOthers.test(++commits)) {
        return new CommitResult.MessageTaken(commit.messages().keySet().iterator().next());
      }
      return inner.commit(commit);
    }
  }

  @Test
  void pages_follow_each_other_by_their_cursors_and_end() {
    channel.pages.add(List.of(channel.message("m-1", "Satu")));
    channel.pages.add(List.of(channel.message("m-2", "Dua")));
    FeedbackDesk desk = desk();

    assertThat(desk.poll().get(0).hasMore()).isTrue();
    assertThat(store.findCursor(channel.account())).contains(new Cursor("1"));
    assertThat(desk.poll().get(0).hasMore()).isFalse();
    assertThat(desk.poll().get(0).results()).isEmpty();
    assertThat(texts(store)).containsExactly("Satu", "Dua");
  }

  @Test
  void a_page_that_is_not_stored_leaves_the_cursor_where_it_was() {
    channel.pages.add(List.of(channel.message("m-1", "Satu")));
    FeedbackDesk desk = parts(new Contested(store, commits -> true)).build();

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(desk::poll)
        .withMessageContaining(channel.account().toString());

    assertThat(store.findCursor(channel.account())).isEmpty();
    assertThat(texts(store)).isEmpty();
  }

  @Test
  void a_message_that_others_take_meanwhile_is_looked_up_again_and_found_known() {
    channel.pages.add(List.of(channel.message("m-1", "Satu"), channel.message("m-2", "Dua")));
    FeedbackDesk other = desk();
    ComplaintStore contested =
        new Contested(store, commits -> commits == 1 && takenBy(other, "m-1", "Satu"));

    List<Intake> results = parts(contested).build().poll().get(0).results();

    KnownMessage taken = store.findKnown(List.of(channel.key("m-1"))).get(channel.key("m-1"));
    assertThat(results.get(0))
        .isEqualTo(new Intake.AlreadyKnown(Objects.requireNonNull(taken).complaint()));
    assertThat(results.get(1)).isInstanceOf(Intake.Accepted.class);
    assertThat(texts(store)).containsExactlyInAnyOrder("Satu", "Dua");
    assertThat(store.findCursor(channel.account())).contains(new Cursor("1"));
  }

  private boolean takenBy(FeedbackDesk other, String externalId, String text) {
    return other.receive(channel.key(externalId), channel.message(externalId, text).report())
        instanceof Intake.Accepted;
  }

  @Test
  void a_channel_that_fails_does_not_keep_the_others_from_being_read() {
    FakeChannel broken = new FakeChannel("broken");
    ChannelException failure =
        new ChannelException(ChannelException.Kind.TEMPORARY, "time-out", null, null);
    broken.failure = failure;
    channel.pages.add(List.of(channel.message("m-1", "Satu")));

    List<AccountPoll> polls = parts(store).channel(broken).build().poll();

    assertThat(polls)
        .satisfiesExactlyInAnyOrder(
            poll -> {
              assertThat(poll.account()).isEqualTo(broken.account());
              assertThat(poll.findFailure()).contains(failure);
              assertThat(poll.results()).isEmpty();
            },
            poll -> {
              assertThat(poll.account()).isEqualTo(channel.account());
              assertThat(poll.findFailure()).isEmpty();
              assertThat(poll.results()).hasSize(1);
            });
    assertThat(store.findCursor(broken.account())).isEmpty();
  }

  @Test
  void an_adapter_with_a_defect_does_not_stop_the_desk() {
    channel.failure = new IllegalStateException("rahasia");

    AccountPoll poll = desk().poll().get(0);

    assertThat(poll.findFailure().orElseThrow().kind()).isEqualTo(ChannelException.Kind.MALFORMED);
    assertThat(poll.findFailure().orElseThrow()).hasMessageNotContaining("rahasia");
  }
}
