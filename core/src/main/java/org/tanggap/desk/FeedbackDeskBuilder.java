package org.tanggap.desk;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tanggap.account.Accounts;
import org.tanggap.channel.Channel;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.duplicate.NearDuplicates;
import org.tanggap.jurisdiction.Jurisdictions;
import org.tanggap.responsibility.Categorizer;
import org.tanggap.responsibility.Responsibilities;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.store.ComplaintStore;

/** Collects the parts of a desk. Not thread-safe. */
public final class FeedbackDeskBuilder {

  private @Nullable Jurisdictions jurisdictions;
  private @Nullable SlaPolicy sla;
  private @Nullable ComplaintStore store;
  Responsibilities responsibilities = Responsibilities.builder().build();
  Categorizer categorizer = text -> Optional.empty();
  Lifecycle lifecycle = Lifecycle.standard();
  NearDuplicates nearDuplicates = NearDuplicates.builder().build();
  @Nullable ReceiptWording receipts;
  InstantSource clock = InstantSource.system();
  RandomGenerator random = new SecureRandom();
  Duration joinWithin = Duration.ofMinutes(10);
  boolean soleProcess;
  final Map<AccountId, Channel> channels = new LinkedHashMap<>();
  final Map<AccountId, Duration> intervals = new HashMap<>();
  final List<DeskListener> listeners = new ArrayList<>();

  FeedbackDeskBuilder() {}

  /**
   * Finds the area of a place. Required.
   *
   * @param port such as the index of a boundary file
   * @return this builder
   */
  public FeedbackDeskBuilder jurisdictions(Jurisdictions port) {
    this.jurisdictions = port;
    return this;
  }

  /**
   * Finds the unit for a complaint. Without rules, no complaint is assigned.
   *
   * @param rules the rules
   * @return this builder
   */
  public FeedbackDeskBuilder responsibilities(Responsibilities rules) {
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
  public FeedbackDeskBuilder categorizer(Categorizer words) {
    this.categorizer = words;
    return this;
  }

  /**
   * What is promised. Required.
   *
   * @param policy the policy
   * @return this builder
   */
  public FeedbackDeskBuilder sla(SlaPolicy policy) {
    this.sla = policy;
    return this;
  }

  /**
   * Says what may be done to a complaint when; {@link Lifecycle#standard()} unless set.
   *
   * @param rules the rules
   * @return this builder
   */
  public FeedbackDeskBuilder lifecycle(Lifecycle rules) {
    this.lifecycle = rules;
    return this;
  }

  /**
   * Says which complaints may be the same issue; the standard distances unless set.
   *
   * @param finder the finder
   * @return this builder
   */
  public FeedbackDeskBuilder nearDuplicates(NearDuplicates finder) {
    this.nearDuplicates = finder;
    return this;
  }

  /**
   * Where complaints are kept. Required; the desk does not close it.
   *
   * @param keeper the store
   * @return this builder
   */
  public FeedbackDeskBuilder store(ComplaintStore keeper) {
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
  public FeedbackDeskBuilder channel(Channel channel) {
    if (channels.putIfAbsent(channel.account(), channel) != null) {
      throw new IllegalArgumentException(channel.account() + " is connected already");
    }
    return this;
  }

  /**
   * Connects a channel that is asked for messages no oftener than it needs, which the desk closes
   * with itself.
   *
   * @param channel the channel
   * @param every how long to wait after a page before asking again, unless another is ready
   * @return this builder
   * @throws IllegalArgumentException if its account is connected already, or the time is negative
   */
  public FeedbackDeskBuilder channel(Channel channel, Duration every) {
    if (every.isNegative()) {
      throw new IllegalArgumentException("every is negative");
    }
    intervals.put(channel.account(), every);
    return channel(channel);
  }

  /**
   * Connects the accounts of a city, which the desk closes with itself.
   *
   * @param accounts the accounts
   * @return this builder
   * @throws IllegalArgumentException if one of them is connected already
   */
  public FeedbackDeskBuilder accounts(Accounts accounts) {
    accounts.list().forEach(account -> channel(account.channel(), account.every()));
    return this;
  }

  /**
   * Says that no other process works with the store, as usual with SQLite. An account that a killed
   * predecessor was reading is then read on at once, not after a minute.
   *
   * @return this builder
   */
  public FeedbackDeskBuilder soleProcess() {
    this.soleProcess = true;
    return this;
  }

  /**
   * How long a chat goes on: what a person sends there within this time after the last word belongs
   * to the same complaint. Ten minutes unless set.
   *
   * @param time zero if each message stands for itself
   * @return this builder
   * @throws IllegalArgumentException if the time is negative
   */
  public FeedbackDeskBuilder joinChatsWithin(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("the time is negative");
    }
    this.joinWithin = time;
    return this;
  }

  /**
   * Sends every citizen a receipt. Without it, none is sent.
   *
   * @param wording words the receipt
   * @return this builder
   */
  public FeedbackDeskBuilder receipts(ReceiptWording wording) {
    this.receipts = wording;
    return this;
  }

  /**
   * Tells somebody what the desk has done. May be called several times.
   *
   * @param listener who is told
   * @return this builder
   */
  public FeedbackDeskBuilder listener(DeskListener listener) {
    listeners.add(listener);
    return this;
  }

  /**
   * Tells the time; the system's clock unless set.
   *
   * @param source the clock
   * @return this builder
   */
  public FeedbackDeskBuilder clock(InstantSource source) {
    this.clock = source;
    return this;
  }

  /**
   * Makes ids hard to guess; a {@link SecureRandom} unless set.
   *
   * @param source the generator, used by one thread at a time
   * @return this builder
   */
  public FeedbackDeskBuilder random(RandomGenerator source) {
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
