package org.tanggap.channel.smpp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.tanggap.channel.Page;

/**
 * Between the network, which wants an answer to each message, and the host, which stores pages: a
 * message is answered when its page is stored. Thread-safe; answers are given outside the lock.
 */
final class SmppInbox {

  private static final long QUIET_NANOS = Duration.ofMillis(100).toNanos();
  private static final int MAX_SEEN = 20_000;

  /**
   * Limits.
   *
   * @param capacity how many messages are kept at most, parts counted
   * @param answerWithin how long a message waits for being stored before the network has to send it
   *     again
   * @param joinWithin how long parts wait for the others
   * @param sameWithin how long the same words from the same sender are one message
   */
  record Limits(int capacity, Duration answerWithin, Duration joinWithin, Duration sameWithin) {}

  private record Answer(HeldPdu pdu, int status) {}

  private final SmppMessages messages;
  private final InstantSource clock;
  private final Limits limits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final SmppParts parts = new SmppParts();
  private final Map<String, SmppEntry> ready = new LinkedHashMap<>();
  private final Map<String, SmppEntry> handedOut = new LinkedHashMap<>();
  private final Map<String, Instant> seen = new LinkedHashMap<>();

  SmppInbox(SmppMessages messages, InstantSource clock, Limits limits) {
    this.messages = messages;
    this.clock = clock;
    this.limits = limits;
  }

  /**
   * Takes a message in, to be answered later.
   *
   * @param pdu the message
   * @param held gets its answer if it is taken in
   * @return {@link HeldPdu#OK} if it is taken in, else the status to answer with at once
   */
  int accept(SmppPdu pdu, HeldPdu held) {
    List<Answer> answers = new ArrayList<>();
    lock.lock();
    try {
      Instant now = clock.instant();
      expire(now, answers);
      if (ready.size() + handedOut.size() + parts.size() >= limits.capacity()) {
        return HeldPdu.QUEUE_FULL;
      }
      if (pdu.part() == null || pdu.isReceipt()) {
        Waiting waiting = new Waiting();
        waiting.add(held, now);
        String name = name(List.of(pdu), now);
        enqueue(new SmppEntry(name, messages.read(name, pdu), waiting));
      } else {
        acceptPart(pdu, held, now, answers);
      }
      arrived.signalAll();
    } finally {
      lock.unlock();
      answers.forEach(answer -> answer.pdu().answer(answer.status()));
    }
    return HeldPdu.OK;
  }

  private void acceptPart(SmppPdu pdu, HeldPdu held, Instant now, List<Answer> answers) {
    SmppEntry joined = parts.findJoined(pdu);
    if (joined == null) {
      parts.add(pdu, held, now).forEach(all -> join(all, now));
    } else if (joined.isStored()) {
      answers.add(new Answer(held, HeldPdu.OK));
    } else {
      joined.waiting().add(held, now);
    }
  }

  private void join(SmppParts.Parts all, Instant now) {
    String name = name(List.copyOf(all.pdus().values()), now);
    all.joined(
        enqueue(new SmppEntry(name, messages.read(name, all.pdus(), all.total()), all.waiting())));
  }

  /** What comes again while it is still on its way is the same message. */
  private SmppEntry enqueue(SmppEntry entry) {
    SmppEntry known = handedOut.getOrDefault(entry.name(), ready.get(entry.name()));
    if (known == null) {
      ready.put(entry.name(), entry);
      return entry;
    }
    known.waiting().addAll(entry.waiting());
    return known;
  }

  /** SMPP gives no ids: sender, words and the span of time in which they came first. */
  private String name(List<SmppPdu> pdus, Instant now) {
    String hash = SmppMessages.hash(pdus);
    Instant first = seen.get(hash);
    if (first == null || !now.isBefore(first.plus(limits.sameWithin()))) {
      first = now;
      seen.remove(hash);
      seen.put(hash, now);
      if (seen.size() > MAX_SEEN) {
        seen.remove(seen.keySet().iterator().next());
      }
    }
    return "smpp-" + hash + "-" + first.getEpochSecond() / limits.sameWithin().toSeconds();
  }

  /** Looks at the clock: called whenever something happens, as nothing else does. */
  void tick() {
    List<Answer> answers = new ArrayList<>();
    lock.lock();
    try {
      expire(clock.instant(), answers);
    } finally {
      lock.unlock();
    }
    answers.forEach(answer -> answer.pdu().answer(answer.status()));
  }

  private void expire(Instant now, List<Answer> answers) {
    parts.takeOverdue(now, limits.joinWithin()).forEach(all -> join(all, now));
    Instant late = now.minus(limits.answerWithin());
    List<HeldPdu> all = new ArrayList<>(parts.takeLate(late));
    ready.values().forEach(entry -> all.addAll(entry.waiting().takeSince(late)));
    handedOut.values().forEach(entry -> all.addAll(entry.waiting().takeSince(late)));
    all.forEach(pdu -> answers.add(new Answer(pdu, HeldPdu.LATER)));
  }

  /**
   * The next page. What the cursor covers is answered.
   *
   * @param from where the last stored page ended
   * @param most how many messages
   * @param wait how long to wait for the first one
   * @return the page; if it is not empty, another is to be asked for at once, so that this one is
   *     answered
   */
  Page take(SmppCursor from, int most, Duration wait) {
    Set<String> stored = Set.copyOf(from.names());
    // Those that are stored are answered first: some networks send the next one only then.
    settle(stored);
    lock.lock();
    try {
      if (handedOut.isEmpty()) {
        await(most, wait);
      }
    } finally {
      lock.unlock();
    }
    settle(stored);
    return page(from, most);
  }

  private void settle(Set<String> stored) {
    List<Answer> answers = new ArrayList<>();
    lock.lock();
    try {
      expire(clock.instant(), answers);
      for (Map<String, SmppEntry> entries : List.of(handedOut, ready)) {
        entries
            .values()
            .removeIf(
                entry -> {
                  boolean known = stored.contains(entry.name());
                  if (known) {
                    entry.markStored();
                    entry
                        .waiting()
                        .takeAll()
                        .forEach(pdu -> answers.add(new Answer(pdu, HeldPdu.OK)));
                  }
                  return known;
                });
      }
    } finally {
      lock.unlock();
    }
    answers.forEach(answer -> answer.pdu().answer(answer.status()));
  }

  private Page page(SmppCursor from, int most) {
    lock.lock();
    try {
      if (handedOut.isEmpty()) {
        for (SmppEntry entry : ready.values().stream().limit(most).toList()) {
          ready.remove(entry.name());
          handedOut.put(entry.name(), entry);
        }
      }
      if (handedOut.isEmpty()) {
        return new Page(List.of(), from.toCursor(), false);
      }
      return new Page(
          handedOut.values().stream().map(SmppEntry::message).toList(),
          from.after(List.copyOf(handedOut.keySet())).toCursor(),
          true);
    } finally {
      lock.unlock();
    }
  }

  private void await(int most, Duration wait) {
    try {
      long nanos = wait.toNanos();
      while (ready.isEmpty() && nanos > 0) {
        nanos = arrived.awaitNanos(nanos);
      }
      int before = 0;
      while (before < ready.size() && ready.size() < most) {
        before = ready.size();
        long quiet = Math.min(QUIET_NANOS, wait.toNanos());
        while (quiet > 0 && ready.size() == before) {
          quiet = arrived.awaitNanos(quiet);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
