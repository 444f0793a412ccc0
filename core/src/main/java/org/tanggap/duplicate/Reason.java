package org.tanggap.duplicate;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.tanggap.jurisdiction.Metres;
import org.tanggap.responsibility.Category;

/** Something that speaks for two complaints being the same issue. Holds no citizen's words. */
public sealed interface Reason {

  /**
   * The reason for an officer.
   *
   * @return one sentence in English, without a citizen's words
   */
  String explain();

  /**
   * Both are about the same.
   *
   * @param category the category of both
   */
  record SameCategory(Category category) implements Reason {

    public SameCategory {
      Objects.requireNonNull(category, "category");
    }

    @Override
    public String explain() {
      return "Both are about " + category.code() + ".";
    }
  }

  /**
   * The category of one lies within that of the other.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if the one does not lie within the
   * other, or is the same.
   *
   * @param narrower the one that says more
   * @param wider the one that it lies within
   */
  record RelatedCategory(Category narrower, Category wider) implements Reason {

    public RelatedCategory {
      if (!narrower.isWithin(wider) || narrower.equals(wider)) {
        throw new IllegalArgumentException("narrower does not lie within wider");
      }
    }

    @Override
    public String explain() {
      return "One is about " + narrower.code() + ", the other about " + wider.code() + ".";
    }
  }

  /** At least one has not been sorted yet, so that nothing speaks against the same category. */
  record UnsortedCategory() implements Reason {

    @Override
    public String explain() {
      return "At least one is not sorted into a category yet.";
    }
  }

  /**
   * How near the places are.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if a length is negative, no number
   * or not finite, or if the distance is larger than the two others allow.
   *
   * @param metres the distance between the places as they were given
   * @param allowedMetres what is allowed for the category
   * @param spreadMetres the accuracies of both places together, 0 if none is stated; the distance
   *     may be larger than allowed by as much, because the places may be nearer than they look
   */
  record Distance(double metres, double allowedMetres, double spreadMetres) implements Reason {

    public Distance {
      if (!(metres >= 0 && allowedMetres >= 0 && spreadMetres >= 0)
          || !Double.isFinite(metres + allowedMetres + spreadMetres)) {
        throw new IllegalArgumentException("a length is negative or no finite number");
      }
      if (metres > allowedMetres + spreadMetres) {
        throw new IllegalArgumentException("metres are more than allowed");
      }
    }

    @Override
    public String explain() {
      String text = Metres.text(metres) + " apart; " + Metres.text(allowedMetres) + " are allowed";
      return spreadMetres > 0
          ? text + ", and the places are uncertain by " + Metres.text(spreadMetres) + " together."
          : text + ".";
    }
  }

  /** One of the places is unknown or only a wide area; the words had to be much alike. */
  record PlaceUncertain() implements Reason {

    @Override
    public String explain() {
      return "A place is not known well enough for a distance; nothing rules the same place out.";
    }
  }

  /**
   * How much time lies between them.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if a span is negative or the first
   * is longer than the second.
   *
   * @param apart the time between the openings of both
   * @param allowed what is allowed for the category
   */
  record TimeApart(Duration apart, Duration allowed) implements Reason {

    public TimeApart {
      if (apart.isNegative() || apart.compareTo(allowed) > 0) {
        throw new IllegalArgumentException("apart is negative or longer than allowed");
      }
    }

    @Override
    public String explain() {
      return "Opened " + text(apart) + " apart; " + text(allowed) + " are allowed.";
    }

    private static String text(Duration span) {
      if (span.toHours() >= 72) {
        return span.toDays() + " days";
      }
      return span.toMinutes() >= 180 ? span.toHours() + " hours" : span.toMinutes() + " minutes";
    }
  }

  /**
   * How alike the words are.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if the likeness is not between 0 and
   * 1 or the number of words is negative.
   *
   * @param value 0, nothing in common, to 1, the same words
   * @param sharedWords how many different words stand in both, those that stand in any report left
   *     out
   */
  record Likeness(double value, int sharedWords) implements Reason {

    public Likeness {
      if (!(value >= 0 && value <= 1) || sharedWords < 0) {
        throw new IllegalArgumentException("value is not between 0 and 1 or sharedWords negative");
      }
    }

    @Override
    public String explain() {
      return String.format(
          Locale.ROOT,
          "The words are alike by %.0f %%; %d of them %s in both.",
          value * 100,
          sharedWords,
          sharedWords == 1 ? "stands" : "stand");
    }
  }
}
