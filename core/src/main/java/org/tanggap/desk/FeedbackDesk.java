package org.tanggap.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.MessageFate;
import org.tanggap.channel.PhotoChannel;
import org.tanggap.channel.Picture;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Follower;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.ReporterId;
import org.tanggap.duplicate.DuplicateSuggestion;
import org.tanggap.duplicate.NearDuplicates;
import org.tanggap.duplicate.SearchArea;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.sla.Deadline;
import org.tanggap.sla.MovedDeadline;
import org.tanggap.sla.SlaClocks;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.store.Bookmark;
import org.tanggap.store.ComplaintPage;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.Erasure;
import org.tanggap.store.KnownMessage;
import org.tanggap.store.KnownReporter;
import org.tanggap.store.OutboxState;

/**
 * The front door of the library: takes reports from any channel, routes and assigns them, keeps
 * them, and carries the answers back.
 *
 * <pre>{@code
 * try (FeedbackDesk desk =
 *     FeedbackDesk.builder()
 *         .jurisdictions(boundaries.index())
 *         .responsibilities(Responsibilities.read(Path.of("units.json")))
 *         .sla(SlaPolicy.resolveWithin(Budget.hours(72)))
 *         .store(JdbcStore.on(dataSource))
 *         .build()) {
 *   Complaint complaint =
 *       desk.receive(Report.of("Jalan berlubang").withPlace(-6.2263, 106.8583)).getComplaint();
 * }
 * }</pre>
 *
 * <p>Thread-safe, with one exception: {@link #poll} is called by one thread at a time. It starts no
 * thread of its own; the host calls {@link #poll}, {@link #deliver} and {@link #checkDeadlines} as
 * often as it likes. Methods throw {@link org.tanggap.store.StoreException} if the store fails.
 */
public final class FeedbackDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedbackDesk.class);

  private static final int CANDIDATES = 1_000;

  private static final AccountId COUNTER = AccountId.of("desk", "counter");

  private final ComplaintStore store;
  private final SlaPolicy sla;
  private final NearDuplicates nearDuplicates;
  private final InstantSource clock;
  private final TimeOrderedIds ids;
  private final Map<AccountId, Channel> channels;
  private final IntakePipeline intake;
  private final AccountWatch watch;
  private final AccountPolling polling;
  private final OutboxDelivery delivery;
  private final DeadlineWatch deadlines;
  private final Changes changes;
  private final ReporterFiles reporters;
  private final Listeners listeners;

  FeedbackDesk(FeedbackDeskBuilder parts) {
    this.store = parts.store();
    this.sla = parts.sla();
    this.nearDuplicates = parts.nearDuplicates;
    this.clock = parts.clock;
    this.ids = new TimeOrderedIds(parts.clock, parts.random);
    this.channels = Collections.unmodifiableMap(new LinkedHashMap<>(parts.channels));
    this.listeners = new Listeners(parts.listeners);
    this.deadlines = new DeadlineWatch(parts, listeners);
    this.changes = new Changes(parts, ids, deadlines, listeners);
    this.reporters = new ReporterFiles(store, listeners);
    this.intake = new IntakePipeline(parts, ids, deadlines);
    this.watch = new AccountWatch(store, channels, clock);
    this.polling = new AccountPolling(parts, channels, this::take, watch, listeners);
    this.delivery = new OutboxDelivery(store, channels, clock, watch, listeners);
  }

  /**
   * Starts the wiring of a desk.
   *
   * @return an empty builder
   */
  public static FeedbackDeskBuilder builder() {
    return new FeedbackDeskBuilder();
  }

  /**
   * Takes a report that has no id of its own, such as one typed in at a counter. Each call opens a
   * complaint; where a repetition is possible, give a key.
   *
   * @param report what was sent
   * @return what became of it
   */
  public Intake receive(Report report) {
    return receive(new MessageKey(COUNTER, ids.next().toString()), report);
  }

  /**
   * Takes a report once, however often it comes under the same key.
   *
   * @param key the vendor's id for the message
   * @param report what was sent
   * @return what became of it
   */
  public Intake receive(MessageKey key, Report report) {
    List<ChannelMessage> message = List.of(new ChannelMessage.NewReport(key, report));
    return take(key.account(), message, null, null).orElseThrow().get(0);
  }

  /**
   * Takes a request that a push channel's vendor has sent, and makes the answer once its messages
   * are stored.
   *
   * @param account the account it is for
   * @param request the request as it came
   * @return what to send back; 404 if the account has no push channel
   */
  public PushResponse receive(AccountId account, PushRequest request) {
    if (!(channels.get(account) instanceof PushChannel channel)) {
      return PushResponse.of(404, "no such channel");
    }
    PushVerdict verdict;
    try {
      verdict = channel.open(request);
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("a request cannot be read", ChannelException.ofDefect(account, e));
      return PushResponse.of(500, "the request cannot be read");
    }
    if (verdict instanceof PushVerdict.Refused refused) {
      return refused.response();
    }
    if (verdict instanceof PushVerdict.Handshake handshake) {
      return handshake.response();
    }
    List<ChannelMessage> messages = ((PushVerdict.Genuine) verdict).messages();
    List<Intake> results = take(account, messages, null, null).orElseThrow();
    watch.heard(account);
    return channel.acknowledge(results.stream().map(FeedbackDesk::fateOf).toList());
  }

  private static MessageFate fateOf(Intake result) {
    if (result instanceof Intake.Accepted accepted) {
      return new MessageFate(MessageFate.Kind.STORED, accepted.complaint().id().toString());
    } else if (result instanceof Intake.Added added) {
      return new MessageFate(MessageFate.Kind.ADDED, added.complaint().id().toString());
    } else if (result instanceof Intake.Announced) {
      return new MessageFate(MessageFate.Kind.STORED, "");
    } else if (result instanceof Intake.Noted) {
      return new MessageFate(MessageFate.Kind.ADDED, "");
    } else if (result instanceof Intake.AlreadyKnown known) {
      return new MessageFate(MessageFate.Kind.ALREADY_KNOWN, known.complaint().toString());
    } else if (result instanceof Intake.Ignored) {
      return new MessageFate(MessageFate.Kind.IGNORED, "");
    }
    return new MessageFate(MessageFate.Kind.REJECTED, "");
  }

  /**
   * Fetches one page from each account that is due, and what was announced, and takes it in. An
   * account that fails is asked again later, at the vendor's time if it names one; it does not keep
   * the others from being read. Several processes may call it for the same accounts.
   *
   * @return what each account brought that was due
   * @throws org.tanggap.store.StoreException if the store failed for an account; the others have
   *     been read nevertheless
   */
  public List<AccountPoll> poll() {
    return polling.poll();
  }

  /**
   * Does what {@link #poll()} does, with a task for each account, so that a slow vendor keeps
   * nobody waiting.
   *
   * @param executor runs the tasks
   * @return what each account brought that was due, once all are done; fails if the store does
   */
  public CompletableFuture<List<AccountPoll>> poll(Executor executor) {
    return polling.poll(executor);
  }

  private Optional<List<Intake>> take(
      AccountId account,
      List<ChannelMessage> messages,
      IntakePipeline.@Nullable Move move,
      ChannelMessage.@Nullable NeedsFetch fetched) {
    Instant begun = clock.instant();
    Optional<IntakePipeline.Taken> taken =
        intake.take(account, messages, move, fetched == null ? null : fetched.key());
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    List<Intake> results = taken.get().results();
    listeners.tell(
        new DeskEvent.MessagesTaken(account, results, Duration.between(begun, clock.instant())));
    taken.get().stored().forEach(listeners::tell);
    return Optional.of(results);
  }

  /**
   * How the accounts are: when they were last heard, what is wrong with them, what is left of the
   * vendors' quotas. For an administrator's page and for alarms.
   *
   * @return the connected accounts, in the order in which they were connected
   */
  public List<AccountHealth> listHealth() {
    return watch.listHealth();
  }

  /**
   * Whether and how the one who reported a complaint can be answered now, to be asked before an
   * officer writes.
   *
   * @param complaint a complaint
   * @return the permission of the channel that the reporter last used
   */
  public ReplyPermission permission(Complaint complaint) {
    Follower reporter = Changes.reporter(complaint);
    MessageKey message = reporter.message();
    if (!(channels.get(message.account()) instanceof ReplyChannel channel)) {
      return new ReplyPermission.ByHand("the channel " + message.account() + " cannot answer");
    }
    KnownMessage known = store.findKnown(List.of(message)).get(message);
    Reporter person =
        Optional.ofNullable(reporter.reporter())
            .flatMap(store::findReporter)
            .map(KnownReporter::reporter)
            .orElse(null);
    return channel.permission(
        known == null
            ? new ReplyTarget(message, complaint.opened(), person, "")
            : new ReplyTarget(message, known.sentAt(), person, known.hint()));
  }

  /**
   * Brings a photo that only its channel can follow.
   *
   * @param account the account that the photo came by
   * @param photo the photo
   * @return the picture, without what it says of place, time and device
   * @throws ChannelException if it cannot be brought
   * @throws java.util.NoSuchElementException if the account's photos are no such references
   */
  public Picture download(AccountId account, Photo photo) {
    if (channels.get(account) instanceof PhotoChannel channel) {
      return Renewal.call(channel, () -> channel.download(photo.reference()));
    }
    throw new NoSuchElementException(account + " has no photos of its own");
  }

  /**
   * Sends answers that are due.
   *
   * @param limit at most this many
   * @return how many now stand in which state; {@link OutboxState#PENDING} means tried in vain, to
   *     be tried again
   */
  public Map<OutboxState, Integer> deliver(int limit) {
    return delivery.deliver(limit);
  }

  /**
   * Carries out a command on the complaint as the officer saw it. What is said to the citizen goes
   * into the outbox in the same transaction.
   *
   * @param seen the complaint that the command is based on
   * @param command what is wanted
   * @param by who wants it
   * @return what became of it
   */
  public Change change(Complaint seen, Command command, Actor by) {
    return changes.carryOut(seen, command, by);
  }

  /**
   * Looks at the complaints that have something due: raises warnings and escalations, each once,
   * and closes what nobody disputed in time. Reads only those that are due; several processes share
   * them. Call it every minute or so, until it looked at fewer than the limit.
   *
   * @param limit at most this many complaints
   * @return what it brought
   */
  public DeadlineSweep checkDeadlines(int limit) {
    return deadlines.sweep(limit);
  }

  /**
   * Computes the deadlines of all open complaints anew, after the policy or its calendar has
   * changed.
   *
   * @param previous the policy as it was
   * @return the deadlines that moved
   */
  public List<MovedDeadline> refreshDeadlines(SlaPolicy previous) {
    return deadlines.refresh(previous);
  }

  /**
   * Which open complaints may be the same issue as this one. They are suggested with their reasons
   * and never merged unasked; {@link Command.Merge} merges.
   *
   * @param complaint a complaint
   * @return the best suggestion first, among the thousand oldest open complaints reported for a
   *     point around its place
   */
  public List<DuplicateSuggestion> suggestDuplicates(Complaint complaint) {
    SearchArea area = nearDuplicates.searchArea(complaint);
    List<Complaint> candidates = new ArrayList<>();
    for (LocationEvidence.Box box : area.boxes()) {
      candidates.addAll(
          store.list(ComplaintQuery.open().within(box).limit(CANDIDATES)).complaints());
    }
    return nearDuplicates.suggest(complaint, candidates.stream().filter(area::covers).toList());
  }

  /**
   * Everything that is kept about one reporter, for the person who asks for it.
   *
   * @param reporter the reference that events hold
   * @return the identity and the complaints; nothing if the reporter is unknown or erased
   */
  public Optional<ReporterFile> findReporterFile(ReporterId reporter) {
    return reporters.find(reporter);
  }

  /**
   * Forgets one reporter. The complaints stand, without a way to the person.
   *
   * @param reporter the reference that events hold
   * @param words what becomes of what the person wrote
   * @return the receipt, which holds nothing of the person; all zero if there was nothing
   */
  public Erasure erase(ReporterId reporter, ReporterFile.Words words) {
    return reporters.erase(reporter, words);
  }

  /**
   * Empties complaints whose retention has ended: the words and the references to people go, the
   * history, the deadlines and the figures stay. Call it with the end of the run before until there
   * is none, every night or so.
   *
   * @param retention how long what is kept
   * @param after where the run before ended, or null to begin
   * @param limit at most this many complaints, 1 to 10,000
   * @return what it brought
   */
  public RetentionRun applyRetention(Retention retention, @Nullable Bookmark after, int limit) {
    return reporters.retain(retention, clock.instant(), after, limit);
  }

  /**
   * A complaint.
   *
   * @param id its number
   * @return the complaint, or nothing
   */
  public Optional<Complaint> find(ComplaintId id) {
    return store.find(id);
  }

  /**
   * A page of complaints.
   *
   * @param query which ones, in which order, how many
   * @return the page
   */
  public ComplaintPage list(ComplaintQuery query) {
    return store.list(query);
  }

  /**
   * All clocks of a complaint: until when what is promised, and why then.
   *
   * @param complaint a complaint
   * @return its clocks, computed from its events
   */
  public SlaClocks clocks(Complaint complaint) {
    return sla.clocks(complaint);
  }

  /**
   * Until when a complaint is to be finished, and why then.
   *
   * @param complaint a complaint
   * @return its deadline, computed from its events
   * @throws java.util.NoSuchElementException if no rule promises that
   */
  public Deadline getDeadline(Complaint complaint) {
    return sla.clocks(complaint).getResolution();
  }

  /** Closes the channels. The store belongs to the host and stays open. */
  @Override
  public void close() {
    for (Channel channel : channels.values()) {
      try {
        channel.close();
      } catch (RuntimeException e) {
        LOG.warn("a channel did not close", ChannelException.ofDefect(channel.account(), e));
      }
    }
  }
}
