package org.tanggap.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.DeliveryOutcome;
import org.tanggap.store.LeftOut;
import org.tanggap.store.MemoryStore;
import org.tanggap.store.OutboxEntry;

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
  private static ComplaintStore changing(UnaryOperator<Commit> change) {
    ComplaintStore memory = new MemoryStore();
    return new ForwardingStore(memory) {
      @Override
      public CommitResult commit(Commit commit) {
        return memory.commit(change.apply(commit));
      }
    };
  }

  /** A copy of a commit without its complaints, messages and cursor. */
  private static Commit restOf(Commit commit) {
    Commit rest = new Commit();
    commit.reporters().forEach(rest::reporter);
    commit.replies().forEach(rest::reply);
    commit.leftOut().forEach(rest::leftOut);
    return rest;
  }

  private static void copyCursor(Commit from, Commit to) {
    Commit.CursorMove move = from.cursor();
    if (move != null) {
      to.cursor(move.account(), move.cursor());
    }
  }

  private static void copyComplaints(Commit from, Commit to) {
    from.messages().forEach(to::message);
    from.appends().forEach(add -> to.append(add.id(), add.expectedVersion(), add.events()));
  }

  static final class LosesTheCursor extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(
          commit -> {
            Commit changed = restOf(commit);
            copyComplaints(commit, changed);
            return changed;
          });
    }
  }

  static final class ForgetsVersions extends Broken {
    @Override
    protected ComplaintStore open() {
      ComplaintStore memory = new MemoryStore();
      return new ForwardingStore(memory) {
        @Override
        public CommitResult commit(Commit commit) {
          Commit changed = restOf(commit);
          commit.messages().forEach(changed::message);
          copyCursor(commit, changed);
          for (Commit.Append add : commit.appends()) {
            int version = memory.find(add.id()).map(Complaint::version).orElse(0);
            changed.append(add.id(), version, add.events());
          }
          return memory.commit(changed);
        }
      };
    }
  }

  static final class TakesMessagesTwice extends Broken {
    @Override
    protected ComplaintStore open() {
      ComplaintStore memory = new MemoryStore();
      return new ForwardingStore(memory) {
        @Override
        public CommitResult commit(Commit commit) {
          Commit changed = restOf(commit);
          copyCursor(commit, changed);
          commit
              .messages()
              .forEach(
                  (key, taken) -> {
                    if (memory.findKnown(List.of(key)).isEmpty()) {
                      changed.message(key, taken);
                    }
                  });
          commit
              .appends()
              .forEach(add -> changed.append(add.id(), add.expectedVersion(), add.events()));
          return memory.commit(changed);
        }
      };
    }
  }

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

  static final class LeavesOutTwice extends Broken {
    @Override
    protected ComplaintStore open() {
      int[] entries = {0};
      return changing(
          commit -> {
            Commit changed = new Commit();
            copyComplaints(commit, changed);
            copyCursor(commit, changed);
            commit.reporters().forEach(changed::reporter);
            commit.replies().forEach(changed::reply);
            for (LeftOut entry : commit.leftOut()) {
              String where = entry.where() + "\u200b".repeat(entries[0]++);
              changed.leftOut(new LeftOut(entry.account(), where, entry.why(), entry.at()));
            }
            return changed;
          });
    }
  }

  static final class ListsTheNewestFirst extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public List<Complaint> list(@Nullable ComplaintId after, int limit) {
          List<Complaint> turned = new ArrayList<>(super.list(after, limit));
          Collections.reverse(turned);
          return turned;
        }
      };
    }
  }

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

  static final class ForgetsSettlements extends Broken {
    @Override
    protected ComplaintStore open() {
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public void settleReply(OutboxEntry entry, DeliveryOutcome outcome) {}
      };
    }
  }

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
