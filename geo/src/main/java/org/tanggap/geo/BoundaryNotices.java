package org.tanggap.geo;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with a boundary file: exact counts for each kind, and a few notices of each as
 * samples. Immutable and thread-safe.
 */
public final class BoundaryNotices {

  private final Map<BoundaryNotice.Kind, Long> counts;
  private final Map<BoundaryNotice.Kind, List<BoundaryNotice>> samples;

  BoundaryNotices(
      Map<BoundaryNotice.Kind, Long> counts,
      Map<BoundaryNotice.Kind, List<BoundaryNotice>> samples) {
    EnumMap<BoundaryNotice.Kind, Long> ordered = new EnumMap<>(BoundaryNotice.Kind.class);
    ordered.putAll(counts);
    this.counts = Collections.unmodifiableMap(ordered);
    EnumMap<BoundaryNotice.Kind, List<BoundaryNotice>> copy =
        new EnumMap<>(BoundaryNotice.Kind.class);
    samples.forEach((kind, list) -> copy.put(kind, List.copyOf(list)));
    this.samples = copy;
  }

  /**
   * How often each kind occurs.
   *
   * @return exact counts of the kinds that occur, in the order of the enum
   */
  public Map<BoundaryNotice.Kind, Long> counts() {
    return counts;
  }

  /**
   * How often a kind occurs.
   *
   * @param kind the kind asked for
   * @return the exact count, 0 if it does not occur
   */
  public long count(BoundaryNotice.Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /**
   * Some notices of a kind: of what was noticed while reading the first ones in the order of the
   * file, of what {@link BoundaryCheck} found the largest ones, the largest first.
   *
   * @param kind the kind asked for
   * @return at most as many as {@link BoundaryOptions#noticeSamples()} or {@link
   *     BoundaryCheck#withSamples} allow
   */
  public List<BoundaryNotice> samples(BoundaryNotice.Kind kind) {
    return samples.getOrDefault(kind, List.of());
  }

  /**
   * The samples of all kinds.
   *
   * @return the samples, kind by kind
   */
  public List<BoundaryNotice> samples() {
    return samples.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The gravest severity that occurs.
   *
   * @return the severity, or nothing if there is no notice
   */
  public Optional<BoundaryNotice.Severity> findWorst() {
    return counts.keySet().stream().map(BoundaryNotice.Kind::severity).max(Enum::compareTo);
  }

  /**
   * Whether nothing was noticed.
   *
   * @return true if there is no notice at all
   */
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /**
   * What may make an answer wrong or is missing from it.
   *
   * @return one line for each kind that is more than an {@link BoundaryNotice.Severity#INFO}:
   *     {@code 2 rings were not closed and have been closed}
   */
  public List<String> warnings() {
    return lines(BoundaryNotice.Severity.WARNING);
  }

  private List<String> lines(BoundaryNotice.Severity least) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().severity().compareTo(least) >= 0)
        .map(entry -> entry.getValue() + " " + entry.getKey().sentence())
        .toList();
  }

  /**
   * The counts as a sentence: {@code 2 rings repeat a vertex; 1 ...}.
   *
   * @return the counts in words, or {@code no notices}
   */
  @Override
  public String toString() {
    return counts.isEmpty() ? "no notices" : String.join("; ", lines(BoundaryNotice.Severity.INFO));
  }
}
