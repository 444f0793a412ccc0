package org.tanggap.jurisdiction;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a report belongs, with the evidence for it. Exactly one of four outcomes, each of which
 * explains itself in a sentence.
 */
public sealed interface Routing {

  /**
   * Why this outcome, for an officer.
   *
   * @return one sentence in English
   */
  String explain();

  /**
   * The areas that are certain: the whole chain if routed, what all candidates share if ambiguous.
   *
   * @return the jurisdiction, or nothing if none is certain
   */
  Optional<Jurisdiction> findJurisdiction();

  /** Something about the boundaries at this place that an officer should know. */
  enum Remark {
    /** The place lies on a shared border; the area with the lowest code owns it. */
    ON_BORDER("it lies on the border itself"),
    /** The boundary file gives the place to several areas; the one with the lowest code owns it. */
    IN_OVERLAP("the boundaries overlap here"),
    /** The boundary file leaves a sliver between neighbours here; the nearest area owns it. */
    IN_GAP("the boundaries leave a gap here");

    private final String sentence;

    Remark(String sentence) {
      this.sentence = sentence;
    }
  }

  /** What may have gone wrong with a point that lies in no area. */
  enum Suspicion {
    /** The place with the other sign of latitude lies within the boundaries. */
    LOST_MINUS_SIGN("with a minus sign before the latitude it would lie inside"),
    /** The place with latitude and longitude exchanged lies within the boundaries. */
    SWAPPED("with latitude and longitude exchanged it would lie inside");

    private final String sentence;

    Suspicion(String sentence) {
      this.sentence = sentence;
    }

    /**
     * The suspicion for a reader.
     *
     * @return half a sentence, without a full stop
     */
    public String sentence() {
      return sentence;
    }
  }

  /** Why a place is still to be asked for. */
  enum Missing {
    /** The report says nothing of a place. */
    NO_PLACE("the report names no place"),
    /** The place is in words only. */
    ONLY_WORDS("the place is given in words only"),
    /** The coordinates cannot be meant; the evidence says why. */
    UNUSABLE_COORDINATES("the coordinates cannot be meant");

    private final String sentence;

    Missing(String sentence) {
      this.sentence = sentence;
    }
  }

  /**
   * One of several areas that may hold the place.
   *
   * @param jurisdiction the chain of areas
   * @param probability the share of the location's spread that lies in it, 0 to 1
   */
  record Candidate(Jurisdiction jurisdiction, double probability) {}

  /**
   * The place lies in one area.
   *
   * @param jurisdiction the chain of areas, smallest first
   * @param borderMetres distance to the nearest border of the smallest area, in metres; NaN if the
   *     evidence was an area rather than a point
   * @param boundaryVersion the boundary set that answered
   * @param runnersUp other areas that share the place or its spread, the likeliest first
   * @param remarks what an officer should know of the boundaries here
   */
  record Routed(
      Jurisdiction jurisdiction,
      double borderMetres,
      String boundaryVersion,
      List<Candidate> runnersUp,
      Set<Remark> remarks)
      implements Routing {

    public Routed {
      Objects.requireNonNull(jurisdiction, "jurisdiction");
      runnersUp = List.copyOf(runnersUp);
      remarks = Set.copyOf(remarks);
    }

    @Override
    public Optional<Jurisdiction> findJurisdiction() {
      return Optional.of(jurisdiction);
    }

    @Override
    public String explain() {
      StringBuilder text = new StringBuilder("The place lies in ").append(jurisdiction.names());
      if (!Double.isNaN(borderMetres)) {
        text.append(", ").append(Metres.text(borderMetres)).append(" from its nearest border");
      }
      remarks.stream().sorted().forEach(remark -> text.append("; ").append(remark.sentence));
      if (!runnersUp.isEmpty()) {
        text.append("; next in line is ").append(runnersUp.get(0).jurisdiction().names());
      }
      return text.append(" (boundaries ").append(boundaryVersion).append(").").toString();
    }
  }

  /**
   * The place may lie in several areas, and none is likely enough.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if there are fewer than two.
   *
   * @param candidates at least two, the likeliest first
   * @param boundaryVersion the boundary set that answered
   */
  record Ambiguous(List<Candidate> candidates, String boundaryVersion) implements Routing {

    public Ambiguous {
      candidates = List.copyOf(candidates);
      if (candidates.size() < 2) {
        throw new IllegalArgumentException("ambiguous needs at least two candidates");
      }
    }

    @Override
    public Optional<Jurisdiction> findJurisdiction() {
      Optional<Jurisdiction> shared = Optional.of(candidates.get(0).jurisdiction());
      for (Candidate candidate : candidates) {
        shared = shared.flatMap(sofar -> sofar.shared(candidate.jurisdiction()));
      }
      return shared;
    }

    @Override
    public String explain() {
      List<String> names =
          candidates.stream()
              .map(
                  candidate ->
                      candidate.jurisdiction().smallest().name()
                          + String.format(Locale.ROOT, " (%.0f %%)", candidate.probability() * 100))
              .toList();
      return "The place is too near a border to tell between "
          + String.join(" and ", names)
          + " (boundaries "
          + boundaryVersion
          + ").";
    }
  }

  /**
   * The place lies in no area.
   *
   * @param nearest the nearest area, or null if the boundary set is empty
   * @param metres distance to it in metres; NaN if there is none
   * @param suspicion what may have gone wrong, or null
   * @param boundaryVersion the boundary set that answered
   */
  record Outside(
      @Nullable Jurisdiction nearest,
      double metres,
      @Nullable Suspicion suspicion,
      String boundaryVersion)
      implements Routing {

    @Override
    public Optional<Jurisdiction> findJurisdiction() {
      return Optional.empty();
    }

    @Override
    public String explain() {
      StringBuilder text = new StringBuilder("The place lies in no known area");
      if (nearest != null) {
        text.append("; the nearest is ")
            .append(nearest.smallest().name())
            .append(", ")
            .append(Metres.text(metres))
            .append(" away");
      }
      if (suspicion != null) {
        text.append("; ").append(suspicion.sentence);
      }
      return text.append(" (boundaries ").append(boundaryVersion).append(").").toString();
    }
  }

  /**
   * Somebody has to ask for the place.
   *
   * @param missing what is missing
   */
  record NeedsLocation(Missing missing) implements Routing {

    @Override
    public Optional<Jurisdiction> findJurisdiction() {
      return Optional.empty();
    }

    @Override
    public String explain() {
      return "The place must be asked for: " + missing.sentence + ".";
    }
  }
}
