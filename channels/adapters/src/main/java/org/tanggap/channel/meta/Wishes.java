package org.tanggap.channel.meta;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tanggap.channel.AccountSettings;

/** The words with which a citizen wants no more answers, or wants them again. Immutable. */
final class Wishes {

  /** What citizens write, in English and Indonesian. */
  static final Wishes USUAL = of(List.of("STOP", "BERHENTI"), List.of("START", "MULAI"));

  private final Set<String> stop;
  private final Set<String> start;

  private Wishes(Set<String> stop, Set<String> start) {
    this.stop = stop;
    this.start = start;
  }

  static Wishes of(Collection<String> stop, Collection<String> start) {
    return new Wishes(
        stop.stream().map(Wishes::bare).collect(Collectors.toUnmodifiableSet()),
        start.stream().map(Wishes::bare).collect(Collectors.toUnmodifiableSet()));
  }

  /** Settings {@code stopWords} and {@code startWords}. */
  static Wishes read(AccountSettings settings) {
    List<String> stop = settings.texts("stopWords");
    List<String> start = settings.texts("startWords");
    return new Wishes(
        stop.isEmpty() ? USUAL.stop : of(stop, List.of()).stop,
        start.isEmpty() ? USUAL.start : of(List.of(), start).start);
  }

  /** Whether answers are wanted; nothing if the message is about anything else. */
  Optional<Boolean> find(String message) {
    if (message.length() > 40) {
      return Optional.empty();
    }
    String word = bare(message);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    return stop.contains(word)
        ? Optional.of(false)
        : start.contains(word) ? Optional.of(true) : Optional.empty();
  }

  private static String bare(String text) {
    return text.strip().replaceAll("[.!]+$", "").toUpperCase(Locale.ROOT);
  }
}
