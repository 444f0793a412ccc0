package org.tanggap.channel.officerapp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.ComplaintId;

/**
 * The requests that were carried out last, by their Idempotency-Key. The memory is bounded and gone
 * with the process: a repetition that it no longer knows names an old version of the complaint in
 * If-Match and so changes nothing either; it is then told 409 instead of 200.
 */
final class RecentRequests {

  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();

  RecentRequests(int most) {
    this.most = most;
  }

  /**
   * A request.
   *
   * @param fingerprint a digest of all of it
   * @param done the complaint that it changed, or null while it is being carried out
   */
  record Entry(String fingerprint, @Nullable ComplaintId done) {}

  /** Takes a key for a request; gives back the one that has it already. */
  Optional<Entry> begin(String key, String fingerprint) {
    lock.lock();
    try {
      Entry known = entries.putIfAbsent(key, new Entry(fingerprint, null));
      if (known == null && entries.size() > most) {
        entries.remove(eldest());
      }
      return Optional.ofNullable(known);
    } finally {
      lock.unlock();
    }
  }

  private String eldest() {
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      if (entry.getValue().done() != null) {
        return entry.getKey();
      }
    }
    return entries.keySet().iterator().next();
  }

  /** Notes what became of a request; one that changed nothing may come again. */
  void end(String key, String fingerprint, @Nullable ComplaintId done) {
    lock.lock();
    try {
      if (done == null) {
        entries.remove(key);
      } else {
        entries.put(key, new Entry(fingerprint, done));
      }
    } finally {
      lock.unlock();
    }
  }
}
