package org.tanggap.geo;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Several dated sets of boundaries side by side: which one was in force on a day, and which one
 * made a routing. Immutable and thread-safe.
 */
public final class BoundaryVersions {

  private final NavigableMap<LocalDate, JurisdictionIndex> byDate;

  private BoundaryVersions(NavigableMap<LocalDate, JurisdictionIndex> byDate) {
    this.byDate = byDate;
  }

  /**
   * No versions yet.
   *
   * @return an empty set
   */
  public static BoundaryVersions none() {
    return new BoundaryVersions(new TreeMap<>());
  }

  /**
   * These versions and one more, which counts from its day until that of the next.
   *
   * @param from the first day on which it is in force
   * @param index the boundaries
   * @return a new set
   * @throws IllegalArgumentException if the day or the version is there already
   */
  public BoundaryVersions with(LocalDate from, JurisdictionIndex index) {
    if (byDate.containsKey(from) || find(index.version()).isPresent()) {
      throw new IllegalArgumentException(from + " or " + index.version() + " is there already");
    }
    NavigableMap<LocalDate, JurisdictionIndex> more = new TreeMap<>(byDate);
    more.put(from, index);
    return new BoundaryVersions(more);
  }

  /**
   * The boundaries in force on a day.
   *
   * @param day the day
   * @return the latest that began on it or before, or nothing
   */
  public Optional<JurisdictionIndex> findOn(LocalDate day) {
    return Optional.ofNullable(byDate.floorEntry(day)).map(Map.Entry::getValue);
  }

  /**
   * The boundaries that made a routing.
   *
   * @param version the version that the routing carries
   * @return the boundaries, or nothing if they are not here
   */
  public Optional<JurisdictionIndex> find(String version) {
    return byDate.values().stream().filter(index -> index.version().equals(version)).findFirst();
  }
}
