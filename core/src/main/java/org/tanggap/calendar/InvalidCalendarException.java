package org.tanggap.calendar;

import java.util.List;

/** A calendar that cannot be built. Carries every fault found, not only the first. */
public final class InvalidCalendarException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  InvalidCalendarException(String name, List<String> faults) {
    super("calendar \"" + name + "\": " + String.join("; ", faults));
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
