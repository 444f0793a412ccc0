package org.tanggap.testkit;

import static org.tanggap.testkit.BrokenStores.changing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.complaint.MessageKey;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.DeliveryOutcome;
import org.tanggap.store.KnownMessage;
import org.tanggap.store.MemoryStore;
import org.tanggap.store.NewReply;
import org.tanggap.store.OutboxEntry;
import org.tanggap.store.OutboxState;
import org.tanggap.testkit.BrokenStores.Broken;
import org.tanggap.testkit.CommitCopy.Part;

/** Stores that break a promise about delivering answers, or about what vendors tell of them. */
final class BrokenDeliveries {

  private BrokenDeliveries() {}

  /** A store whose claims are changed on their way out. */
  private static ComplaintStore claiming(UnaryOperator<OutboxEntry> change) {
    return new ForwardingStore(new MemoryStore()) {
      @Override
      public List<OutboxEntry> claimReplies(Instant now, Duration lease, int limit) {
        return super.claimReplies(now, lease, limit).stream().map(change).toList();
      }
    };
  }

  private static OutboxEntry with(OutboxEntry entry, Reply reply, int failures) {
    return new OutboxEntry(
        reply, entry.complaint(), entry.attempts(), failures, entry.answersWanted());
  }

  private static Reply with(Reply reply, ReplyTarget to, boolean mayBeSent) {
    return new Reply(reply.id(), to, reply.text(), reply.photos(), mayBeSent);
  }

  /** A store that takes one outcome for another. */
  private static ComplaintStore settling(UnaryOperator<DeliveryOutcome> change) {
    return new ForwardingStore(new MemoryStore()) {
      @Override
      public void settleReply(OutboxEntry entry, DeliveryOutcome outcome) {
        super.settleReply(entry, change.apply(outcome));
      }
    };
  }

  @Breaks("an_answer_comes_with_the_time_of_the_message_and_what_the_adapter_noted")
  static final class ForgetsWhatWasNoted extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(
          commit -> {
            Commit changed = CommitCopy.without(commit, Part.MESSAGES);
            commit
                .messages()
                .forEach(
                    (key, taken) ->
                        changed.message(
                            key,
                            new KnownMessage(
                                taken.complaint(), taken.digest(), taken.sentAt(), "")));
            return changed;
          });
    }
  }

  @Breaks("an_answer_to_a_message_that_is_not_known_has_the_time_at_which_it_is_due")
  static final class GuessesTheTimeOfMessages extends Broken {
    @Override
    protected ComplaintStore open() {
      return claiming(
          entry -> {
            ReplyTarget to = entry.reply().to();
            ReplyTarget guessed =
                new ReplyTarget(to.message(), Instant.EPOCH, to.reporter(), to.hint());
            Reply reply = with(entry.reply(), guessed, entry.reply().mayBeSent());
            return with(entry, reply, entry.failures());
          });
    }
  }

  @Breaks("photos_go_with_an_answer_as_they_were_given")
  static final class DropsPhotos extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(
          commit -> {
            Commit changed = CommitCopy.without(commit, Part.REPLIES);
            for (NewReply it : commit.replies()) {
              changed.reply(
                  new NewReply(
                      it.id(), it.complaint(), it.inReplyTo(), it.reporter(), it.text(), it.due()));
            }
            return changed;
          });
    }
  }

  @Breaks("an_attempt_that_was_cut_off_may_have_reached_the_vendor")
  static final class TakesEveryAnswerForUnsent extends Broken {
    @Override
    protected ComplaintStore open() {
      return claiming(
          entry -> with(entry, with(entry.reply(), entry.reply().to(), false), entry.failures()));
    }
  }

  @Breaks("an_attempt_that_has_failed_did_not_reach_the_vendor")
  static final class TakesEveryRepetitionForSent extends Broken {
    @Override
    protected ComplaintStore open() {
      return claiming(
          entry ->
              with(
                  entry,
                  with(entry.reply(), entry.reply().to(), entry.attempts() > 1),
                  entry.failures()));
    }
  }

  /** Looks at the attempt before alone. */
  @Breaks("what_may_have_reached_the_vendor_once_may_have_whatever_later_attempts_say")
  static final class ForgetsWhatMayBeSent extends Broken {
    @Override
    protected ComplaintStore open() {
      Set<UUID> failed = new HashSet<>();
      ComplaintStore memory = new MemoryStore();
      return new ForwardingStore(memory) {
        @Override
        public void settleReply(OutboxEntry entry, DeliveryOutcome outcome) {
          if (outcome instanceof DeliveryOutcome.Retry
              || outcome instanceof DeliveryOutcome.Postponed) {
            failed.add(entry.reply().id());
          }
          super.settleReply(entry, outcome);
        }

        @Override
        public List<OutboxEntry> claimReplies(Instant now, Duration lease, int limit) {
          return super.claimReplies(now, lease, limit).stream()
              .map(
                  entry ->
                      failed.remove(entry.reply().id())
                          ? with(
                              entry,
                              with(entry.reply(), entry.reply().to(), false),
                              entry.failures())
                          : entry)
              .toList();
        }
      };
    }
  }

  @Breaks({
    "waiting_for_a_limit_is_no_failure_and_ends_at_its_time",
    "what_is_tried_again_after_a_look_counts_as_not_sent_and_never_failed"
  })
  static final class CountsEveryAttemptAsAFailure extends Broken {
    @Override
    protected ComplaintStore open() {
      return claiming(entry -> with(entry, entry.reply(), entry.attempts() - 1));
    }
  }

  @Breaks("an_attempt_that_nobody_can_confirm_is_a_failure_and_may_have_reached_the_vendor")
  static final class CountsNoFailures extends Broken {
    @Override
    protected ComplaintStore open() {
      return claiming(entry -> with(entry, entry.reply(), 0));
    }
  }

  @Breaks("what_nobody_could_confirm_is_tried_again_at_its_time")
  static final class TriesTheUnconfirmedAtOnce extends Broken {
    @Override
    protected ComplaintStore open() {
      return settling(
          outcome ->
              outcome instanceof DeliveryOutcome.Unconfirmed it
                  ? new DeliveryOutcome.Unconfirmed(Instant.EPOCH, it.because())
                  : outcome);
    }
  }

  @Breaks("an_answer_that_was_sent_is_known_as_a_message_of_ours")
  static final class ForgetsTheIdsOfAnswers extends Broken {
    @Override
    protected ComplaintStore open() {
      return settling(
          outcome -> outcome instanceof DeliveryOutcome.Sent ? SampleComplaints.SENT : outcome);
    }
  }

  @Breaks("an_answer_without_an_id_that_can_be_stored_is_sent_all_the_same")
  static final class RefusesOddIds extends Broken {
    @Override
    protected ComplaintStore open() {
      return settling(
          outcome -> {
            if (outcome instanceof DeliveryOutcome.Sent sent) {
              sent.as()
                  .findExternalId()
                  .ifPresent(id -> new MessageKey(SampleComplaints.ACCOUNT, id));
            }
            return outcome;
          });
    }
  }

  /** Knows an answer as ours before it has looked whether the claim stands, and above all else. */
  @Breaks({
    "a_settlement_that_comes_late_makes_no_message_of_ours",
    "a_message_that_was_taken_stays_what_it_is_if_an_answer_is_sent_under_its_id"
  })
  static final class BelievesEverySending extends Broken {
    @Override
    protected ComplaintStore open() {
      Map<MessageKey, KnownMessage> ours = new HashMap<>();
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public void settleReply(OutboxEntry entry, DeliveryOutcome outcome) {
          super.settleReply(entry, outcome);
          if (outcome instanceof DeliveryOutcome.Sent sent) {
            sent.as()
                .findExternalId()
                .filter(MessageKey::isExternalId)
                .ifPresent(
                    id ->
                        ours.put(
                            new MessageKey(entry.reply().to().message().account(), id),
                            new KnownMessage(entry.complaint(), "", Instant.EPOCH, "")));
          }
        }

        @Override
        public Map<MessageKey, KnownMessage> findKnown(Collection<MessageKey> keys) {
          Map<MessageKey, KnownMessage> known = new HashMap<>(super.findKnown(keys));
          keys.stream().filter(ours::containsKey).forEach(key -> known.put(key, ours.get(key)));
          return known;
        }
      };
    }
  }

  @Breaks("an_answer_is_sent_then_delivered_then_read")
  static final class HearsNothingOfAnswers extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(commit -> CommitCopy.without(commit, Part.REPLY_STATES));
    }
  }

  @Breaks("a_refused_commit_tells_nothing_of_an_answer")
  static final class HearsOfAnswersInRefusedCommits extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public CommitResult commit(Commit commit) {
          CommitResult result = super.commit(commit);
          if (!(result instanceof CommitResult.Committed)) {
            Commit told = new Commit();
            commit
                .replyStates()
                .forEach(it -> told.replyState(it.reply(), it.state(), it.because()));
            super.commit(told);
          }
          return result;
        }
      };
    }
  }

  /** Counts whatever vendors tell last, and finds answers by the id alone. */
  @Breaks({
    "an_answer_may_be_read_at_once_and_never_goes_back",
    "what_was_delivered_cannot_fail_any_more"
  })
  static final class BelievesTheLastState extends Broken {
    @Override
    protected ComplaintStore open() {
      Map<String, UUID> sent = new HashMap<>();
      Map<UUID, OutboxState> told = new HashMap<>();
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public void settleReply(OutboxEntry entry, DeliveryOutcome outcome) {
          super.settleReply(entry, outcome);
          if (outcome instanceof DeliveryOutcome.Sent as) {
            as.as().findExternalId().ifPresent(id -> sent.put(id, entry.reply().id()));
          }
        }

        @Override
        public CommitResult commit(Commit commit) {
          commit
              .replyStates()
              .forEach(
                  it -> {
                    UUID reply = sent.get(it.reply().externalId());
                    if (reply != null) {
                      told.put(reply, it.state());
                    }
                  });
          return super.commit(commit);
        }

        @Override
        public Map<OutboxState, Long> countReplies() {
          Map<OutboxState, Long> counts = new HashMap<>();
          told.values().forEach(state -> counts.merge(state, 1L, Long::sum));
          return told.isEmpty() ? super.countReplies() : counts;
        }
      };
    }
  }

  @Breaks("an_answer_that_was_sent_and_fails_is_a_dead_letter_with_the_reason")
  static final class KeepsNoReasons extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(
          commit -> {
            Commit changed = CommitCopy.without(commit, Part.REPLY_STATES);
            commit.replyStates().forEach(it -> changed.replyState(it.reply(), it.state(), ""));
            return changed;
          });
    }
  }

  @Breaks("what_one_commit_tells_of_an_answer_counts_in_order")
  static final class HearsInAnyOrder extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(
          commit -> {
            Commit changed = CommitCopy.without(commit, Part.REPLY_STATES);
            commit.replyStates().stream()
                .sorted((one, other) -> other.state().compareTo(one.state()))
                .forEach(it -> changed.replyState(it.reply(), it.state(), it.because()));
            return changed;
          });
    }
  }

  @Breaks({
    "what_is_told_of_an_earlier_sending_does_not_touch_a_later_one",
    "what_is_told_of_an_answer_that_nobody_sent_changes_nothing"
  })
  static final class NamesEveryAnswerAlike extends Broken {
    @Override
    protected ComplaintStore open() {
      ComplaintStore memory = new MemoryStore();
      return new ForwardingStore(memory) {
        @Override
        public CommitResult commit(Commit commit) {
          Commit changed = CommitCopy.without(commit, Part.REPLY_STATES);
          commit
              .replyStates()
              .forEach(
                  it ->
                      changed.replyState(
                          new MessageKey(it.reply().account(), "one"), it.state(), it.because()));
          return super.commit(changed);
        }

        @Override
        public void settleReply(OutboxEntry entry, DeliveryOutcome outcome) {
          super.settleReply(
              entry,
              outcome instanceof DeliveryOutcome.Sent
                  ? new DeliveryOutcome.Sent(new SentReply("one"))
                  : outcome);
        }
      };
    }
  }
}
