package org.tanggap.citydesk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.desk.DeskEvent;
import org.tanggap.desk.DeskListener;

/**
 * The latest warnings and escalations, from the events on record, so that a start loses none. A
 * host would send a mail or a message instead, on {@link DeskEvent.AlertRaised}.
 */
final class AlertLog implements DeskListener {

  private static final int KEPT = 500;

  private static final Comparator<Entry> OLDEST_FIRST =
      Comparator.comparing(Entry::at)
          .thenComparing(Entry::complaint)
          .thenComparing(Entry::target)
          .thenComparing(Entry::step);

  private final ReentrantLock lock = new ReentrantLock();
  private final TreeSet<Entry> entries = new TreeSet<>(OLDEST_FIRST);
  private long count;

  /**
   * Somebody was told of a deadline.
   *
   * @param unit the name of the office that has the complaint
   */
  record Entry(
      Instant at, ComplaintId complaint, String target, String step, String to, String unit) {}

  @Override
  public void on(DeskEvent event) {
    if (event instanceof DeskEvent.ComplaintStored stored) {
      for (ComplaintEvent news : stored.news()) {
        if (news instanceof ComplaintEvent.Alerted alerted) {
          add(entry(stored.complaint(), alerted));
        }
      }
    }
  }

  private static Entry entry(Complaint complaint, ComplaintEvent.Alerted alerted) {
    return new Entry(
        alerted.at(),
        complaint.id(),
        alerted.target(),
        alerted.step(),
        alerted.to(),
        complaint.findAssignment().map(it -> it.unit().name()).orElse(""));
  }

  private void add(Entry entry) {
    lock.lock();
    try {
      count += entries.add(entry) ? 1 : 0;
      if (entries.size() > KEPT) {
        entries.pollFirst();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The latest first. */
  List<Entry> latest() {
    lock.lock();
    try {
      return List.copyOf(entries.descendingSet());
    } finally {
      lock.unlock();
    }
  }

  /** How many there were in all. */
  long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }
}
