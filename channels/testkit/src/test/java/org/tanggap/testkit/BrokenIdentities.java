package org.tanggap.testkit;

import static org.tanggap.testkit.BrokenStores.changing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.ReporterId;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.Erasure;
import org.tanggap.store.KnownMessage;
import org.tanggap.store.KnownReporter;
import org.tanggap.store.MemoryStore;
import org.tanggap.store.NewReply;
import org.tanggap.store.OutboxEntry;
import org.tanggap.store.ReporterHandle;
import org.tanggap.testkit.BrokenStores.Broken;
import org.tanggap.testkit.CommitCopy.Part;

/** Stores that break a promise about handles, wishes or what an erasure takes of conversations. */
final class BrokenIdentities {

  private BrokenIdentities() {}

  @Breaks("a_person_with_a_new_handle_is_known_by_it_under_every_reference")
  static final class RenamesNobody extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(commit -> CommitCopy.without(commit, Part.IDENTITIES));
    }
  }

  @Breaks("a_person_with_a_new_handle_is_known_by_it_under_every_reference")
  static final class RenamesOneReferenceOnly extends Broken {
    @Override
    protected ComplaintStore open() {
      ComplaintStore memory = new MemoryStore();
      return new ForwardingStore(memory) {
        @Override
        public CommitResult commit(Commit commit) {
          Commit changed = CommitCopy.without(commit, Part.IDENTITIES);
          for (Commit.IdentityChange it : commit.identities()) {
            for (ReporterId id : memory.findReporters(List.of(it.former())).values()) {
              changed.reporter(new KnownReporter(id, it.former().channel(), it.person()));
            }
          }
          return super.commit(changed);
        }
      };
    }
  }

  @Breaks("a_new_handle_is_nobody_elses_and_counts_on_its_kind_of_channel_only")
  static final class RenamesOnEveryChannel extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(
          commit -> {
            Commit changed = CommitCopy.without(commit);
            for (Commit.IdentityChange it : commit.identities()) {
              for (String channel : List.of("sms", "whatsapp")) {
                changed.identity(new ReporterHandle(channel, it.former().handle()), it.person());
              }
            }
            return changed;
          });
    }
  }

  @Breaks("a_new_handle_of_somebody_unknown_changes_nothing")
  static final class MeetsWhomItRenames extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(
          commit -> {
            Commit changed = CommitCopy.without(commit);
            for (Commit.IdentityChange it : commit.identities()) {
              changed.reporter(
                  new KnownReporter(
                      SampleComplaints.reporterId(77), it.former().channel(), it.person()));
            }
            return changed;
          });
    }
  }

  @Breaks("handles_that_change_in_one_commit_change_in_order")
  static final class RenamesInTheWrongOrder extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(
          commit -> {
            List<Commit.IdentityChange> turned = new ArrayList<>(commit.identities());
            Collections.reverse(turned);
            Commit changed = CommitCopy.without(commit, Part.IDENTITIES);
            turned.forEach(it -> changed.identity(it.former(), it.person()));
            return changed;
          });
    }
  }

  /** Writes these parts of a commit by themselves, before or after the rest. */
  private static ComplaintStore apart(boolean before, Part... parts) {
    List<Part> others = new ArrayList<>(List.of(Part.values()));
    others.removeAll(List.of(parts));
    return new ForwardingStore(new MemoryStore()) {
      @Override
      public CommitResult commit(Commit commit) {
        Commit these = CommitCopy.without(commit, others.toArray(new Part[0]));
        Commit rest = CommitCopy.without(commit, parts);
        if (before) {
          super.commit(these);
          return super.commit(rest);
        }
        CommitResult result = super.commit(rest);
        super.commit(these);
        return result;
      }
    };
  }

  @Breaks("a_person_who_is_met_and_renamed_in_one_commit_has_the_new_handle")
  static final class RenamesBeforeItMeets extends Broken {
    @Override
    protected ComplaintStore open() {
      return apart(true, Part.IDENTITIES);
    }
  }

  @Breaks("a_refused_commit_renames_nobody_and_notes_no_wish")
  static final class RenamesInRefusedCommits extends Broken {
    @Override
    protected ComplaintStore open() {
      return apart(false, Part.IDENTITIES);
    }
  }

  @Breaks("the_last_wish_of_a_commit_counts_also_of_who_becomes_known_by_it")
  static final class NotesWishesBeforeItMeets extends Broken {
    @Override
    protected ComplaintStore open() {
      return apart(true, Part.WISHES);
    }
  }

  @Breaks("a_wish_beside_a_change_of_handle_counts_by_either_handle")
  static final class NotesWishesByTheNewHandleOnly extends Broken {
    @Override
    protected ComplaintStore open() {
      return apart(false, Part.WISHES);
    }
  }

  @Breaks("a_wish_counts_for_answers_that_wait_already")
  static final class HearsNoWishes extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(commit -> CommitCopy.without(commit, Part.WISHES));
    }
  }

  @Breaks({
    "who_wants_no_answers_is_told_with_each_until_they_are_wanted_again",
    "a_wish_goes_with_the_person_to_the_new_handle"
  })
  static final class NeverHearsThemAgain extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(
          commit -> {
            Commit changed = CommitCopy.without(commit, Part.WISHES);
            commit
                .answersWanted()
                .forEach(
                    (handle, wanted) -> {
                      if (!wanted) {
                        changed.answersWanted(handle, false);
                      }
                    });
            return changed;
          });
    }
  }

  /** Keeps wishes by handle, whoever has it, and whether anybody has. */
  @Breaks("a_wish_of_somebody_unknown_is_not_kept")
  static final class KeepsWishesByHandle extends Broken {
    @Override
    protected ComplaintStore open() {
      Map<String, Boolean> wishes = new HashMap<>();
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public CommitResult commit(Commit commit) {
          commit.answersWanted().forEach((handle, wish) -> wishes.put(handle.handle(), wish));
          return super.commit(CommitCopy.without(commit, Part.WISHES));
        }

        @Override
        public List<OutboxEntry> claimReplies(Instant now, Duration lease, int limit) {
          return super.claimReplies(now, lease, limit).stream()
              .map(
                  entry -> {
                    Reporter person = entry.reply().to().reporter();
                    boolean wanted = person == null || wishes.getOrDefault(person.handle(), true);
                    return wanting(entry, wanted);
                  })
              .toList();
        }
      };
    }
  }

  private static OutboxEntry wanting(OutboxEntry entry, boolean wanted) {
    return new OutboxEntry(
        entry.reply(), entry.complaint(), entry.attempts(), entry.failures(), wanted);
  }

  /** Keeps a wish by the reference that was found at that moment. */
  @Breaks({
    "a_wish_counts_for_references_that_come_later_and_survives_a_correction",
    "answers_to_nobody_and_to_the_erased_are_wanted"
  })
  static final class KeepsWishesByReference extends Broken {
    @Override
    protected ComplaintStore open() {
      Set<ReporterId> references = new HashSet<>();
      Map<Object, ReporterId> writtenTo = new HashMap<>();
      ComplaintStore memory = new MemoryStore();
      return new ForwardingStore(memory) {
        @Override
        public CommitResult commit(Commit commit) {
          CommitResult result = super.commit(CommitCopy.without(commit, Part.WISHES));
          for (NewReply reply : commit.replies()) {
            writtenTo.put(reply.id(), reply.reporter());
          }
          commit
              .answersWanted()
              .forEach(
                  (handle, wanted) ->
                      memory
                          .findReporters(List.of(handle))
                          .values()
                          .forEach(
                              id -> {
                                if (wanted) {
                                  references.remove(id);
                                } else {
                                  references.add(id);
                                }
                              }));
          return result;
        }

        @Override
        public List<OutboxEntry> claimReplies(Instant now, Duration lease, int limit) {
          return super.claimReplies(now, lease, limit).stream()
              .map(entry -> wanting(entry, !references.contains(writtenTo.get(entry.reply().id()))))
              .toList();
        }
      };
    }
  }

  @Breaks("an_answer_goes_to_the_handle_that_the_person_has_by_now")
  static final class WritesToTheHandleOfThen extends Broken {
    @Override
    protected ComplaintStore open() {
      Map<Object, Reporter> then = new HashMap<>();
      ComplaintStore memory = new MemoryStore();
      return new ForwardingStore(memory) {
        @Override
        public CommitResult commit(Commit commit) {
          CommitResult result = super.commit(commit);
          for (NewReply reply : commit.replies()) {
            Optional.ofNullable(reply.reporter())
                .flatMap(memory::findReporter)
                .ifPresent(person -> then.put(reply.id(), person.reporter()));
          }
          return result;
        }

        @Override
        public List<OutboxEntry> claimReplies(Instant now, Duration lease, int limit) {
          return super.claimReplies(now, lease, limit).stream().map(this::toThem).toList();
        }

        private OutboxEntry toThem(OutboxEntry entry) {
          Reply reply = entry.reply();
          ReplyTarget to =
              new ReplyTarget(
                  reply.to().message(),
                  reply.to().sentAt(),
                  then.get(reply.id()),
                  reply.to().hint());
          return new OutboxEntry(
              new Reply(reply.id(), to, reply.text(), reply.photos(), reply.mayBeSent()),
              entry.complaint(),
              entry.attempts(),
              entry.failures(),
              entry.answersWanted());
        }
      };
    }
  }

  @Breaks("a_new_handle_may_hold_any_character")
  static final class CutsHandlesAtOddCharacters extends Broken {
    @Override
    protected ComplaintStore open() {
      return changing(
          commit -> {
            Commit changed = CommitCopy.without(commit, Part.IDENTITIES);
            for (Commit.IdentityChange it : commit.identities()) {
              String handle = it.person().handle();
              int end = handle.indexOf('\0');
              changed.identity(
                  it.former(),
                  new Reporter(end < 0 ? handle : handle.substring(0, end), it.person().name()));
            }
            return changed;
          });
    }
  }

  /** A store that shows these hints though they are empty by now. */
  private static ComplaintStore showing(Predicate<MessageKey> still) {
    Map<MessageKey, KnownMessage> taken = new HashMap<>();
    return new ForwardingStore(new MemoryStore()) {
      @Override
      public CommitResult commit(Commit commit) {
        taken.putAll(commit.messages());
        return super.commit(commit);
      }

      @Override
      public Map<MessageKey, KnownMessage> findKnown(Collection<MessageKey> keys) {
        Map<MessageKey, KnownMessage> known = new HashMap<>(super.findKnown(keys));
        known.replaceAll((key, now) -> still.test(key) ? taken.getOrDefault(key, now) : now);
        return known;
      }
    };
  }

  @Breaks("what_was_noted_for_answering_an_erased_person_is_emptied")
  static final class KeepsWhatWasNoted extends Broken {
    @Override
    protected ComplaintStore open() {
      return showing(key -> true);
    }
  }

  @Breaks("every_message_to_a_complaint_is_its_reporters_unless_its_history_says_otherwise")
  static final class KeepsWhatWasNotedOfLaterMessages extends Broken {
    @Override
    protected ComplaintStore open() {
      return showing(key -> !key.equals(SampleComplaints.key(1)));
    }
  }

  /** Empties every hint at each erasure. */
  @Breaks({
    "what_was_noted_for_answering_others_on_the_same_complaint_stays",
    "what_was_noted_for_answering_a_follower_is_emptied_with_the_follower_alone"
  })
  static final class ForgetsWhatWasNotedOfOthers extends Broken {
    @Override
    protected ComplaintStore open() {
      boolean[] erased = {false};
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public Erasure erase(ReporterId id, UnaryOperator<ComplaintEvent> redaction) {
          erased[0] = true;
          return super.erase(id, redaction);
        }

        @Override
        public Map<MessageKey, KnownMessage> findKnown(Collection<MessageKey> keys) {
          Map<MessageKey, KnownMessage> known = new HashMap<>(super.findKnown(keys));
          if (erased[0]) {
            known.replaceAll(
                (key, it) -> new KnownMessage(it.complaint(), it.digest(), it.sentAt(), ""));
          }
          return known;
        }
      };
    }
  }

  @Breaks("the_photos_of_answers_to_an_erased_person_are_taken_away")
  static final class KeepsPhotos extends Broken {
    @Override
    protected ComplaintStore open() {
      Map<Object, List<Photo>> photos = new HashMap<>();
      return new ForwardingStore(new MemoryStore()) {
        @Override
        public CommitResult commit(Commit commit) {
          commit.replies().forEach(reply -> photos.put(reply.id(), reply.photos()));
          return super.commit(commit);
        }

        @Override
        public List<OutboxEntry> claimReplies(Instant now, Duration lease, int limit) {
          return super.claimReplies(now, lease, limit).stream()
              .map(
                  entry -> {
                    Reply it = entry.reply();
                    List<Photo> kept = photos.getOrDefault(it.id(), List.of());
                    return new OutboxEntry(
                        new Reply(it.id(), it.to(), it.text(), kept, it.mayBeSent()),
                        entry.complaint(),
                        entry.attempts(),
                        entry.failures(),
                        entry.answersWanted());
                  })
              .toList();
        }
      };
    }
  }
}
