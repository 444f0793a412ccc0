package org.tanggap.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.ReporterId;
import org.tanggap.jurisdiction.Jurisdictions;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Categorizer;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Responsibilities;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.KnownMessage;
import org.tanggap.store.KnownReporter;
import org.tanggap.store.LeftOut;
import org.tanggap.store.NewReply;
import org.tanggap.store.ReporterHandle;
import org.tanggap.store.StoreException;

/**
 * The way of a message, from the channel to the store: known already? – category – place – unit –
 * receipt – stored. One page of messages is one transaction, its cursor included.
 */
final class IntakePipeline {

  private static final int ATTEMPTS = 10;

  private final Jurisdictions jurisdictions;
  private final Categorizer categorizer;
  private final Responsibilities responsibilities;
  private final SlaPolicy sla;
  private final @Nullable ReceiptWording receipts;
  private final ComplaintStore store;
  private final InstantSource clock;
  private final TimeOrderedIds ids;
  private final DeadlineWatch deadlines;

  IntakePipeline(FeedbackDeskBuilder parts, TimeOrderedIds ids, DeadlineWatch deadlines) {
    this.jurisdictions = parts.jurisdictions();
    this.categorizer = parts.categorizer;
    this.responsibilities = parts.responsibilities;
    this.sla = parts.sla();
    this.receipts = parts.receipts;
    this.store = parts.store();
    this.clock = parts.clock;
    this.ids = ids;
    this.deadlines = deadlines;
  }

  /** Takes the messages of one page and moves the account's cursor, all or nothing. */
  List<Intake> take(AccountId account, List<ChannelMessage> messages, @Nullable Cursor cursor) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Commit commit = new Commit();
      List<Intake> results = new Batch(account, commit).takeAll(messages);
      if (cursor != null) {
        commit.cursor(account, cursor);
      }
      if (store.commit(commit) instanceof CommitResult.Committed) {
        return results;
      }
      // Another process took one of these messages in the meantime: look again.
    }
    throw new StoreException("other writers keep taking the messages of " + account, null);
  }

  /** One page on its way into one commit. */
  private final class Batch {

    private final AccountId account;
    private final Commit commit;
    private final Instant now = clock.instant();
    private final Map<MessageKey, KnownMessage> known = new HashMap<>();
    private final Map<ReporterHandle, ReporterId> reporters = new HashMap<>();

    Batch(AccountId account, Commit commit) {
      this.account = account;
      this.commit = commit;
    }

    List<Intake> takeAll(List<ChannelMessage> messages) {
      List<MessageKey> keys = new ArrayList<>();
      Set<ReporterHandle> handles = new HashSet<>();
      for (ChannelMessage message : messages) {
        if (message instanceof ChannelMessage.NewReport report) {
          keys.add(report.key());
          Reporter person = report.report().reporter();
          if (person != null) {
            handles.add(new ReporterHandle(report.key().account().kind(), person.handle()));
          }
        }
      }
      known.putAll(store.findKnown(keys));
      reporters.putAll(store.findReporters(handles));
      return messages.stream().map(this::take).toList();
    }

    private Intake take(ChannelMessage message) {
      if (message instanceof ChannelMessage.NewReport report) {
        return take(report.key(), report.report());
      } else if (message instanceof ChannelMessage.Malformed malformed) {
        return reject(malformed.where(), malformed.problem());
      } else if (message instanceof ChannelMessage.Ignored ignored) {
        return new Intake.Ignored(ignored.where(), ignored.reason());
      }
      throw new AssertionError("a message without a way: " + message.getClass());
    }

    private Intake take(MessageKey key, Report report) {
      String digest = ContentDigest.of(report);
      KnownMessage before = known.get(key);
      if (before != null) {
        return before.digest().equals(digest)
            ? new Intake.AlreadyKnown(before.complaint())
            : conflict(key, before);
      }
      if (report.isEmpty()) {
        return reject(key.externalId(), "the report has no text and no photo: nothing to work on");
      }
      Complaint complaint = open(key, report);
      KnownMessage taken = new KnownMessage(complaint.id(), digest);
      known.put(key, taken);
      commit.message(key, taken).append(complaint, 0, deadlines.of(complaint));
      return new Intake.Accepted(complaint);
    }

    private Complaint open(MessageKey key, Report report) {
      ComplaintId id = new ComplaintId(ids.next());
      Category category = categoryOf(report);
      Routing routing = jurisdictions.route(report.location());
      List<ComplaintEvent> events = new ArrayList<>();
      events.add(
          new ComplaintEvent.Received(
              now,
              Actor.reporter(),
              key,
              report.text(),
              report.location(),
              category,
              report.photos(),
              report.sentAt(),
              keepReporter(key, report),
              report.discretion()));
      events.add(new ComplaintEvent.Routed(now, Actor.system(), routing));
      responsibilities
          .assign(category, routing)
          .ifPresent(found -> events.add(new ComplaintEvent.Assigned(now, Actor.system(), found)));
      Complaint complaint = Complaint.replay(id, events);
      sendReceipt(complaint);
      return complaint;
    }

    private Category categoryOf(Report report) {
      Category given = report.category();
      return Optional.ofNullable(given)
          .or(() -> categorizer.findCategory(report.text()))
          .orElse(Category.UNSORTED);
    }

    /** One person has one reference on a kind of channel, so that all of it can be found again. */
    private @Nullable ReporterId keepReporter(MessageKey key, Report report) {
      Reporter person = report.reporter();
      if (person == null) {
        return null;
      }
      String channel = key.account().kind();
      return reporters.computeIfAbsent(
          new ReporterHandle(channel, person.handle()),
          unknown -> {
            ReporterId id = new ReporterId(ids.next());
            commit.reporter(new KnownReporter(id, channel, person));
            return id;
          });
    }

    private void sendReceipt(Complaint complaint) {
      if (receipts != null) {
        ComplaintEvent.Received received = complaint.received();
        commit.reply(
            new NewReply(
                ids.next(),
                complaint.id(),
                received.message(),
                received.reporter(),
                receipts.text(complaint, sla.clocks(complaint)),
                now));
      }
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
  }
}
