package org.tanggap.channel.sms;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words by which a person ends answers, or wants them again. Only a message that is nothing else
 * counts: a sentence with such a word in it is a report. Immutable and thread-safe.
 */
public final class StopWords {

  private static final StopWords USUAL =
      of(List.of("STOP", "BERHENTI", "UNREG", "UNSUBSCRIBE"), List.of("START", "MULAI", "UNSTOP"));

  private final Set<String> stop;
  private final Set<String> start;

  private StopWords(Set<String> stop, Set<String> start) {
    this.stop = stop;
    this.start = start;
  }

  /**
   * The words that are usual in Indonesia: {@code STOP}, {@code BERHENTI}, {@code UNREG}, {@code
   * UNSUBSCRIBE}; {@code START}, {@code MULAI}, {@code UNSTOP}.
   *
   * @return the words
   */
  public static StopWords usual() {
    return USUAL;
  }

  /**
   * Words of one's own.
   *
   * @param stop words for an end, in any case
   * @param start words for a new beginning, in any case
   * @return the words
   */
  public static StopWords of(Collection<String> stop, Collection<String> start) {
    return new StopWords(upper(stop), upper(start));
  }

  private static Set<String> upper(Collection<String> words) {
    return words.stream().map(StopWords::upper).collect(Collectors.toUnmodifiableSet());
  }

  private static String upper(String text) {
    return text.strip().toUpperCase(Locale.ROOT);
  }

  /**
   * What a message says of answers.
   *
   * @param text the whole message
   * @return false for an end, true for a new beginning; nothing if it says something else
   */
  public Optional<Boolean> wantsAnswers(String text) {
    String word = upper(text);
    if (stop.contains(word)) {
      return Optional.of(false);
    }
    return start.contains(word) ? Optional.of(true) : Optional.empty();
  }

  /** How many words. */
  @Override
  public String toString() {
    return "StopWords[" + stop.size() + " to stop, " + start.size() + " to start]";
  }
}
