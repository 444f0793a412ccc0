package org.tanggap.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Conversation;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Decision;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.ReporterId;
import org.tanggap.store.Commit;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.KnownMessage;
import org.tanggap.store.KnownReporter;
import org.tanggap.store.LeftOut;
import org.tanggap.store.OutboxState;
import org.tanggap.store.ReporterHandle;

/** One page of messages on its way into one commit. */
final class IntakeBatch implements Conversations.BatchView {

  /** Before the digest of a message that came as an edition first. */
  private static final String EDITED_FIRST = "edited ";

  private final AccountId account;
  private final ComplaintStore store;
  private final ComplaintOpening opening;
  private final Lifecycle lifecycle;
  private final Conversations conversations;
  private final Instant now;
  private final Commit commit = new Commit();
  private final Map<MessageKey, KnownMessage> known = new HashMap<>();
  private final Map<ReporterHandle, ReporterId> reporters = new HashMap<>();
  private final Map<ComplaintId, Touched> touched = new LinkedHashMap<>();

  /** A complaint that this batch has opened or changed. */
  private record Touched(int storedVersion, Complaint complaint) {}

  IntakeBatch(AccountId account, FeedbackDeskBuilder parts, ComplaintOpening opening, Instant now) {
    this.account = account;
    this.store = parts.store();
    this.opening = opening;
    this.lifecycle = parts.lifecycle;
    this.conversations = new Conversations(store, parts.joinWithin, account, now, this);
    this.now = now;
  }

  List<Intake> takeAll(List<ChannelMessage> messages) {
    Set<MessageKey> keys = new HashSet<>();
    Set<ReporterHandle> handles = new HashSet<>();
    messages.forEach(message -> collect(message, keys, handles));
    known.putAll(store.findKnown(keys));
    reporters.putAll(store.findReporters(handles));
    return messages.stream().map(this::take).toList();
  }

  private void collect(ChannelMessage message, Set<MessageKey> keys, Set<ReporterHandle> handles) {
    if (message instanceof ChannelMessage.NewReport m) {
      keys.add(m.key());
      collect(m.report(), m.conversation(), keys, handles);
    } else if (message instanceof ChannelMessage.Edited m) {
      keys.add(m.key());
      collect(m.report(), m.conversation(), keys, handles);
    } else if (message instanceof ChannelMessage.Deleted m) {
      keys.add(m.key());
    } else if (message instanceof ChannelMessage.ReplyStatus m) {
      keys.add(m.reply());
    } else if (message instanceof ChannelMessage.NeedsFetch m) {
      keys.add(m.key());
    } else if (message instanceof ChannelMessage.AnswersWanted m) {
      handles.add(handle(m.person()));
    }
  }

  private void collect(
      Report report, Conversation conversation, Set<MessageKey> keys, Set<ReporterHandle> handles) {
    if (conversation.answers() != null) {
      keys.add(conversation.answers());
    }
    if (report.reporter() != null) {
      handles.add(handle(report.reporter()));
    }
  }

  private ReporterHandle handle(Reporter person) {
    return new ReporterHandle(account.kind(), person.handle());
  }

  private Intake take(ChannelMessage message) {
    if (message instanceof ChannelMessage.NewReport m) {
      return takeNew(m);
    } else if (message instanceof ChannelMessage.Edited m) {
      return takeEdited(m);
    } else if (message instanceof ChannelMessage.Deleted m) {
      return takeDeleted(m);
    } else if (message instanceof ChannelMessage.ReplyStatus m) {
      return takeStatus(m);
    } else if (message instanceof ChannelMessage.IdentityChanged m) {
      commit.identity(new ReporterHandle(account.kind(), m.formerHandle()), m.person());
      return new Intake.Noted();
    } else if (message instanceof ChannelMessage.AnswersWanted m) {
      keepReporter(m.person());
      commit.answersWanted(handle(m.person()), m.wantsAnswers());
      return new Intake.Noted();
    } else if (message instanceof ChannelMessage.NeedsFetch m) {
      return takeAnnouncement(m);
    } else if (message instanceof ChannelMessage.Malformed m) {
      return reject(m.where(), m.problem());
    } else if (message instanceof ChannelMessage.Unsupported m) {
      return reject(m.where(), "the channel does not take this: " + m.what());
    } else if (message instanceof ChannelMessage.Ignored m) {
      return new Intake.Ignored(m.where(), m.reason());
    }
    throw new AssertionError("a message without a way: " + message.getClass());
  }

  private Intake takeNew(ChannelMessage.NewReport message) {
    String digest = ContentDigest.of(message.report());
    KnownMessage before = known.get(message.key());
    if (before == null) {
      return takeUnknown(message.key(), message.report(), message.conversation(), digest);
    } else if (before.isOurs()) {
      return own(message.key());
    } else if (before.digest().equals(digest) || before.digest().startsWith(EDITED_FIRST)) {
      return new Intake.AlreadyKnown(before.complaint());
    }
    return conflict(message.key(), before);
  }

  private Intake takeUnknown(
      MessageKey key, Report report, Conversation conversation, String digest) {
    ReporterId author = report.reporter() == null ? null : reporters.get(handle(report.reporter()));
    Optional<Conversations.Belonging> belonging =
        conversations.find(report, conversation, answered(conversation), author);
    if (belonging.isPresent()) {
      Optional<Complaint> joined = join(belonging.get(), key, report, "");
      if (joined.isPresent()) {
        know(key, joined.get().id(), digest, report, conversation);
        return new Intake.Added(joined.get());
      }
    }
    if (report.isEmpty() && !conversation.chat()) {
      return reject(key.externalId(), "the report has no text and no photo: nothing to work on");
    } else if (report.isEmpty() && !report.location().tellsPlace()) {
      return reject(key.externalId(), "the message is empty: nothing to work on");
    }
    Complaint complaint = opening.open(key, report, keepReporter(report.reporter()), now);
    touch(0, complaint);
    know(key, complaint.id(), digest, report, conversation);
    opening.findReceipt(complaint, now).ifPresent(commit::reply);
    return new Intake.Accepted(complaint);
  }

  private @Nullable Complaint answered(Conversation conversation) {
    MessageKey answers = conversation.answers();
    KnownMessage message = answers == null ? null : known.get(answers);
    return message == null ? null : find(message.complaint()).orElse(null);
  }

  @Override
  public List<Complaint> listOpened() {
    return touched.values().stream()
        .filter(it -> it.storedVersion() == 0)
        .map(Touched::complaint)
        .toList();
  }

  @Override
  public Optional<Complaint> find(ComplaintId id) {
    Touched here = touched.get(id);
    return here == null ? store.find(id) : Optional.of(here.complaint());
  }

  /** Adds a message to a complaint, if its rules allow that. */
  private Optional<Complaint> join(
      Conversations.Belonging belonging, MessageKey key, Report report, String edition) {
    Command.AddMessage command =
        new Command.AddMessage(key, report.text(), report.photos(), report.location(), edition);
    Complaint before = belonging.complaint();
    Actor author = belonging.asReporter() ? Actor.reporter() : Actor.follower();
    return carryOut(before, command, author)
        .map(
            after ->
                belonging.asReporter() ? opening.complete(after, report, after.changed()) : after)
        .map(after -> touch(before.version(), after));
  }

  private Optional<Complaint> carryOut(Complaint complaint, Command command, Actor by) {
    Decision decision = lifecycle.decide(complaint, command, by, now);
    return decision instanceof Decision.Allowed allowed
        ? Optional.of(complaint.after(allowed.event()))
        : Optional.empty();
  }

  private Complaint touch(int versionBefore, Complaint complaint) {
    touched.merge(
        complaint.id(),
        new Touched(versionBefore, complaint),
        (first, next) -> new Touched(first.storedVersion(), next.complaint()));
    return complaint;
  }

  private void know(
      MessageKey key,
      ComplaintId complaint,
      String digest,
      Report report,
      Conversation conversation) {
    Instant sent = report.sentAt() == null || report.sentAt().isAfter(now) ? now : report.sentAt();
    KnownMessage taken = new KnownMessage(complaint, digest, sent, conversation.hint());
    known.put(key, taken);
    commit.message(key, taken);
  }

  private Intake takeEdited(ChannelMessage.Edited message) {
    MessageKey key = message.key();
    String digest = ContentDigest.of(message.report());
    KnownMessage before = known.get(key);
    if (before == null) {
      return takeUnknown(key, message.report(), message.conversation(), EDITED_FIRST + digest);
    } else if (before.isOurs()) {
      return own(key);
    } else if (before.digest().equals(EDITED_FIRST + digest)) {
      return new Intake.AlreadyKnown(before.complaint());
    }
    Complaint complaint = find(before.complaint()).orElse(null);
    if (complaint == null || Conversations.hasEdition(complaint, key, message.edition())) {
      return new Intake.AlreadyKnown(before.complaint());
    }
    Conversations.Belonging belonging =
        new Conversations.Belonging(complaint, isReporters(complaint, key));
    return join(belonging, key, message.report(), message.edition())
        .<Intake>map(Intake.Added::new)
        .orElseGet(
            () ->
                reject(
                    key.externalId(),
                    "the message was changed when complaint "
                        + complaint.id()
                        + " could no longer take it"));
  }

  /** Whether the reporter wrote a message, rather than a follower. */
  private static boolean isReporters(Complaint complaint, MessageKey key) {
    return complaint.history().stream()
        .noneMatch(
            event ->
                event instanceof ComplaintEvent.MessageAdded added
                    && key.equals(added.message())
                    && added.by().kind() == Actor.Kind.FOLLOWER);
  }

  private Intake takeDeleted(ChannelMessage.Deleted message) {
    KnownMessage before = known.get(message.key());
    if (before == null || before.isOurs()) {
      return new Intake.Ignored(
          message.key().externalId(),
          before == null
              ? ChannelMessage.Ignored.Reason.NOT_FOR_US
              : ChannelMessage.Ignored.Reason.OWN_MESSAGE);
    }
    Complaint complaint = find(before.complaint()).orElse(null);
    if (complaint == null || complaint.isDeleted(message.key())) {
      return new Intake.AlreadyKnown(before.complaint());
    }
    Actor author = isReporters(complaint, message.key()) ? Actor.reporter() : Actor.follower();
    return carryOut(complaint, new Command.DeleteMessage(message.key()), author)
        .map(after -> touch(complaint.version(), after))
        .<Intake>map(Intake.Added::new)
        .orElseGet(() -> new Intake.AlreadyKnown(complaint.id()));
  }

  private Intake takeStatus(ChannelMessage.ReplyStatus message) {
    KnownMessage reply = known.get(message.reply());
    boolean failed = message.state() == ChannelMessage.ReplyStatus.State.FAILED;
    if (reply == null || !reply.isOurs()) {
      // The status may overtake the vendor's answer to the sending; only a failure must not be
      // lost.
      return failed
          ? reject(message.reply().externalId(), "an answer that is not ours has failed")
          : new Intake.Ignored(
              message.reply().externalId(), ChannelMessage.Ignored.Reason.NOT_FOR_US);
    }
    OutboxState state =
        switch (message.state()) {
          case DELIVERED -> OutboxState.DELIVERED;
          case READ -> OutboxState.READ;
          case FAILED -> OutboxState.DEAD;
        };
    commit.replyState(message.reply(), state, message.because());
    return new Intake.Noted();
  }

  private Intake takeAnnouncement(ChannelMessage.NeedsFetch message) {
    KnownMessage before = known.get(message.key());
    if (before != null) {
      return before.isOurs() ? own(message.key()) : new Intake.AlreadyKnown(before.complaint());
    }
    commit.fetch(message);
    return new Intake.Announced(message.key());
  }

  /** One person has one reference on a kind of channel, so that all of it can be found again. */
  private @Nullable ReporterId keepReporter(@Nullable Reporter person) {
    return person == null
        ? null
        : reporters.computeIfAbsent(
            handle(person),
            unknown -> {
              ReporterId id = opening.nextReporter();
              commit.reporter(new KnownReporter(id, account.kind(), person));
              return id;
            });
  }

  private static Intake own(MessageKey key) {
    return new Intake.Ignored(key.externalId(), ChannelMessage.Ignored.Reason.OWN_MESSAGE);
  }

  private Intake conflict(MessageKey key, KnownMessage before) {
    leaveOut(
        key.externalId(),
        "another message came under the same id before; the first one stands as complaint "
            + before.complaint());
    return new Intake.Conflicting(before.complaint());
  }

  private Intake reject(String where, String why) {
    leaveOut(where, why);
    return new Intake.Rejected(where, why);
  }

  private void leaveOut(String where, String why) {
    commit.leftOut(new LeftOut(account, where, why, now));
  }

  /** Everything that the batch writes. */
  Commit commit(DeadlineWatch deadlines) {
    for (Touched it : touched.values()) {
      commit.append(it.complaint(), it.storedVersion(), deadlines.of(it.complaint()));
    }
    return commit;
  }

  /** What is to be told once the commit is written. */
  List<DeskEvent.ComplaintStored> listStored() {
    List<DeskEvent.ComplaintStored> stored = new ArrayList<>();
    for (Touched it : touched.values()) {
      List<ComplaintEvent> history = it.complaint().history();
      stored.add(
          new DeskEvent.ComplaintStored(
              it.complaint(), history.subList(it.storedVersion(), history.size())));
    }
    return stored;
  }
}
