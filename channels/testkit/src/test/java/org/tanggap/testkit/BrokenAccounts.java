package org.tanggap.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.AccountId;
import org.tanggap.store.AccountStanding;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.MemoryStore;
import org.tanggap.testkit.BrokenStores.Broken;
import org.tanggap.testkit.CommitCopy.Part;

/** Stores that break a promise about cursors or accounts. */
final class BrokenAccounts {

  private BrokenAccounts() {}

  /** A store that never minds where a cursor stands. */
  private static ComplaintStore movingAnyway() {
    ComplaintStore memory = new MemoryStore();
    return new ForwardingStore(memory) {
      @Override
      public CommitResult commit(Commit commit) {
        Commit changed = CommitCopy.without(commit, Part.CURSOR);
        Commit.CursorMove move = commit.cursor();
        if (move != null) {
          Cursor stands = memory.findCursor(move.account()).orElse(null);
          changed.cursor(move.account(), stands, move.to());
        }
        return memory.commit(changed);
      }
    };
  }

  @Breaks({
    "a_cursor_moves_only_from_where_it_stands",
    "an_account_without_a_cursor_moves_from_nowhere_else",
    "of_threads_that_move_the_same_cursor_exactly_one_wins"
  })
  static final class MovesCursorsAnyway extends Broken {
    @Override
    protected ComplaintStore open() {
      return movingAnyway();
    }
  }

  @Breaks("a_commit_whose_cursor_has_moved_writes_nothing")
  static final class WritesTheRestThoughTheCursorMoved extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public CommitResult commit(Commit commit) {
          CommitResult result = super.commit(commit);
          if (result instanceof CommitResult.CursorMoved) {
            super.commit(CommitCopy.without(commit, Part.CURSOR));
          }
          return result;
        }
      };
    }
  }

  @Breaks("messages_are_looked_at_before_complaints_and_complaints_before_the_cursor")
  static final class LooksAtTheCursorFirst extends Broken {
    @Override
    protected ComplaintStore open() {
      ComplaintStore memory = new MemoryStore();
      return new ForwardingStore(memory) {
        @Override
        public CommitResult commit(Commit commit) {
          Commit.CursorMove move = commit.cursor();
          if (move != null
              && !memory.findCursor(move.account()).equals(Optional.ofNullable(move.from()))) {
            return new CommitResult.CursorMoved(move.account());
          }
          return memory.commit(commit);
        }
      };
    }
  }

  /** A store whose standings are changed before they are noted. */
  private static ComplaintStore noting(UnaryOperator<AccountStanding> change) {
    return new ForwardingStore(new MemoryStore()) {
      @Override
      public boolean settleAccount(AccountStanding standing) {
        return super.settleAccount(change.apply(standing));
      }
    };
  }

  private static AccountStanding with(
      AccountStanding it, Instant nextPoll, AccountStanding.@Nullable Problem problem) {
    return new AccountStanding(
        it.account(),
        it.claim(),
        nextPoll,
        it.failures(),
        it.lastSuccess(),
        it.lastMessage(),
        problem);
  }

  @Breaks({
    "a_claimed_account_is_nobody_elses_until_the_lease_ends",
    "of_threads_that_claim_an_account_exactly_one_gets_it"
  })
  static final class KnowsNoLeaseOfAccounts extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public Optional<AccountStanding> claimAccount(
            AccountId account, Instant now, Duration lease) {
          return super.claimAccount(account, now, Duration.ZERO);
        }
      };
    }
  }

  @Breaks("an_account_that_is_unknown_is_due_and_nothing_is_known_of_it")
  static final class KnowsTheAccountsItHasSeen extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public Optional<AccountStanding> claimAccount(
            AccountId account, Instant now, Duration lease) {
          return listAccounts().isEmpty() && findCursor(account).isEmpty()
              ? Optional.empty()
              : super.claimAccount(account, now, lease);
        }
      };
    }
  }

  @Breaks("accounts_are_claimed_each_by_itself")
  static final class MixesUpAccounts extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public Optional<AccountStanding> claimAccount(
            AccountId account, Instant now, Duration lease) {
          return super.claimAccount(SampleComplaints.ACCOUNT, now, lease);
        }
      };
    }
  }

  @Breaks({
    "an_account_is_not_claimed_before_its_time_and_at_once_when_it_has_come",
    "the_next_time_between_two_milliseconds_is_never_early_and_kept_to_the_millisecond"
  })
  static final class PollsTooEarly extends Broken {
    @Override
    protected ComplaintStore open() {
      return noting(it -> with(it, it.nextPoll().minusMillis(1), it.problem()));
    }
  }

  @Breaks("an_account_is_not_claimed_before_its_time_and_at_once_when_it_has_come")
  static final class KeepsTheLeaseOfWhatIsSettled extends Broken {
    @Override
    protected ComplaintStore open() {
      Map<AccountId, Instant> leased = new ConcurrentHashMap<>();
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public Optional<AccountStanding> claimAccount(
            AccountId account, Instant now, Duration lease) {
          if (leased.getOrDefault(account, Instant.MIN).isAfter(now)) {
            return Optional.empty();
          }
          leased.put(account, now.plus(lease));
          return super.claimAccount(account, now, lease);
        }
      };
    }
  }

  @Breaks("how_an_account_stands_is_listed_and_claimed_as_it_was_noted")
  static final class ForgetsProblems extends Broken {
    @Override
    protected ComplaintStore open() {
      return noting(it -> with(it, it.nextPoll(), null));
    }
  }

  @Breaks("every_kind_of_problem_can_be_noted_and_one_that_has_ended_is_gone")
  static final class KeepsProblems extends Broken {
    @Override
    protected ComplaintStore open() {
      AccountStanding.@Nullable Problem[] last = {null};
      return noting(
          it -> {
            last[0] = it.problem() == null ? last[0] : it.problem();
            return with(it, it.nextPoll(), last[0]);
          });
    }
  }

  @Breaks("nothing_is_noted_for_an_account_that_somebody_else_has_claimed_since")
  static final class LetsTheLateNote extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public boolean settleAccount(AccountStanding standing) {
          for (AccountStanding now : listAccounts()) {
            if (now.account().equals(standing.account())) {
              return super.settleAccount(
                  new AccountStanding(
                      standing.account(),
                      now.claim(),
                      standing.nextPoll(),
                      standing.failures(),
                      standing.lastSuccess(),
                      standing.lastMessage(),
                      standing.problem()));
            }
          }
          return false;
        }
      };
    }
  }

  @Breaks("nothing_is_noted_for_an_account_that_nobody_claimed")
  static final class NotesWhatNobodyClaimed extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public boolean settleAccount(AccountStanding standing) {
          return super.settleAccount(standing)
              || claimAccount(standing.account(), standing.nextPoll(), Duration.ZERO).isPresent();
        }
      };
    }
  }

  @Breaks("a_claim_whose_lease_is_over_can_be_settled_as_long_as_nobody_else_has_one")
  static final class NotesNothing extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public boolean settleAccount(AccountStanding standing) {
          return false;
        }
      };
    }
  }

  @Breaks("accounts_are_listed_by_their_text_form_if_they_were_ever_claimed")
  static final class ListsAccountsBackwards extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public List<AccountStanding> listAccounts() {
          List<AccountStanding> turned = new ArrayList<>(super.listAccounts());
          Collections.reverse(turned);
          return turned;
        }
      };
    }
  }

  /** Counts the same claim for ever. */
  @Breaks("a_claimed_account_is_nobody_elses_until_the_lease_ends")
  static final class DoesNotNumberClaims extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public Optional<AccountStanding> claimAccount(
            AccountId account, Instant now, Duration lease) {
          return super.claimAccount(account, now, lease)
              .map(
                  it ->
                      new AccountStanding(
                          it.account(),
                          1,
                          it.nextPoll(),
                          it.failures(),
                          it.lastSuccess(),
                          it.lastMessage(),
                          it.problem()));
        }
      };
    }
  }
}
