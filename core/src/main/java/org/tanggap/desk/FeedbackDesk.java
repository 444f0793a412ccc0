package org.tanggap.desk;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.MessageFate;
import org.tanggap.channel.Page;
import org.tanggap.channel.PullChannel;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.PushVerdict;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.jurisdiction.Jurisdictions;
import org.tanggap.responsibility.Categorizer;
import org.tanggap.responsibility.Responsibilities;
import org.tanggap.sla.Deadline;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.NewReply;
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
 * thread of its own; the host calls {@link #poll} and {@link #deliver} as often as it likes.
 * Methods throw {@link org.tanggap.store.StoreException} if the store fails.
 */
public final class FeedbackDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedbackDesk.class);

  private static final AccountId COUNTER = AccountId.of("desk", "counter");

  private final ComplaintStore store;
  private final SlaPolicy sla;
  private final InstantSource clock;
  private final TimeOrderedIds ids;
  private final Map<AccountId, Channel> channels;
  private final IntakePipeline intake;
  private final OutboxDelivery delivery;
  private final List<DeskListener> listeners;

  private FeedbackDesk(Builder parts) {
    this.store = parts.store();
    this.sla = parts.sla();
    this.clock = parts.clock;
    this.ids = new TimeOrderedIds(parts.clock, parts.random);
    this.channels = Collections.unmodifiableMap(new LinkedHashMap<>(parts.channels));
    this.intake = new IntakePipeline(parts, ids);
    this.delivery = new OutboxDelivery(store, channels, clock);
    this.listeners = List.copyOf(parts.listeners);
  }

  /**
   * Starts the wiring of a desk.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
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
    return take(key.account(), List.of(new ChannelMessage.NewReport(key, report)), null).get(0);
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
    } catch (RuntimeException e) {
      LOG.warn("the adapter of {} failed", account, e);
      return PushResponse.of(500, "the request cannot be read");
    }
    if (verdict instanceof PushVerdict.Refused refused) {
      return refused.response();
    }
    List<ChannelMessage> messages = ((PushVerdict.Genuine) verdict).messages();
    List<Intake> results = take(account, messages, null);
    return channel.acknowledge(results.stream().map(FeedbackDesk::fateOf).toList());
  }

  private static MessageFate fateOf(Intake result) {
    if (result instanceof Intake.Accepted accepted) {
      return new MessageFate(MessageFate.Kind.STORED, accepted.complaint().id().toString());
    } else if (result instanceof Intake.AlreadyKnown known) {
      return new MessageFate(MessageFate.Kind.ALREADY_KNOWN, known.complaint().toString());
    } else if (result instanceof Intake.Ignored) {
      return new MessageFate(MessageFate.Kind.IGNORED, "");
    }
    return new MessageFate(MessageFate.Kind.REJECTED, "");
  }

  /**
   * Fetches one page from each pull channel and takes it in. A channel that fails does not keep the
   * others from being read.
   *
   * @return what each account brought
   */
  public List<AccountPoll> poll() {
    List<AccountPoll> polls = new ArrayList<>();
    for (Channel channel : channels.values()) {
      if (channel instanceof PullChannel pull) {
        polls.add(poll(pull));
      }
    }
    return polls;
  }

  private AccountPoll poll(PullChannel channel) {
    AccountId account = channel.account();
    Cursor cursor = store.findCursor(account).orElse(null);
    Page page;
    try {
      page = channel.pull(cursor);
    } catch (ChannelException e) {
      return new AccountPoll(account, List.of(), false, e);
    } catch (RuntimeException e) {
      return new AccountPoll(account, List.of(), false, ChannelException.ofDefect(account, e));
    }
    if (page.messages().isEmpty() && page.cursor().equals(cursor)) {
      return new AccountPoll(account, List.of(), page.hasMore(), null);
    }
    List<Intake> results = take(account, page.messages(), page.cursor());
    return new AccountPoll(account, results, page.hasMore(), null);
  }

  private List<Intake> take(
      AccountId account, List<ChannelMessage> messages, @Nullable Cursor cursor) {
    List<Intake> results = intake.take(account, messages, cursor);
    for (Intake result : results) {
      if (result instanceof Intake.Accepted accepted) {
        tellListeners(accepted.complaint());
      }
    }
    return results;
  }

  private void tellListeners(Complaint complaint) {
    for (DeskListener listener : listeners) {
      try {
        listener.complaintStored(complaint);
      } catch (RuntimeException e) {
        LOG.warn("a listener failed on complaint {}", complaint.id(), e);
      }
    }
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
    Instant now = clock.instant();
    Lifecycle.Decision decision = Lifecycle.decide(seen, command, by, now);
    if (decision instanceof Lifecycle.Decision.Refused refused) {
      return new Change.Refused(refused);
    }
    ComplaintEvent event = ((Lifecycle.Decision.Allowed) decision).event();
    Commit commit = new Commit().append(seen.id(), seen.version(), List.of(event));
    findAnswer(event)
        .ifPresent(
            text ->
                commit.reply(
                    new NewReply(
                        ids.next(),
                        seen.id(),
                        seen.received().message(),
                        seen.received().reporter(),
                        text,
                        now)));
    if (store.commit(commit) instanceof CommitResult.Committed) {
      Complaint changed = seen.after(event);
      tellListeners(changed);
      return new Change.Done(changed);
    }
    return find(seen.id())
        .<Change>map(Change.Outdated::new)
        .orElseGet(() -> new Change.Unknown(seen.id()));
  }

  private static Optional<String> findAnswer(ComplaintEvent event) {
    if (event instanceof ComplaintEvent.Answered answered) {
      return Optional.of(answered.text());
    } else if (event instanceof ComplaintEvent.Resolved resolved) {
      return Optional.of(resolved.text());
    } else if (event instanceof ComplaintEvent.Rejected rejected) {
      return Optional.of(rejected.reason());
    }
    return Optional.empty();
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
   * A page of all complaints, oldest first; the order is stable.
   *
   * @param after the last one of the page before, or null for the first page
   * @param limit at most this many
   * @return the complaints; fewer than the limit on the last page
   */
  public List<Complaint> list(@Nullable ComplaintId after, int limit) {
    return store.list(after, limit);
  }

  /**
   * Until when the promise is to be kept, and why then.
   *
   * @param complaint a complaint
   * @return its deadline, computed from its events
   */
  public Deadline deadline(Complaint complaint) {
    return sla.deadline(complaint);
  }

  /** Closes the channels. The store belongs to the host and stays open. */
  @Override
  public void close() {
    for (Channel channel : channels.values()) {
      try {
        channel.close();
      } catch (RuntimeException e) {
        LOG.warn("the channel {} did not close", channel.account(), e);
      }
    }
  }

  /** Collects the parts of a desk. Not thread-safe. */
  public static final class Builder {

    private @Nullable Jurisdictions jurisdictions;
    private @Nullable SlaPolicy sla;
    private @Nullable ComplaintStore store;
    Responsibilities responsibilities = Responsibilities.builder().build();
    Categorizer categorizer = text -> Optional.empty();
    @Nullable ReceiptWording receipts;
    InstantSource clock = InstantSource.system();
    RandomGenerator random = new SecureRandom();
    final Map<AccountId, Channel> channels = new LinkedHashMap<>();
    final List<DeskListener> listeners = new ArrayList<>();

    private Builder() {}

    /**
     * Finds the area of a place. Required.
     *
     * @param port such as the index of a boundary file
     * @return this builder
     */
    public Builder jurisdictions(Jurisdictions port) {
      this.jurisdictions = port;
      return this;
    }

    /**
     * Finds the unit for a complaint. Without rules, no complaint is assigned.
     *
     * @param rules the rules
     * @return this builder
     */
    public Builder responsibilities(Responsibilities rules) {
      this.responsibilities = rules;
      return this;
    }

    /**
     * Finds a category where the channel gives none. Without it, such complaints are {@link
     * org.tanggap.responsibility.Category#UNSORTED}.
     *
     * @param words the categorizer
     * @return this builder
     */
    public Builder categorizer(Categorizer words) {
      this.categorizer = words;
      return this;
    }

    /**
     * What is promised. Required.
     *
     * @param policy the policy
     * @return this builder
     */
    public Builder sla(SlaPolicy policy) {
      this.sla = policy;
      return this;
    }

    /**
     * Where complaints are kept. Required; the desk does not close it.
     *
     * @param keeper the store
     * @return this builder
     */
    public Builder store(ComplaintStore keeper) {
      this.store = keeper;
      return this;
    }

    /**
     * Connects a channel, which the desk closes with itself.
     *
     * @param channel the channel
     * @return this builder
     * @throws IllegalArgumentException if its account is connected already
     */
    public Builder channel(Channel channel) {
      if (channels.putIfAbsent(channel.account(), channel) != null) {
        throw new IllegalArgumentException(channel.account() + " is connected already");
      }
      return this;
    }

    /**
     * Sends every citizen a receipt. Without it, none is sent.
     *
     * @param wording words the receipt
     * @return this builder
     */
    public Builder receipts(ReceiptWording wording) {
      this.receipts = wording;
      return this;
    }

    /**
     * Tells somebody what the desk has done. May be called several times.
     *
     * @param listener who is told
     * @return this builder
     */
    public Builder listener(DeskListener listener) {
      listeners.add(listener);
      return this;
    }

    /**
     * Tells the time; the system's clock unless set.
     *
     * @param source the clock
     * @return this builder
     */
    public Builder clock(InstantSource source) {
      this.clock = source;
      return this;
    }

    /**
     * Makes ids hard to guess; a {@link SecureRandom} unless set.
     *
     * @param source the generator, used by one thread at a time
     * @return this builder
     */
    public Builder random(RandomGenerator source) {
      this.random = source;
      return this;
    }

    /**
     * Wires the desk.
     *
     * @return the desk
     * @throws IllegalStateException if a required part is missing; it names all of them
     */
    public FeedbackDesk build() {
      List<String> missing = new ArrayList<>();
      if (jurisdictions == null) {
        missing.add("jurisdictions");
      }
      if (sla == null) {
        missing.add("sla");
      }
      if (store == null) {
        missing.add("store");
      }
      if (!missing.isEmpty()) {
        throw new IllegalStateException("the desk lacks: " + String.join(", ", missing));
      }
      return new FeedbackDesk(this);
    }

    Jurisdictions jurisdictions() {
      return Objects.requireNonNull(jurisdictions);
    }

    SlaPolicy sla() {
      return Objects.requireNonNull(sla);
    }

    ComplaintStore store() {
      return Objects.requireNonNull(store);
    }
  }
}
