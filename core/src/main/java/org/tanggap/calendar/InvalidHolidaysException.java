package org.tanggap.calendar;

import java.util.List;

/** A holiday file that cannot be used. Carries every fault found, with its line. */
public final class InvalidHolidaysException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  InvalidHolidaysException(String source, List<String> faults) {
    super(source + ": " + String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /**
   * What is wrong, one sentence a fault, at most 100 and the number of those left out.
   *
   * @return at least one fault
   */
  public List<String> faults() {
    return faults;
  }
}
