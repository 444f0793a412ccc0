package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.complaint;
import static org.tanggap.testkit.SampleComplaints.everything;
import static org.tanggap.testkit.SampleComplaints.id;
import static org.tanggap.testkit.SampleComplaints.key;
import static org.tanggap.testkit.SampleComplaints.newComplaint;
import static org.tanggap.testkit.SampleComplaints.person;
import static org.tanggap.testkit.SampleComplaints.reply;
import static org.tanggap.testkit.SampleComplaints.reporterId;
import static org.tanggap.testkit.SampleComplaints.taken;
import static org.tanggap.testkit.SampleComplaints.uuid;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Follower;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.store.Commit;
import org.tanggap.store.DeliveryOutcome;
import org.tanggap.store.Erasure;
import org.tanggap.store.KnownMessage;
import org.tanggap.store.NewReply;
import org.tanggap.store.OutboxEntry;
import org.tanggap.store.Watch;

/** What an erasure takes of conversations: the notes of adapters, and the photos of answers. */
abstract class HintPromises extends IdentityPromises {

  private static final Duration LEASE = Duration.ofMinutes(5);

  private static ComplaintEvent followed(int message, int reporter) {
    return new ComplaintEvent.Followed(
        NOW, Actor.follower(), new Follower(key(message), reporterId(reporter)));
  }

  private static ComplaintEvent added(Actor by, int message) {
    return new ComplaintEvent.MessageAdded(NOW, by, key(message), "Di sini", List.of());
  }

  private void forget(int reporter) {
    store().erase(reporterId(reporter), UnaryOperator.identity());
  }

  /** The numbers of those of these messages of which something is noted. */
  private List<Integer> noted(int... messages) {
    List<Integer> noted = new ArrayList<>();
    for (int number : messages) {
      MessageKey key = key(number);
      Collection<KnownMessage> known = store().findKnown(List.of(key)).values();
      assertThat(known).hasSize(1);
      if (known.contains(taken(1))) {
        noted.add(number);
      } else {
        assertThat(known).extracting(KnownMessage::hint).containsExactly("");
      }
    }
    return noted;
  }

  @Test
  final void what_was_noted_for_answering_an_erased_person_is_emptied() {
    store().commit(everything(1));
    store().commit(everything(2));

    forget(1);

    assertThat(store().findKnown(List.of(key(1), key(2))))
        .hasSize(2)
        .containsEntry(key(2), taken(2))
        .hasEntrySatisfying(
            key(1),
            known -> {
              assertThat(known.hint()).isEmpty();
              assertThat(known.digest()).as("it is still taken once").isEqualTo(taken(1).digest());
              assertThat(known.sentAt()).isEqualTo(taken(1).sentAt());
              assertThat(known.complaint()).isEqualTo(id(1));
            });
    store().commit(new Commit().reply(reply(9, NOW, reporterId(1))));
    assertThat(store().claimReplies(NOW, LEASE, 10))
        .extracting(entry -> entry.reply().to().hint())
        .containsExactlyInAnyOrder(taken(2).hint(), "");
  }

  @Test
  final void every_message_to_a_complaint_is_its_reporters_unless_its_history_says_otherwise() {
    store()
        .commit(
            new Commit()
                .reporter(person(1))
                .append(complaint(1, added(Actor.reporter(), 11)), 0, Watch.NONE)
                .message(key(1), taken(1))
                .message(key(11), taken(1))
                .message(key(12), taken(1)));

    forget(1);

    assertThat(noted(1, 11, 12)).isEmpty();
  }

  @Test
  final void what_was_noted_for_answering_others_on_the_same_complaint_stays() {
    store()
        .commit(
            new Commit()
                .reporter(person(1))
                .append(
                    complaint(1, followed(21, 2), followed(22, 3), added(Actor.follower(), 23)),
                    0,
                    Watch.NONE)
                .message(key(1), taken(1))
                .message(key(21), taken(1))
                .message(key(22), taken(1))
                .message(key(23), taken(1)));

    forget(1);

    assertThat(noted(1, 21, 22, 23)).containsExactly(21, 22, 23);
  }

  @Test
  final void what_was_noted_for_answering_a_follower_is_emptied_with_the_follower_alone() {
    store()
        .commit(
            new Commit()
                .reporter(person(2))
                .append(
                    complaint(1, followed(21, 2), followed(22, 3), added(Actor.follower(), 23)),
                    0,
                    Watch.NONE)
                .message(key(1), taken(1))
                .message(key(21), taken(1))
                .message(key(22), taken(1))
                .message(key(23), taken(1))
                .message(key(24), taken(1)));

    forget(2);

    assertThat(noted(1, 21, 22, 23, 24))
        .as("which follower wrote the last message is not known")
        .containsExactly(1, 22, 24);
  }

  @Test
  final void the_photos_of_answers_to_an_erased_person_are_taken_away() {
    List<Photo> photos = List.of(Photo.of("https://example.org/kunci"));
    store()
        .commit(
            newComplaint(1)
                .reporter(person(1))
                .reply(new NewReply(uuid(1), id(1), key(1), reporterId(1), "", photos, NOW)));
    OutboxEntry claimed = store().claimReplies(NOW, LEASE, 1).get(0);
    store().settleReply(claimed, new DeliveryOutcome.Dead("forbidden"));

    assertThat(store().erase(reporterId(1), UnaryOperator.identity()))
        .isEqualTo(new Erasure(1, 1, 0, 1));

    assertThat(store().erase(reporterId(1), UnaryOperator.identity()).replies())
        .as("counted once")
        .isZero();
    store().retryReply(uuid(1), NOW);
    assertThat(store().claimReplies(NOW, LEASE, 1))
        .extracting(entry -> entry.reply().photos())
        .containsExactly(List.of());
  }
}
