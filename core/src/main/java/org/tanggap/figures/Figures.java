package org.tanggap.figures;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.store.Bookmark;
import org.tanggap.store.ComplaintPage;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.ComplaintStore;

/**
 * Figures that follow the complaints: each change replaces what the complaint counted before, and
 * nothing is counted anew.
 *
 * <pre>{@code
 * Figures figures = new Figures(policy, ZoneId.of("Asia/Jakarta"));
 * figures.catchUp(store);                       // all there is; later: what was changed since
 * figures.put(complaint);                       // or one by one, in any order
 * figures.by(Dimension.UNIT, Weeks.all(), now);
 * figures.league(Dimension.KELURAHAN, Weeks.of(week), 20, now);
 * }</pre>
 *
 * <p>The figures are always those of the newest version of each complaint that was put, exactly,
 * whatever the order and however often. They are a second truth for nobody: they are in memory only
 * and made again from the events. What counts where is told at {@link FigureRow}. Nothing has to
 * happen for a complaint to become overdue: what is due when is kept in order and compared with the
 * instant asked for.
 *
 * <p>Thread-safe: one writes or many read at a time, under a lock that is not held while a store is
 * read or clocks are computed. A change takes, in each dimension, a few binary searches among the
 * complaints of its row and week. A question takes, for each row, a time in proportion to its weeks
 * and the logarithm of its complaints. Some hundred bytes are kept of each complaint: codes,
 * numbers and times, nothing that anybody wrote and nobody's name.
 */
public final class Figures {

  private static final int PAGE = 500;

  private final SlaPolicy policy;
  private final ZoneId zone;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<ComplaintId, Contribution> contributions = new HashMap<>();
  private final Map<Dimension, Map<@Nullable String, NavigableMap<Week, Tally>>> rows =
      new EnumMap<>(Dimension.class);
  private final ConcurrentMap<String, String> codes = new ConcurrentHashMap<>();
  private @Nullable Bookmark seen;

  /**
   * Figures without a complaint.
   *
   * @param policy what is promised. It holds for as long as these figures do: for another policy or
   *     calendar make new ones
   * @param zone in which weeks begin and end, such as that of the policy's calendar
   */
  public Figures(SlaPolicy policy, ZoneId zone) {
    this.policy = Objects.requireNonNull(policy, "policy");
    this.zone = Objects.requireNonNull(zone, "zone");
    for (Dimension dimension : Dimension.values()) {
      rows.put(dimension, new HashMap<>());
    }
  }

  /**
   * Counts a complaint that is new or has changed. A version that is older than the one counted
   * changes nothing, and neither does the same one again.
   *
   * @param complaint the complaint as it stands
   */
  public void put(Complaint complaint) {
    Contribution after =
        Contribution.of(
            complaint,
            policy.clocks(complaint),
            zone,
            code -> codes.computeIfAbsent(code, same -> same));
    lock.writeLock().lock();
    try {
      replace(complaint.id(), after);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void replace(ComplaintId id, Contribution after) {
    Contribution before = contributions.get(id);
    if (before != null && before.version() >= after.version()) {
      return;
    }
    if (before != null) {
      count(before, -1);
    }
    count(after, 1);
    contributions.put(id, after);
  }

  private void count(Contribution complaint, int sign) {
    Contribution.Keys keys = complaint.keys();
    for (Dimension dimension : Dimension.values()) {
      String key = keys.in(dimension);
      change(dimension, key, keys.week(), tally -> tally.count(complaint, sign));
      for (Contribution.Stay stay : complaint.stays()) {
        String whose = dimension == Dimension.UNIT ? stay.unit() : key;
        change(dimension, whose, keys.week(), tally -> tally.count(stay, sign));
      }
    }
  }

  private void change(
      Dimension dimension, @Nullable String key, Week week, Consumer<Tally> change) {
    Map<@Nullable String, NavigableMap<Week, Tally>> all = rowsOf(dimension);
    NavigableMap<Week, Tally> weeks = all.computeIfAbsent(key, none -> new TreeMap<>());
    Tally tally = weeks.computeIfAbsent(week, none -> new Tally());
    change.accept(tally);
    if (tally.isEmpty()) {
      weeks.remove(week);
    }
    if (weeks.isEmpty()) {
      all.remove(key);
    }
  }

  private Map<@Nullable String, NavigableMap<Week, Tally>> rowsOf(Dimension dimension) {
    return Objects.requireNonNull(rows.get(dimension), "dimension");
  }

  /**
   * Counts what was changed in a store since the last call: everything the first time. The store is
   * read in pages. After an exception the next call goes on where this one stopped.
   *
   * @param store always the same one
   * @return how many complaints were read
   * @throws org.tanggap.store.StoreException if the store cannot be read
   */
  public int catchUp(ComplaintStore store) {
    ComplaintQuery query = ComplaintQuery.all().by(ComplaintQuery.Order.CHANGED).limit(PAGE);
    int read = 0;
    int last = PAGE;
    while (last == PAGE) {
      ComplaintPage page = store.list(query.after(seen()));
      page.complaints().forEach(this::put);
      remember(page.end());
      last = page.complaints().size();
      read += last;
    }
    return read;
  }

  private @Nullable Bookmark seen() {
    lock.readLock().lock();
    try {
      return seen;
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Of two threads that catch up at once the slower one sets it back: what is read twice is safe.
   */
  private void remember(@Nullable Bookmark end) {
    lock.writeLock().lock();
    try {
      seen = end;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /**
   * The figures of all units, areas, categories, channels or weeks.
   *
   * @param dimension of what
   * @param weeks which complaints, by when they were opened
   * @param now the instant by which to tell what is overdue, past or future, to the millisecond;
   *     everything else is as the complaints stand
   * @return a row for each that has anything to show in these weeks, in the order of the keys;
   *     last, if there are such, the complaints of which it is not known
   */
  public List<FigureRow> by(Dimension dimension, Weeks weeks, Instant now) {
    List<FigureRow> result = new ArrayList<>();
    lock.readLock().lock();
    try {
      rowsOf(dimension)
          .forEach(
              (key, tallies) -> {
                List<Tally> asked = within(weeks, tallies);
                if (!asked.isEmpty()) {
                  result.add(Tally.row(key, asked, now));
                }
              });
    } finally {
      lock.readLock().unlock();
    }
    result.sort(
        Comparator.comparing(
            FigureRow::key, Comparator.nullsLast(Comparator.<String>naturalOrder())));
    return result;
  }

  private static List<Tally> within(Weeks weeks, NavigableMap<Week, Tally> tallies) {
    return tallies.entrySet().stream()
        .filter(entry -> weeks.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /**
   * Who keeps the promises best, by the rule of {@link LeagueTable}.
   *
   * @param dimension of what, usually areas of one level
   * @param weeks which complaints, by when they were opened
   * @param atLeast how many complaints must be judged ({@link FigureRow#judged()}) for a place
   * @param now the instant by which to tell what is overdue
   * @return the table
   * @throws IllegalArgumentException if {@code atLeast} is less than 1
   */
  public LeagueTable league(Dimension dimension, Weeks weeks, int atLeast, Instant now) {
    if (atLeast < 1) {
      throw new IllegalArgumentException("atLeast is less than 1");
    }
    return LeagueTable.of(by(dimension, weeks, now), atLeast);
  }
}
