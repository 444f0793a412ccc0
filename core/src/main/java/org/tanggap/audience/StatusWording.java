package org.tanggap.audience;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.audience.IncompleteWordingException.Missing;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Status;

/**
 * The word for every status and every readership.
 *
 * <p>A text may hold parts in square brackets with names in them: <code>Dijadwalkan[, selesai
 * paling lambat {date}]</code>. A part is left out if a value that it names is unknown. The names
 * are <code>{unit}</code>, which has the complaint; <code>{date}</code>, which was promised for
 * planned work; <code>{due}</code>, until when it is expected to be done; <code>{number}</code>, of
 * the complaint that it was merged into; and <code>{outcome}</code>, the word for how it ended
 * before it was closed.
 *
 * <p>Immutable and thread-safe; all methods are functions of their arguments.
 */
public final class StatusWording {

  private final Map<Readership, Map<Status, StatusWord>> words;
  private final ZoneId zone;

  private StatusWording(Map<Readership, Map<Status, StatusWord>> words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
  }

  /**
   * The shipped words. Those for Open311 are the Indonesian ones.
   *
   * @return a complete wording
   */
  public static StatusWording standard() {
    return standardBuilder().build();
  }

  /**
   * Starts with the shipped words, of which some are to be replaced.
   *
   * @return a complete builder
   */
  public static Builder standardBuilder() {
    Builder builder = builder();
    for (Readership readership : Readership.values()) {
      for (Status status : Status.values()) {
        StatusWord it = StandardWords.of(status, readership);
        builder.word(status, readership, it.text(), it.colour(), it.phase());
        builder.note(status, readership, it.note());
      }
    }
    return builder;
  }

  /**
   * Starts with nothing.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The word for a status of no particular complaint, such as for a legend.
   *
   * @param status where a complaint stands
   * @param readership who reads it
   * @return the word, without the parts that name a value
   */
  public StatusWord of(Status status, Readership readership) {
    return filled(word(status, readership), Map.of());
  }

  /**
   * The word for where a complaint stands. A closed one has the colour of its outcome.
   *
   * @param complaint a complaint
   * @param readership who reads it
   * @param expected until when it is expected to be done, or null
   * @return the word, filled in
   */
  public StatusWord of(Complaint complaint, Readership readership, @Nullable Instant expected) {
    StatusWord word = word(complaint.status(), readership);
    Map<String, String> values = new HashMap<>();
    complaint.findAssignment().ifPresent(it -> values.put(Template.UNIT, it.unit().name()));
    complaint.findPromisedDate().ifPresent(it -> values.put(Template.DATE, readership.write(it)));
    complaint.findMergedInto().ifPresent(it -> values.put(Template.NUMBER, it.toString()));
    if (expected != null) {
      values.put(Template.DUE, readership.write(expected, zone));
    }
    Optional<StatusWord> outcome = findOutcome(complaint).map(it -> of(it, readership));
    outcome.ifPresent(it -> values.put(Template.OUTCOME, it.text()));
    StatusWord filled = filled(word, values);
    return new StatusWord(
        filled.text(),
        filled.note(),
        outcome.map(StatusWord::colour).orElse(word.colour()),
        word.phase());
  }

  private StatusWord word(Status status, Readership readership) {
    return Objects.requireNonNull(words.getOrDefault(readership, Map.of()).get(status));
  }

  private static StatusWord filled(StatusWord word, Map<String, String> values) {
    return new StatusWord(
        Template.fill(word.text(), values),
        Template.fill(word.note(), values),
        word.colour(),
        word.phase());
  }

  private static Optional<Status> findOutcome(Complaint complaint) {
    if (complaint.status() != Status.CLOSED) {
      return Optional.empty();
    }
    Status outcome = null;
    for (ComplaintEvent event : complaint.history()) {
      if (event instanceof ComplaintEvent.Resolved) {
        outcome = Status.RESOLVED;
      } else if (event instanceof ComplaintEvent.Rejected) {
        outcome = Status.REJECTED;
      } else if (event instanceof ComplaintEvent.Clarified) {
        outcome = Status.CLARIFIED;
      }
    }
    return Optional.ofNullable(outcome);
  }

  /** Collects words. Not thread-safe. */
  public static final class Builder {

    private final Map<Readership, Map<Status, StatusWord>> words = new EnumMap<>(Readership.class);
    private ZoneId zone = ZoneId.of("Asia/Jakarta");

    private Builder() {}

    /**
     * Sets a word, its colour and its phase; a note that was set before stays.
     *
     * @param status where a complaint stands
     * @param readership who reads it
     * @param text the word, see {@link StatusWording} for the parts to be filled in
     * @param colour its colour
     * @param phase open or closed
     * @return this builder
     * @throws IllegalArgumentException if the text is blank without its parts, or a name in it is
     *     unknown or stands outside of brackets
     */
    public Builder word(
        Status status, Readership readership, String text, Colour colour, Phase phase) {
      StatusWord before = of(readership).get(status);
      String note = before == null ? "" : before.note();
      StatusWord word = new StatusWord(Template.checked(text), note, colour, phase);
      filled(word, Map.of());
      of(readership).put(status, word);
      return this;
    }

    /**
     * Sets the line on what happens next.
     *
     * @param status where a complaint stands, for which a word is set
     * @param readership who reads it
     * @param note the line, empty for none; see {@link StatusWording} for the parts to be filled in
     * @return this builder
     * @throws IllegalArgumentException if a name in it is unknown or stands outside of brackets
     * @throws IllegalStateException if no word is set yet
     */
    public Builder note(Status status, Readership readership, String note) {
      StatusWord word = of(readership).get(status);
      if (word == null) {
        throw new IllegalStateException("a note needs its word first");
      }
      of(readership)
          .put(
              status,
              new StatusWord(word.text(), Template.checked(note), word.colour(), word.phase()));
      return this;
    }

    /**
     * Sets the zone in which times are told.
     *
     * @param place the zone, {@code Asia/Jakarta} unless set
     * @return this builder
     */
    public Builder zone(ZoneId place) {
      this.zone = Objects.requireNonNull(place, "place");
      return this;
    }

    /**
     * The words collected so far.
     *
     * @return a complete wording
     * @throws IncompleteWordingException if a status has no word for a readership; it names them
     *     all
     */
    public StatusWording build() {
      List<Missing> missing = new ArrayList<>();
      Map<Readership, Map<Status, StatusWord>> complete = new EnumMap<>(Readership.class);
      for (Readership readership : Readership.values()) {
        for (Status status : Status.values()) {
          if (!of(readership).containsKey(status)) {
            missing.add(new Missing(status, readership));
          }
        }
        complete.put(readership, Map.copyOf(of(readership)));
      }
      if (!missing.isEmpty()) {
        throw new IncompleteWordingException(missing);
      }
      return new StatusWording(complete, zone);
    }

    private Map<Status, StatusWord> of(Readership readership) {
      return words.computeIfAbsent(readership, it -> new EnumMap<>(Status.class));
    }
  }
}
