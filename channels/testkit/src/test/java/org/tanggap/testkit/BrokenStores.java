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
    from.appends().forEach(add -> to.append(add.complaint(), add.expectedVersion(), add.watch()));
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
              .forEach(add -> changed.append(add.complaint(), add.expectedVersion(), add.watch()));
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
        public ComplaintPage list(ComplaintQuery query) {
          ComplaintPage page = super.list(query);
          List<Complaint> turned = new ArrayList<>(page.complaints());
          Collections.reverse(turned);
          return new ComplaintPage(turned, page.end());
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

  /** A store in memory whose queries are changed, and whose pages may be. */
  private static ComplaintStore answering(UnaryOperator<ComplaintQuery> change) {
    return new ForwardingStore(new MemoryStore()) {
      @Override
      public ComplaintPage list(ComplaintQuery query) {
        return super.list(change.apply(query));
      }
    };
  }

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

  static final class ForgetsThePlaceAmongEquals extends Broken {
    @Override
    protected ComplaintStore open() {
      return answering(
          query -> {
            Bookmark after = query.after();
            return after == null || query.order() == ComplaintQuery.Order.RECEIVED
                ? query
                : query.after(new Bookmark(after.key(), new ComplaintId(new UUID(-1, -1))));
          });
    }
  }

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

  static final class AnswersTheErased extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(
          commit -> {
            Commit changed = new Commit();
            copyComplaints(commit, changed);
            copyCursor(commit, changed);
            commit.reporters().forEach(changed::reporter);
            commit.leftOut().forEach(changed::leftOut);
            for (NewReply it : commit.replies()) {
              changed.reply(
                  new NewReply(it.id(), it.complaint(), it.inReplyTo(), null, it.text(), it.due()));
            }
            return changed;
          });
    }
  }

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
                    new OutboxEntry(entry.reply(), entry.complaint(), stored.attempts()), outcome);
              }
            }
          }
        }
      };
    }
  }

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
