package org.tanggap.complaint;

import org.jspecify.annotations.Nullable;

/**
 * Who sent a report. Kept apart from the complaint, so that it can be erased without it.
 *
 * @param handle how the channel names the person: a phone number, an account, an address
 * @param name the name given, or null
 */
public record Reporter(String handle, @Nullable String name) {

  public Reporter {
    handle = WellFormed.text(handle);
    name = name == null ? null : WellFormed.text(name);
  }

  /** Never shows the person. */
  @Override
  public String toString() {
    return "Reporter";
  }
}
