package org.tanggap.channel.smpp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Joins the parts of long messages, per sender: out of order, twice, or not all of them. Guarded by
 * the inbox's lock.
 *
 * <p>A part that was told to come again later stays known, so that a network which sends one
 * message after the other gets on.
 */
final class SmppParts {

  private static final int MAX_DONE = 2_000;

  /** The parts that have come so far. */
  static final class Parts {

    private final int total;
    private final Instant since;
    private final SortedMap<Integer, SmppPdu> pdus = new TreeMap<>();
    private final Waiting waiting = new Waiting();
    private @Nullable SmppEntry entry;

    private Parts(int total, Instant since) {
      this.total = total;
      this.since = since;
    }

    int total() {
      return total;
    }

    SortedMap<Integer, SmppPdu> pdus() {
      return pdus;
    }

    Waiting waiting() {
      return waiting;
    }

    /** The message that was made of the parts. */
    void joined(SmppEntry message) {
      entry = message;
    }

    private boolean holds(SmppPdu pdu, int number) {
      SmppPdu known = pdus.get(number);
      return known != null && Arrays.equals(known.body(), pdu.body());
    }
  }

  private final Map<String, Parts> open = new LinkedHashMap<>();
  private final Map<String, Parts> done = new LinkedHashMap<>();

  /** The message that a part belongs to and that was joined before; null if there is none. */
  @Nullable SmppEntry findJoined(SmppPdu pdu) {
    Parts known = done.get(name(pdu));
    return known != null && known.holds(pdu, part(pdu).number()) ? known.entry : null;
  }

  /**
   * Adds a part.
   *
   * @param pdu the part
   * @param held waits for the message to be stored
   * @param now the present instant
   * @return what can be joined now: the whole message; or one that stays incomplete because another
   *     with the same reference has begun
   */
  List<Parts> add(SmppPdu pdu, HeldPdu held, Instant now) {
    String name = name(pdu);
    int number = part(pdu).number();
    List<Parts> ready = new ArrayList<>();
    Parts parts = open.get(name);
    if (parts != null && parts.pdus.containsKey(number) && !parts.holds(pdu, number)) {
      ready.add(close(name, parts));
      parts = null;
    }
    if (parts == null) {
      parts = new Parts(part(pdu).total(), now);
      open.put(name, parts);
    }
    parts.pdus.put(number, pdu);
    parts.waiting.add(held, now);
    if (parts.pdus.size() == parts.total) {
      ready.add(close(name, parts));
    }
    return ready;
  }

  private Parts close(String name, Parts parts) {
    open.remove(name);
    done.remove(name);
    done.put(name, parts);
    if (done.size() > MAX_DONE) {
      done.remove(done.keySet().iterator().next());
    }
    return parts;
  }

  /** What waits for its parts longer than it should. */
  List<Parts> takeOverdue(Instant now, Duration longest) {
    List<Parts> overdue = new ArrayList<>();
    for (String name : List.copyOf(open.keySet())) {
      Parts parts = Objects.requireNonNull(open.get(name));
      if (!parts.since.plus(longest).isAfter(now)) {
        overdue.add(close(name, parts));
      }
    }
    return overdue;
  }

  /** What has waited since a time or longer, which is no longer held. */
  List<HeldPdu> takeLate(Instant time) {
    List<HeldPdu> late = new ArrayList<>();
    Iterator<Parts> all = open.values().iterator();
    while (all.hasNext()) {
      late.addAll(all.next().waiting.takeSince(time));
    }
    return late;
  }

  /** How many parts are kept. */
  int size() {
    return open.values().stream().mapToInt(parts -> parts.pdus.size()).sum();
  }

  private static String name(SmppPdu pdu) {
    SmppPdu.Part part = part(pdu);
    return String.join(
        "\0", pdu.source(), pdu.destination(), part.reference(), String.valueOf(part.total()));
  }

  private static SmppPdu.Part part(SmppPdu pdu) {
    return Objects.requireNonNull(pdu.part(), "part");
  }
}
