package org.tanggap.day;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Channel;
import org.tanggap.channel.PushRequest;
import org.tanggap.testkit.FakeVendor;

/** One account for a day: its vendor, its citizens, and what they have sent. */
final class DayAccount {

  private final @Nullable FakeVendor vendor;
  private final Supplier<? extends Channel> connect;
  private final Function<String, Sent> publish;
  private final Supplier<List<String>> answers;
  private final Map<String, String> sent = new HashMap<>();
  private final Set<String> twice = new HashSet<>();
  private final Deque<PushRequest> undelivered = new ArrayDeque<>();

  /** A message under the vendor's id, and the request that brings it, if it is pushed. */
  record Sent(String id, @Nullable PushRequest request) {}

  private DayAccount(
      @Nullable FakeVendor vendor,
      Supplier<? extends Channel> connect,
      Function<String, Sent> publish,
      Supplier<List<String>> answers) {
    this.vendor = vendor;
    this.connect = connect;
    this.publish = publish;
    this.answers = answers;
  }

  /**
   * An account that is asked for its messages.
   *
   * @param vendor its vendor, to be troubled; null if it has none on a network
   * @param connect opens it, as after a start
   * @param publish lets a citizen write; gives the message's id
   * @param answers the words that have reached citizens
   */
  static DayAccount pulled(
      @Nullable FakeVendor vendor,
      Supplier<? extends Channel> connect,
      Function<String, String> publish,
      Supplier<List<String>> answers) {
    return new DayAccount(vendor, connect, text -> new Sent(publish.apply(text), null), answers);
  }

  /**
   * An account that hands its messages over.
   *
   * @param publish lets a citizen write; gives the message's id and the request that brings it
   */
  static DayAccount pushed(
      @Nullable FakeVendor vendor,
      Supplier<? extends Channel> connect,
      Function<String, Sent> publish,
      Supplier<List<String>> answers) {
    return new DayAccount(vendor, connect, publish, answers);
  }

  Channel open() {
    return connect.get();
  }

  void publish(String text) {
    Sent message = publish.apply(text);
    if (sent.put(message.id(), text) != null) {
      twice.add(message.id());
    }
    if (message.request() != null) {
      undelivered.add(message.request());
    }
  }

  /** What citizens have sent, by the vendor's ids. */
  Map<String, String> sent() {
    if (!twice.isEmpty()) {
      throw new AssertionError("the vendor has given ids twice: " + twice);
    }
    return sent;
  }

  List<String> answers() {
    return answers.get();
  }

  /** Lets the vendor's next requests go wrong. */
  void trouble(RandomGenerator random, Instant limitEnds) {
    if (vendor != null) {
      FakeVendor.Fault[] faults = FakeVendor.Fault.values();
      FakeVendor.Fault fault = faults[random.nextInt(faults.length)];
      if (fault == FakeVendor.Fault.SILENCE && random.nextInt(4) > 0) {
        // Costs real time; rarer than the others.
        fault = FakeVendor.Fault.SERVER_ERROR;
      }
      vendor.limitUntil(limitEnds);
      vendor.fail(fault, 1 + random.nextInt(2));
    }
  }

  void recover() {
    if (vendor != null) {
      vendor.recover();
    }
  }

  /** Requests that the vendor delivers now, in any order, some of them again. */
  List<PushRequest> deliveries(RandomGenerator random, int most) {
    List<PushRequest> now = new ArrayList<>();
    while (!undelivered.isEmpty() && now.size() < most) {
      PushRequest request =
          random.nextBoolean() ? undelivered.removeFirst() : undelivered.removeLast();
      now.add(request);
      if (random.nextInt(10) == 0) {
        now.add(random.nextInt(now.size()), request);
      }
    }
    return now;
  }

  void notTaken(PushRequest request) {
    undelivered.add(request);
  }

  boolean hasUndelivered() {
    return !undelivered.isEmpty();
  }

  void close() {
    if (vendor != null) {
      vendor.close();
    }
  }
}
