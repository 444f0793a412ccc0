package org.tanggap.responsibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds a category for a report that comes without one. Implementations are thread-safe. */
@FunctionalInterface
public interface Categorizer {

  /**
   * Looks for a category in what a citizen wrote.
   *
   * @param text the citizen's words
   * @return the category, or nothing if none can be told
   */
  Optional<Category> findCategory(String text);

  /**
   * A categorizer that looks for words. The first category of which a word stands in the text wins,
   * so the order of the map is the order of preference; upper and lower case are the same, and a
   * word is found inside a longer one ({@code banjir} in {@code kebanjiran}).
   *
   * @param words the words that tell a category
   * @return the categorizer
   */
  static Categorizer byWords(Map<Category, List<String>> words) {
    Map<Category, List<String>> lower = new LinkedHashMap<>();
    words.forEach(
        (category, list) ->
            lower.put(category, list.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList()));
    return text -> {
      String said = text.toLowerCase(Locale.ROOT);
      return lower.entrySet().stream()
          .filter(entry -> entry.getValue().stream().anyMatch(said::contains))
          .map(Map.Entry::getKey)
          .findFirst();
    };
  }
}
