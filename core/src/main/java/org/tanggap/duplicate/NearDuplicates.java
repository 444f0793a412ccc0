package org.tanggap.duplicate;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.responsibility.Category;

/**
 * Suggests which complaints may be the same issue as another one. Never merges anything, and does
 * not look at the status: the caller hands in those that are open.
 *
 * <pre>{@code
 * NearDuplicates nearDuplicates = NearDuplicates.builder()
 *     .within(Category.of("road.pothole"), 30)
 *     .window(Category.of("flood"), Duration.ofHours(12))
 *     .build();
 * SearchArea area = nearDuplicates.searchArea(complaint);
 * List<DuplicateSuggestion> found = nearDuplicates.suggest(complaint, candidatesIn(area));
 * }</pre>
 *
 * <p><b>Conditions</b>, all of which must hold:
 *
 * <ol>
 *   <li><i>Category.</i> The same one, or one lies within the other; the narrower one of the two
 *       sets the limits. {@link Category#UNSORTED} goes with every category.
 *   <li><i>Time.</i> They were opened within the window of each other, its end included.
 *   <li><i>Place.</i> Two points, known to 1,000 m or better, are within the allowed distance, its
 *       end included, or would be if each lay nearer by its stated accuracy. A box, a circle or a
 *       worse point only rules out what lies farther from it than that.
 *   <li><i>Words</i>, their stop words and spelling evened out. None are needed where both points
 *       lie within the allowed distance, no accuracy is worse than that distance, and both are
 *       sorted. Otherwise they must reach {@link Builder#likeness}. Where a place is no point as
 *       above, or not known at all, they must reach {@link Builder#likenessWithoutPlace} and share
 *       {@value Judgement#SHARED_WORDS_WITHOUT_PLACE} different words: "flood" is no place.
 * </ol>
 *
 * <p><b>Score</b>: {@code 0.4 nearness + 0.4 likeness + 0.2 nearness in time}. Each nearness falls
 * evenly from 1 at nothing to 0 at what is allowed; without a distance the first is 0.
 *
 * <p>Immutable and thread-safe; a function of its arguments. The suggestions for A name B if and
 * only if those for B name A, with the same score. Only the first {@value Words#CHARACTERS_READ}
 * characters of a text are read.
 */
public final class NearDuplicates {

  private static final Comparator<DuplicateSuggestion> BY_SCORE =
      Comparator.comparingDouble(DuplicateSuggestion::score);

  private final Judgement judgement;

  private NearDuplicates(Builder builder) {
    this.judgement =
        new Judgement(
            new PerCategory<>(builder.metres, builder.metresOf),
            new PerCategory<>(builder.window, builder.windowOf),
            builder.likeness,
            builder.likenessWithoutPlace);
  }

  /**
   * Starts with 250 m, 30 days, a likeness of 0.3, and one of 0.5 without a place.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Tells which complaints a store must fetch for {@link #suggest}.
   *
   * @param complaint the complaint to compare
   * @return the area around it in category, place and time
   */
  public SearchArea searchArea(Complaint complaint) {
    Issue issue = new Issue(complaint);
    Category category = issue.category();
    Duration window = judgement.windows().largest(category);
    double metres = judgement.metres().largest(category);
    Place place = issue.place();
    return new SearchArea(
        category,
        place == null
            ? List.of(Surroundings.EARTH)
            : Surroundings.of(place, metres + place.spreadMetres() + Place.LARGEST_SPREAD),
        issue.openedNotBefore(window),
        issue.openedNotAfter(window));
  }

  /**
   * Finds the candidates that may be the same issue.
   *
   * @param complaint the complaint to compare; if it is among the candidates, it is passed over
   * @param candidates open complaints in any order, such as those in the {@link #searchArea}
   * @return each complaint at most once, the highest score first, those of the same score by id
   */
  public List<DuplicateSuggestion> suggest(Complaint complaint, Collection<Complaint> candidates) {
    Issue issue = new Issue(complaint);
    Words words = issue.words();
    Map<ComplaintId, DuplicateSuggestion> byId =
        candidates.stream()
            .filter(candidate -> !candidate.id().equals(complaint.id()))
            .flatMap(candidate -> judgement.find(issue, words, candidate).stream())
            .collect(
                Collectors.toMap(
                    DuplicateSuggestion::complaint,
                    suggestion -> suggestion,
                    BinaryOperator.maxBy(BY_SCORE),
                    TreeMap::new));
    return byId.values().stream().sorted(BY_SCORE.reversed()).toList();
  }

  /** Sets what counts as near. Not thread-safe. */
  public static final class Builder {

    private static final double LONGEST_METRES = 100_000;

    private final Map<Category, Double> metresOf = new HashMap<>();
    private final Map<Category, Duration> windowOf = new HashMap<>();
    private double metres = 250;
    private Duration window = Duration.ofDays(30);
    private double likeness = 0.3;
    private double likenessWithoutPlace = 0.5;

    private Builder() {}

    /**
     * Sets how far apart the places may be.
     *
     * @param allowedMetres metres, more than 0, at most 100,000
     * @return this builder
     * @throws IllegalArgumentException if the distance is out of range
     */
    public Builder within(double allowedMetres) {
      this.metres = checked(allowedMetres);
      return this;
    }

    /**
     * Sets how far apart the places may be for a category; a narrower category's setting wins.
     *
     * @param category the category, with all narrower ones
     * @param allowedMetres metres, more than 0, at most 100,000
     * @return this builder
     * @throws IllegalArgumentException if the distance is out of range
     */
    public Builder within(Category category, double allowedMetres) {
      metresOf.put(Objects.requireNonNull(category, "category"), checked(allowedMetres));
      return this;
    }

    /**
     * Sets how much time may lie between the openings.
     *
     * @param allowed a positive span
     * @return this builder
     * @throws IllegalArgumentException if the span is zero or negative
     */
    public Builder window(Duration allowed) {
      this.window = checked(allowed);
      return this;
    }

    /**
     * Sets how much time may lie between the openings for a category; a narrower category's setting
     * wins.
     *
     * @param category the category, with all narrower ones
     * @param allowed a positive span
     * @return this builder
     * @throws IllegalArgumentException if the span is zero or negative
     */
    public Builder window(Category category, Duration allowed) {
      windowOf.put(Objects.requireNonNull(category, "category"), checked(allowed));
      return this;
    }

    /**
     * Sets how alike the words must be where the places are near only by their accuracies, or where
     * a complaint is not sorted. Of 1,000 pairs of unrelated reports of a flood, 26 reach 0.3.
     *
     * @param least 0, nothing in common, to 1, the same words
     * @return this builder
     * @throws IllegalArgumentException if it is not between 0 and 1
     */
    public Builder likeness(double least) {
      this.likeness = checkedLikeness(least);
      return this;
    }

    /**
     * Sets how alike the words must be where no distance can be told.
     *
     * @param least 0, nothing in common, to 1, the same words
     * @return this builder
     * @throws IllegalArgumentException if it is not between 0 and 1
     */
    public Builder likenessWithoutPlace(double least) {
      this.likenessWithoutPlace = checkedLikeness(least);
      return this;
    }

    /**
     * The settings so far as a function.
     *
     * @return an immutable instance
     * @throws IllegalArgumentException if less likeness is asked for without a place than with one
     */
    public NearDuplicates build() {
      if (likenessWithoutPlace < likeness) {
        throw new IllegalArgumentException("likenessWithoutPlace is less than likeness");
      }
      return new NearDuplicates(this);
    }

    private static double checked(double metres) {
      if (!(metres > 0 && metres <= LONGEST_METRES)) {
        throw new IllegalArgumentException("a distance is more than 0 and at most 100,000 m");
      }
      return metres;
    }

    private static Duration checked(Duration window) {
      if (window.isZero() || window.isNegative()) {
        throw new IllegalArgumentException("a window is a positive span of time");
      }
      return window;
    }

    private static double checkedLikeness(double least) {
      if (!(least >= 0 && least <= 1)) {
        throw new IllegalArgumentException("a likeness is between 0 and 1");
      }
      return least;
    }
  }
}
