package org.tanggap.duplicate;

import java.util.Comparator;
import java.util.Map;
import org.tanggap.responsibility.Category;

/**
 * A setting with exceptions for categories, each with all narrower ones; the narrowest exception
 * wins.
 */
record PerCategory<V extends Comparable<V>>(V general, Map<Category, V> exceptions) {

  PerCategory {
    exceptions = Map.copyOf(exceptions);
  }

  V of(Category category) {
    return exceptions.entrySet().stream()
        .filter(entry -> category.isWithin(entry.getKey()))
        .max(Comparator.comparingInt(entry -> entry.getKey().code().length()))
        .map(Map.Entry::getValue)
        .orElse(general);
  }

  /** The largest value that holds for a category or for one within it. */
  V largest(Category category) {
    V own = of(category);
    return exceptions.entrySet().stream()
        .filter(entry -> Kinship.isWithin(entry.getKey(), category))
        .map(Map.Entry::getValue)
        .filter(value -> value.compareTo(own) > 0)
        .max(Comparator.naturalOrder())
        .orElse(own);
  }
}
