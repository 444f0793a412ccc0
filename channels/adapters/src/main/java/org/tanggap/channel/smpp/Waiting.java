package org.tanggap.channel.smpp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What waits for its answer, and since when. Guarded by the inbox's lock. */
final class Waiting {

  private record One(HeldPdu pdu, Instant since) {}

  private final List<One> all = new ArrayList<>();

  void add(HeldPdu pdu, Instant now) {
    all.add(new One(pdu, now));
  }

  /** Takes over what waits elsewhere. */
  void addAll(Waiting other) {
    all.addAll(other.all);
    other.all.clear();
  }

  int size() {
    return all.size();
  }

  /** Takes all. */
  List<HeldPdu> takeAll() {
    return takeSince(Instant.MAX);
  }

  /** Takes those that have waited since a time or longer. */
  List<HeldPdu> takeSince(Instant time) {
    List<HeldPdu> taken = new ArrayList<>();
    all.removeIf(
        one -> {
          boolean late = !one.since().isAfter(time);
          if (late) {
            taken.add(one.pdu());
          }
          return late;
        });
    return taken;
  }
}
