package org.tanggap.audience;

import java.util.List;
import java.util.stream.Collectors;
import org.tanggap.complaint.Status;

/** A wording that leaves statuses without a word. Carries every one, not only the first. */
public final class IncompleteWordingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Missing> missing;

  IncompleteWordingException(List<Missing> missing) {
    super(
        missing.stream()
            .map(it -> it.status() + " for " + it.readership())
            .collect(Collectors.joining(", ", "no word for: ", "")));
    this.missing = List.copyOf(missing);
  }

  /**
   * What has no word.
   *
   * @return at least one pair
   */
  public List<Missing> missing() {
    return missing;
  }

  /**
   * A status that a readership has no word for.
   *
   * @param status the status
   * @param readership who would read it
   */
  public record Missing(Status status, Readership readership) {}
}
