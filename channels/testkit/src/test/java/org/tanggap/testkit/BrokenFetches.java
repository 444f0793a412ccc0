package org.tanggap.testkit;

import static org.tanggap.testkit.BrokenStores.changing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tanggap.complaint.MessageKey;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.MemoryStore;
import org.tanggap.store.PendingFetch;
import org.tanggap.testkit.BrokenStores.Broken;
import org.tanggap.testkit.CommitCopy.Part;

/** Stores that break a promise about announced messages. */
final class BrokenFetches {

  private BrokenFetches() {}

  @Breaks({
    "a_claimed_announcement_is_nobody_elses_until_the_lease_ends",
    "threads_that_claim_at_once_never_get_the_same_announcement"
  })
  static final class KnowsNoLeaseOfFetches extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public List<PendingFetch> claimFetches(Instant now, Duration lease, int limit) {
          return super.claimFetches(now, Duration.ZERO, limit);
        }
      };
    }
  }

  @Breaks("the_longest_due_announcements_are_claimed_first_and_no_more_than_asked_for")
  static final class ClaimsTheNewestFetchesFirst extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public List<PendingFetch> claimFetches(Instant now, Duration lease, int limit) {
          List<PendingFetch> turned = new ArrayList<>(super.claimFetches(now, lease, limit));
          Collections.reverse(turned);
          return turned;
        }
      };
    }
  }

  /** A store that postpones to another time. */
  private static ComplaintStore postponingBy(Duration more) {
    return new ForwardingStore(new MemoryStore()) {
      @Override
      public void postponeFetch(PendingFetch fetch, Instant due) {
        super.postponeFetch(fetch, due.plus(more));
      }
    };
  }

  @Breaks("what_is_fetched_later_comes_back_at_its_time")
  static final class FetchesTooEarly extends Broken {
    @Override
    protected ComplaintStore open() {
      return postponingBy(Duration.ofMillis(-1));
    }
  }

  @Breaks("what_is_fetched_soon_comes_back_before_the_lease_ends")
  static final class WaitsForTheLease extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public void postponeFetch(PendingFetch fetch, Instant due) {}
      };
    }
  }

  @Breaks("a_postponement_that_comes_late_changes_nothing")
  static final class LetsTheLatePostpone extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public void postponeFetch(PendingFetch fetch, Instant due) {
          for (int attempts = 1; attempts < 5; attempts++) {
            super.postponeFetch(new PendingFetch(fetch.announced(), attempts), due);
          }
        }
      };
    }
  }

  @Breaks("the_same_id_on_another_account_is_another_message")
  static final class FindsAnnouncementsByTheIdAlone extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public CommitResult commit(Commit commit) {
          Commit changed = CommitCopy.without(commit);
          for (MessageKey key : commit.fetched()) {
            changed.fetched(new MessageKey(SampleComplaints.account(2), key.externalId()));
          }
          return super.commit(changed);
        }
      };
    }
  }

  @Breaks("an_announced_message_is_claimed_with_all_that_is_needed_to_fetch_it")
  static final class ForgetsAnnouncements extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(commit -> CommitCopy.without(commit, Part.FETCHES));
    }
  }

  @Breaks({
    "what_was_fetched_is_not_claimed_again",
    "what_is_announced_and_fetched_in_one_commit_is_fetched"
  })
  static final class FetchesAgain extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(commit -> CommitCopy.without(commit, Part.FETCHED));
    }
  }

  /** Takes a repeated announcement for a new one. */
  @Breaks("what_is_announced_again_while_it_waits_waits_once_and_as_it_was")
  static final class AnnouncesAgain extends Broken {
    @Override
    protected ComplaintStore open() {
      ComplaintStore memory = new MemoryStore();
      return new ForwardingStore(memory) {
        @Override
        public CommitResult commit(Commit commit) {
          Commit first = new Commit();
          commit.fetches().forEach(announced -> first.fetched(announced.key()));
          memory.commit(first);
          return memory.commit(commit);
        }
      };
    }
  }

  @Breaks("a_refused_commit_announces_nothing_and_fetches_nothing")
  static final class FetchesInRefusedCommits extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public CommitResult commit(Commit commit) {
          CommitResult result = super.commit(commit);
          if (!(result instanceof CommitResult.Committed)) {
            Commit fetched = new Commit();
            commit.fetched().forEach(fetched::fetched);
            super.commit(fetched);
          }
          return result;
        }
      };
    }
  }

  @Breaks("an_announcement_is_no_message_that_was_taken")
  static final class TakesAnnouncementsForMessages extends Broken {
    @Override
    protected ComplaintStore open() {
      Set<MessageKey> announced = new HashSet<>();
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public CommitResult commit(Commit commit) {
          commit.fetches().forEach(it -> announced.add(it.key()));
          return commit.messages().keySet().stream()
              .filter(announced::contains)
              .findFirst()
              .<CommitResult>map(CommitResult.MessageTaken::new)
              .orElseGet(() -> super.commit(commit));
        }
      };
    }
  }
}
