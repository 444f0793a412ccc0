package org.tanggap.room;

import java.util.List;

/** Templates that cannot be used, with all their faults. */
public final class TemplatesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  TemplatesException(List<String> faults) {
    super("the templates have " + faults.size() + " faults\n  " + String.join("\n  ", faults));
    this.faults = List.copyOf(faults);
  }

  /**
   * What is wrong.
   *
   * @return all faults, at least one, each beginning with the template's place
   */
  public List<String> faults() {
    return faults;
  }
}
