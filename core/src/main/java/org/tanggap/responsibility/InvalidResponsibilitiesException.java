package org.tanggap.responsibility;

import java.util.List;

/** A rule file that cannot be used. Carries every fault found, not only the first. */
public final class InvalidResponsibilitiesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  InvalidResponsibilitiesException(String source, List<String> faults) {
    super(source + ": " + String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /**
   * What is wrong, one sentence a fault.
   *
   * @return at least one fault
   */
  public List<String> faults() {
    return faults;
  }
}
