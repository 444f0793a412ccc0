package org.tanggap.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Channel;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.MessageKey;
import org.tanggap.desk.AccountPoll;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.desk.FeedbackDeskBuilder;
import org.tanggap.desk.Intake;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.sla.Budget;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.store.ComplaintPage;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.JdbcStore;
import org.tanggap.store.OutboxState;
import org.tanggap.store.StoredReply;
import org.tanggap.testkit.ManualClock;

/**
 * A day in a city's room: citizens write on all channels, vendors fail, the power is cut, and in
 * the evening everything is counted.
 */
final class Day {

  private static final int ANSWERS = 200;

  private final ManualClock clock;
  private final Random random;
  private final Path database;
  private final List<DayAccount> accounts;
  private final int powerCutEvery;
  private @Nullable FeedbackDesk desk;
  private @Nullable HikariDataSource connections;
  private @Nullable ComplaintStore store;
  private int powerCuts;
  private int troubles;
  private int failedPolls;

  Day(
      ManualClock clock,
      Random random,
      Path database,
      List<DayAccount> accounts,
      int powerCutEvery) {
    this.clock = clock;
    this.random = random;
    this.database = database;
    this.accounts = accounts;
    this.powerCutEvery = powerCutEvery;
  }

  /** Citizens write so many messages, spread over the accounts and the hours. */
  void pass(int messages) {
    start(powerCutEvery);
    int written = 0;
    while (written < messages) {
      int now = Math.min(1 + random.nextInt(40), messages - written);
      for (int i = 0; i < now; i++) {
        clock.advance(Duration.ofSeconds(1));
        accounts.get(random.nextInt(accounts.size())).publish("Laporan " + ++written);
      }
      if (random.nextInt(3) == 0) {
        troubles++;
        accounts
            .get(random.nextInt(accounts.size()))
            .trouble(random, clock.instant().plusSeconds(60 + random.nextInt(900)));
      }
      work();
      clock.advance(Duration.ofSeconds(random.nextInt(30)));
    }
  }

  /** The vendors are well again, and everything that waits is done. */
  void endQuietly() {
    accounts.forEach(DayAccount::recover);
    for (int quiet = 0; quiet < 3; ) {
      clock.advance(Duration.ofMinutes(70));
      quiet = work() == 0 ? quiet + 1 : 0;
    }
    stop();
    start(0);
  }

  /** How much was done; a power cut counts as something, so that work goes on after it. */
  private int work() {
    try {
      return workOnce();
    } catch (PowerCut e) {
      powerCuts++;
      stop();
      start(powerCutEvery);
      return 1;
    }
  }

  private int workOnce() {
    FeedbackDesk running = running();
    int done = 0;
    for (DayAccount account : accounts) {
      done += deliver(running, account);
    }
    for (AccountPoll poll : running.poll()) {
      done += (int) poll.results().stream().filter(Day::isNews).count();
      done += poll.hasMore() ? 1 : 0;
      failedPolls += poll.findFailure().isPresent() ? 1 : 0;
    }
    done += running.deliver(ANSWERS).values().stream().mapToInt(Integer::intValue).sum();
    return done;
  }

  /** Some vendors give what is known again, for ever. */
  private static boolean isNews(Intake result) {
    return !(result instanceof Intake.AlreadyKnown) && !(result instanceof Intake.Ignored);
  }

  private int deliver(FeedbackDesk running, DayAccount account) {
    if (!account.hasUndelivered()) {
      return 0;
    }
    List<PushRequest> requests = new ArrayList<>(account.deliveries(random, 60));
    int delivered = 0;
    try {
      while (!requests.isEmpty()) {
        PushResponse response = running.receive(id(account), requests.get(0));
        assertThat(response.status()).as("the answer to a genuine request").isBetween(200, 299);
        requests.remove(0);
        delivered++;
      }
    } finally {
      // Without an answer the vendor delivers again.
      requests.forEach(account::notTaken);
    }
    return delivered;
  }

  private final Map<DayAccount, AccountId> ids = new HashMap<>();

  private AccountId id(DayAccount account) {
    return ids.computeIfAbsent(
        account,
        unknown -> {
          try (Channel channel = account.open()) {
            return channel.account();
          }
        });
  }

  private void start(int danger) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl("jdbc:sqlite:" + database);
    pool.setMaximumPoolSize(2);
    connections = new HikariDataSource(pool);
    store = JdbcStore.on(connections);
    FeedbackDeskBuilder parts =
        FeedbackDesk.builder()
            .jurisdictions(place -> new Routing.NeedsLocation(Routing.Missing.NO_PLACE))
            .sla(SlaPolicy.resolveWithin(Budget.hours(72)))
            .receipts((complaint, clocks) -> "Kami terima, nomor " + complaint.id())
            .joinChatsWithin(Duration.ZERO)
            .store(PowerCut.threatens(store, random, danger))
            .clock(clock);
    accounts.forEach(account -> parts.channel(account.open()));
    desk = parts.build();
  }

  private void stop() {
    running().close();
    if (store != null && connections != null) {
      store.close();
      connections.close();
    }
  }

  private FeedbackDesk running() {
    if (desk == null) {
      throw new AssertionError("the desk is not running");
    }
    return desk;
  }

  private ComplaintStore store() {
    if (store == null) {
      throw new AssertionError("the store is not open");
    }
    return store;
  }

  /** Every message is stored once, with its words; nothing else is. */
  void everyMessageIsStoredOnce() {
    Map<MessageKey, String> stored = new HashMap<>();
    for (Complaint complaint : complaints()) {
      for (ComplaintEvent event : complaint.history()) {
        if (event instanceof ComplaintEvent.Received received) {
          assertThat(stored.put(received.message(), received.text())).isNull();
        } else if (event instanceof ComplaintEvent.MessageAdded added) {
          assertThat(stored.put(added.message(), added.text())).isNull();
        }
      }
    }
    Map<MessageKey, String> sent = new HashMap<>();
    for (DayAccount account : accounts) {
      account.sent().forEach((id, text) -> sent.put(new MessageKey(id(account), id), text));
    }
    assertThat(without(sent.keySet(), stored.keySet())).as("sent and not stored").isEmpty();
    assertThat(without(stored.keySet(), sent.keySet())).as("stored and not sent").isEmpty();
    stored.forEach((key, text) -> assertThat(text).as("words of " + key).contains(sent.get(key)));
    assertThat(store().listLeftOut(10)).isEmpty();
  }

  private static Set<MessageKey> without(Set<MessageKey> all, Set<MessageKey> some) {
    Set<MessageKey> rest = new LinkedHashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  /**
   * Every permitted answer has reached its citizen once. Where a channel cannot tell a repetition,
   * an attempt of unknown end is left to a person: it has reached the citizen once or not at all.
   */
  Map<String, Integer> everyAnswerIsSentOnce() {
    Map<UUID, OutboxState> states = new HashMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, StoredReply> byComplaint = new HashMap<>();
    for (OutboxState state : OutboxState.values()) {
      UUID after = null;
      List<StoredReply> page;
      do {
        page = store().listReplies(state, after, 1_000);
        for (StoredReply reply : page) {
          states.put(reply.id(), state);
          byComplaint.put(reply.complaint().toString(), reply);
          after = reply.id();
        }
      } while (page.size() == 1_000);
    }
    assertThat(states.values()).doesNotContain(OutboxState.PENDING, OutboxState.DEAD);
    assertThat(byComplaint).hasSize(complaints().size());
    for (DayAccount account : accounts) {
      Map<String, Integer> reached = new HashMap<>();
      for (String words : account.answers()) {
        String number = words.replaceAll("(?s).*nomor ([0-9a-f-]{36}).*", "$1");
        reached.merge(number, 1, Integer::sum);
      }
      assertThat(reached.values()).as("answers by " + id(account)).allMatch(times -> times == 1);
      boolean recognises = recognises(account);
      for (StoredReply reply : byComplaint.values()) {
        if (!reply.account().equals(id(account))) {
          continue;
        }
        int times = reached.getOrDefault(reply.complaint().toString(), 0);
        if (reply.state() == OutboxState.BY_HAND) {
          assertThat(recognises && !reply.note().contains("could not be found out"))
              .as("left to a person by " + id(account) + ": " + reply.note())
              .isFalse();
          counts.merge(
              times == 1 ? "by hand, had arrived" : "by hand, had not arrived", 1, Integer::sum);
        } else {
          assertThat(times).as("answer to " + reply.complaint()).isEqualTo(1);
          counts.merge("sent once", 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  private boolean recognises(DayAccount account) {
    try (Channel channel = account.open()) {
      return channel instanceof ReplyChannel reply && reply.recognisesRepetition();
    }
  }

  private List<Complaint> complaints() {
    List<Complaint> all = new ArrayList<>();
    ComplaintQuery query = ComplaintQuery.all().limit(1_000);
    ComplaintPage page;
    do {
      page = store().list(query);
      all.addAll(page.complaints());
      query = query.after(page.end());
    } while (page.complaints().size() == 1_000);
    return all;
  }

  String told() {
    return powerCuts
        + " power cuts, "
        + troubles
        + " vendor faults ordered, "
        + failedPolls
        + " polls failed, "
        + complaints().size()
        + " complaints";
  }

  void close() {
    stop();
    accounts.forEach(DayAccount::close);
  }
}
