package org.tanggap.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.jurisdiction.Position;

/**
 * What differs between two sets of boundaries, and which places would go elsewhere. Areas are told
 * by their codes. Immutable and thread-safe.
 */
public final class BoundaryComparison {

  private final JurisdictionIndex before;
  private final JurisdictionIndex after;
  private final List<Change> changes;

  /** How an area differs. */
  public enum Kind {
    /** Only the later set has the code. */
    ADDED,
    /** Only the earlier set has the code. */
    REMOVED,
    /** The name of the area or of one above it differs, or it has other areas above it. */
    RENAMED,
    /** The borders differ, if only by a vertex. */
    RESHAPED
  }

  /**
   * One difference; an area may have two.
   *
   * @param kind how it differs
   * @param before the area in the earlier set, or null if it is added
   * @param after the area in the later set, or null if it is removed
   */
  public record Change(Kind kind, @Nullable Jurisdiction before, @Nullable Jurisdiction after) {}

  /**
   * A place that the two sets give to areas with different codes.
   *
   * @param place the place
   * @param before its area in the earlier set, or null if it is outside
   * @param after its area in the later set, or null if it is outside
   */
  public record Move(Position place, @Nullable Jurisdiction before, @Nullable Jurisdiction after) {}

  private BoundaryComparison(
      JurisdictionIndex before, JurisdictionIndex after, List<Change> changes) {
    this.before = before;
    this.after = after;
    this.changes = List.copyOf(changes);
  }

  /**
   * Compares two sets.
   *
   * @param before the earlier one
   * @param after the later one
   * @return what differs
   */
  public static BoundaryComparison of(Boundaries before, Boundaries after) {
    Map<String, Integer> earlier = ranks(before);
    Map<String, Integer> later = ranks(after);
    List<Change> changes = new ArrayList<>();
    earlier.forEach(
        (code, rank) -> {
          Jurisdiction was = before.jurisdictions().get(rank);
          Integer now = later.get(code);
          if (now == null) {
            changes.add(new Change(Kind.REMOVED, was, null));
          } else {
            Jurisdiction is = after.jurisdictions().get(now);
            if (!was.equals(is)) {
              changes.add(new Change(Kind.RENAMED, was, is));
            }
            double[][][] outlineBefore = before.outlines().get(rank).polygons();
            if (!Arrays.deepEquals(outlineBefore, after.outlines().get(now).polygons())) {
              changes.add(new Change(Kind.RESHAPED, was, is));
            }
          }
        });
    later.forEach(
        (code, rank) -> {
          if (!earlier.containsKey(code)) {
            changes.add(new Change(Kind.ADDED, null, after.jurisdictions().get(rank)));
          }
        });
    return new BoundaryComparison(before.index(), after.index(), changes);
  }

  private static Map<String, Integer> ranks(Boundaries boundaries) {
    Map<String, Integer> ranks = new LinkedHashMap<>();
    for (Jurisdiction chain : boundaries.jurisdictions()) {
      ranks.put(chain.smallest().code(), ranks.size());
    }
    return ranks;
  }

  /**
   * The areas that differ.
   *
   * @return the differences of the earlier set's areas by code, then what was added by code
   */
  public List<Change> changes() {
    return changes;
  }

  /**
   * The areas that differ in one way.
   *
   * @param kind the way
   * @return the differences, by code
   */
  public List<Change> changes(Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).toList();
  }

  /**
   * Which of some places would now go elsewhere.
   *
   * @param places exact places
   * @return those whose area has another code than before, in the order given
   */
  public List<Move> moves(List<Position> places) {
    List<Move> moves = new ArrayList<>();
    for (Position place : places) {
      Jurisdiction was = before.find(place).orElse(null);
      Jurisdiction is = after.find(place).orElse(null);
      if (!Objects.equals(code(was), code(is))) {
        moves.add(new Move(place, was, is));
      }
    }
    return moves;
  }

  private static @Nullable String code(@Nullable Jurisdiction area) {
    return area == null ? null : area.smallest().code();
  }
}
