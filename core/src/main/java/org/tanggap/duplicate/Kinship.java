package org.tanggap.duplicate;

import java.util.Optional;
import org.tanggap.responsibility.Category;

/**
 * Whether two categories may mean the same issue. One has to be the other or to lie within it;
 * siblings such as {@code road.pothole} and {@code road.light} are different issues. {@link
 * Category#UNSORTED} says nothing against any category: here it stands above them all.
 */
final class Kinship {

  private Kinship() {}

  static boolean isWithin(Category narrow, Category wide) {
    return wide.equals(Category.UNSORTED) || narrow.isWithin(wide);
  }

  static boolean related(Category one, Category other) {
    return isWithin(one, other) || isWithin(other, one);
  }

  /** Of two related categories the one that says more. */
  static Category narrower(Category one, Category other) {
    return isWithin(one, other) ? one : other;
  }

  /** Why the two are related, if they are. */
  static Optional<Reason> find(Category one, Category other) {
    if (!related(one, other)) {
      return Optional.empty();
    } else if (one.equals(Category.UNSORTED) || other.equals(Category.UNSORTED)) {
      return Optional.of(new Reason.UnsortedCategory());
    } else if (one.equals(other)) {
      return Optional.of(new Reason.SameCategory(one));
    }
    Category narrow = narrower(one, other);
    return Optional.of(new Reason.RelatedCategory(narrow, narrow.equals(one) ? other : one));
  }
}
