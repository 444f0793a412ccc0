package org.tanggap.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.ReporterId;
import org.tanggap.jurisdiction.Position;
import org.tanggap.store.Bookmark;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintPage;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.DeliveryOutcome;
import org.tanggap.store.Erasure;
import org.tanggap.store.LeftOut;
import org.tanggap.store.MemoryStore;
import org.tanggap.store.NewReply;
import org.tanggap.store.OutboxEntry;
import org.tanggap.store.OutboxState;
import org.tanggap.store.ReporterHandle;
import org.tanggap.store.StoredReply;
import org.tanggap.store.Watch;
import org.tanggap.testkit.CommitCopy.Part;

/** Stores that break one promise each. The contract must notice every one of them. */
final class BrokenStores {

  private BrokenStores() {}

  abstract static class Broken extends ComplaintStoreContract {

    @Override
    protected boolean durable() {
      return false;
    }
  }

  /** A store in memory whose commits are changed before they are written. */
  static ComplaintStore changing(UnaryOperator<Commit> change) {
    ComplaintStore memory = new MemoryStore();
    return new ForwardingStore(memory) {
      @Override
      public CommitResult commit(Commit commit) {
        return memory.commit(change.apply(commit));
      }
    };
  }

  @Breaks("a_commit_writes_everything_in_it")
  static final class LosesTheCursor extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(commit -> CommitCopy.without(commit, Part.CURSOR));
    }
  }

  @Breaks("a_commit_for_a_complaint_that_has_moved_on_writes_nothing")
  static final class ForgetsVersions extends Broken {
    @Override
    protected ComplaintStore open() {
      ComplaintStore memory = new MemoryStore();
      return new ForwardingStore(memory) {
        @Override
        public CommitResult commit(Commit commit) {
          Commit changed = CommitCopy.without(commit, Part.COMPLAINTS);
          for (Commit.Append add : commit.appends()) {
            Complaint stored = memory.find(add.id()).orElse(null);
            if (stored == null) {
              changed.append(add.complaint(), 0, add.watch());
            } else {
              Complaint forced = stored;
              for (ComplaintEvent event : add.events()) {
                forced = forced.after(event);
              }
              changed.append(forced, stored.version(), add.watch());
            }
          }
          return memory.commit(changed);
        }
      };
    }
  }

  @Breaks("a_commit_with_a_message_that_was_taken_writes_nothing")
  static final class TakesMessagesTwice extends Broken {
    @Override
    protected ComplaintStore open() {
      ComplaintStore memory = new MemoryStore();
      return new ForwardingStore(memory) {
        @Override
        public CommitResult commit(Commit commit) {
          Commit changed = CommitCopy.without(commit, Part.MESSAGES);
          commit
              .messages()
              .forEach(
                  (key, taken) -> {
                    if (memory.findKnown(List.of(key)).isEmpty()) {
                      changed.message(key, taken);
                    }
                  });
          return memory.commit(changed);
        }
      };
    }
  }

  @Breaks("a_refused_commit_leaves_no_identity_behind")
  static final class KeepsHalfOfARefusedCommit extends Broken {
    @Override
    protected ComplaintStore open() {
      ComplaintStore memory = new MemoryStore();
      return new ForwardingStore(memory) {
        @Override
        public CommitResult commit(Commit commit) {
          CommitResult result = memory.commit(commit);
          if (!(result instanceof CommitResult.Committed)) {
            Commit reporters = new Commit();
            commit.reporters().forEach(reporters::reporter);
            memory.commit(reporters);
          }
          return result;
        }
      };
    }
  }

  @Breaks("what_was_left_out_is_kept_once_for_each_account_and_place")
  static final class LeavesOutTwice extends Broken {
    @Override
    protected ComplaintStore open() {
      int[] entries = {0};
      return changing(
          commit -> {
            Commit changed = CommitCopy.without(commit, Part.LEFT_OUT);
            for (LeftOut entry : commit.leftOut()) {
              String where = entry.where() + "\u200b".repeat(entries[0]++);
              changed.leftOut(new LeftOut(entry.account(), where, entry.why(), entry.at()));
            }
            return changed;
          });
    }
  }

  @Breaks("pages_run_from_the_oldest_complaint_to_the_newest")
  static final class ListsTheNewestFirst extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public ComplaintPage list(ComplaintQuery query) {
          ComplaintPage page = super.list(query);
          List<Complaint> turned = new ArrayList<>(page.complaints());
          Collections.reverse(turned);
          return new ComplaintPage(turned, page.end());
        }
      };
    }
  }

  @Breaks("a_claimed_reply_is_nobody_elses_until_the_lease_ends")
  static final class KnowsNoLease extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public List<OutboxEntry> claimReplies(Instant now, Duration lease, int limit) {
          return super.claimReplies(now, Duration.ZERO, limit);
        }
      };
    }
  }

  @Breaks("a_settled_reply_never_comes_back")
  static final class ForgetsSettlements extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public void settleReply(OutboxEntry entry, DeliveryOutcome outcome) {}
      };
    }
  }

  /** A store in memory whose queries are changed, and whose pages may be. */
  private static ComplaintStore answering(UnaryOperator<ComplaintQuery> change) {
    return new ForwardingStore(new MemoryStore()) {
      @Override
      public ComplaintPage list(ComplaintQuery query) {
        return super.list(change.apply(query));
      }
    };
  }

  @Breaks("open_complaints_are_those_on_which_somebody_has_to_do_something")
  static final class ListsWhatIsFinished extends Broken {
    @Override
    protected ComplaintStore open() {
      return answering(
          query ->
              new ComplaintQuery(
                  false,
                  query.unit(),
                  query.area(),
                  query.category(),
                  query.bounds(),
                  query.reporter(),
                  query.order(),
                  query.after(),
                  query.limit()));
    }
  }

  @Breaks("an_area_holds_what_lies_below_it_and_no_namesake")
  static final class TakesNamesakesForParts extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public ComplaintPage list(ComplaintQuery query) {
          String code = query.area();
          if (code == null) {
            return super.list(query);
          }
          List<Complaint> found =
              super.list(ComplaintQuery.all()).complaints().stream()
                  .filter(complaint -> codeOf(complaint).startsWith(code))
                  .toList();
          return new ComplaintPage(found, null);
        }
      };
    }

    private static String codeOf(Complaint complaint) {
      return complaint.findJurisdiction().map(place -> place.smallest().code()).orElse("");
    }
  }

  @Breaks("a_box_holds_the_points_on_its_border_and_none_beyond")
  static final class LeavesOutTheBorder extends Broken {
    @Override
    protected ComplaintStore open() {
      return answering(
          query -> {
            ComplaintQuery.Bounds bounds = query.bounds();
            return bounds == null || bounds.northEast().latitude() >= 90
                ? query
                : query.within(
                    bounds.southWest(),
                    Position.of(
                        Math.nextDown(bounds.northEast().latitude()),
                        bounds.northEast().longitude()));
          });
    }
  }

  @Breaks("every_order_pages_through_everything_once")
  static final class ForgetsThePlaceAmongEquals extends Broken {

    private static final Set<ComplaintQuery.Order> BY_NUMBER =
        Set.of(ComplaintQuery.Order.RECEIVED, ComplaintQuery.Order.LATEST);

    @Override
    protected ComplaintStore open() {
      return answering(
          query -> {
            Bookmark after = query.after();
            return after == null || BY_NUMBER.contains(query.order())
                ? query
                : query.after(new Bookmark(after.key(), new ComplaintId(new UUID(-1, -1))));
          });
    }
  }

  @Breaks("the_latest_comes_first_and_pages_go_back_from_there")
  static final class ShowsTheOldestFirst extends Broken {
    @Override
    protected ComplaintStore open() {
      return answering(
          query ->
              query.order() == ComplaintQuery.Order.LATEST
                  ? query.by(ComplaintQuery.Order.RECEIVED)
                  : query);
    }
  }

  @Breaks("who_follows_the_changes_misses_none_while_others_write")
  static final class SkipsChanges extends Broken {
    @Override
    protected ComplaintStore open() {
      return answering(
          query -> {
            Bookmark after = query.after();
            return after == null || query.order() != ComplaintQuery.Order.CHANGED
                ? query
                : query.after(new Bookmark(after.key() + 1, after.id()));
          });
    }
  }

  @Breaks("a_complaint_is_claimed_when_its_time_has_come_and_not_before")
  static final class LooksTooEarly extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public List<Complaint> claimDue(Instant now, Duration lease, int limit) {
          return super.claimDue(now.plusMillis(1), lease, limit);
        }
      };
    }
  }

  @Breaks("a_claimed_complaint_is_nobody_elses_until_the_lease_ends")
  static final class KnowsNoLeaseOfClocks extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public List<Complaint> claimDue(Instant now, Duration lease, int limit) {
          return super.claimDue(now, Duration.ZERO, limit);
        }
      };
    }
  }

  @Breaks("nothing_is_noted_for_a_complaint_that_has_other_events_by_now")
  static final class NotesForTheOutdated extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public void watch(Complaint complaint, Watch watch) {
          find(complaint.id()).ifPresent(current -> super.watch(current, watch));
        }
      };
    }
  }

  @Breaks("a_person_is_found_by_the_handle_on_its_kind_of_channel")
  static final class MixesUpChannels extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public Map<ReporterHandle, ReporterId> findReporters(Collection<ReporterHandle> handles) {
          Map<ReporterHandle, ReporterId> found = new HashMap<>();
          for (ReporterHandle asked : handles) {
            for (String channel : List.of("sms", "contract", "mail")) {
              super.findReporters(List.of(new ReporterHandle(channel, asked.handle())))
                  .values()
                  .forEach(id -> found.put(asked, id));
            }
          }
          return found;
        }
      };
    }
  }

  @Breaks({
    "an_erasure_forgets_every_reference_to_the_same_handle_and_nobody_else",
    "two_who_turn_out_to_be_one_are_found_as_one_and_erased_together"
  })
  static final class ForgetsOneReferenceOnly extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public Erasure erase(ReporterId id, UnaryOperator<ComplaintEvent> redaction) {
          Commit others = new Commit();
          for (int number = 1; number < 10; number++) {
            ReporterId other = SampleComplaints.reporterId(number);
            if (!other.equals(id)) {
              findReporter(other).ifPresent(others::reporter);
            }
          }
          Erasure receipt = super.erase(id, redaction);
          commit(others);
          return receipt;
        }
      };
    }
  }

  @Breaks("nothing_that_can_be_read_holds_the_handle_the_name_or_the_words")
  static final class KeepsTheWords extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public Erasure erase(ReporterId id, UnaryOperator<ComplaintEvent> redaction) {
          return super.erase(id, event -> event);
        }
      };
    }
  }

  @Breaks("one_complaint_is_redacted_without_touching_another_or_its_person")
  static final class CountsWhatItDoesNotRedact extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public int redact(ComplaintId id, UnaryOperator<ComplaintEvent> redaction) {
          return super.redact(id, event -> event) + 1;
        }
      };
    }
  }

  @Breaks("answers_to_an_erased_person_are_emptied_and_those_that_wait_are_withdrawn")
  static final class AnswersTheErased extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(
          commit -> {
            Commit changed = CommitCopy.without(commit, Part.REPLIES);
            for (NewReply it : commit.replies()) {
              changed.reply(
                  new NewReply(it.id(), it.complaint(), it.inReplyTo(), null, it.text(), it.due()));
            }
            return changed;
          });
    }
  }

  @Breaks("a_writer_who_read_before_the_erasure_brings_no_words_back")
  static final class BelievesTheWriter extends Broken {
    @Override
    protected ComplaintStore open() {
      Map<ComplaintId, Complaint> written = new ConcurrentHashMap<>();
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public CommitResult commit(Commit commit) {
          CommitResult result = super.commit(commit);
          if (result instanceof CommitResult.Committed) {
            commit.appends().forEach(add -> written.put(add.id(), add.complaint()));
          }
          return result;
        }

        @Override
        public Erasure erase(ReporterId id, UnaryOperator<ComplaintEvent> redaction) {
          written.clear();
          return super.erase(id, redaction);
        }

        @Override
        public Optional<Complaint> find(ComplaintId id) {
          return Optional.ofNullable(written.get(id)).or(() -> super.find(id));
        }
      };
    }
  }

  @Breaks("a_settlement_that_comes_late_does_not_touch_what_is_tried_again")
  static final class LetsTheLateSettle extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public void settleReply(OutboxEntry entry, DeliveryOutcome outcome) {
          for (OutboxState state : OutboxState.values()) {
            for (StoredReply stored : listReplies(state, null, 100)) {
              if (stored.id().equals(entry.reply().id())) {
                super.settleReply(
                    new OutboxEntry(entry.reply(), entry.complaint(), stored.attempts(), 0, true),
                    outcome);
              }
            }
          }
        }
      };
    }
  }

  @Breaks("only_what_was_given_up_or_left_to_a_person_can_be_tried_again")
  static final class RetriesAnything extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public boolean retryReply(UUID id, Instant due) {
          super.retryReply(id, due);
          return true;
        }
      };
    }
  }

  @Breaks("answers_in_a_state_are_listed_in_pages_ordered_by_their_ids")
  static final class ListsAnswersFromTheBeginning extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public List<StoredReply> listReplies(OutboxState state, @Nullable UUID after, int limit) {
          return super.listReplies(state, null, limit);
        }
      };
    }
  }

  @Breaks("a_store_that_was_closed_and_opened_has_kept_everything")
  static final class SaysItIsDurable extends ComplaintStoreContract {
    @Override
    protected ComplaintStore open() {
      return new MemoryStore();
    }

    @Override
    protected boolean durable() {
      return true;
    }
  }
}
