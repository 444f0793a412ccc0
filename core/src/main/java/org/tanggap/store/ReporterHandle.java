package org.tanggap.store;

import java.util.Objects;

/**
 * How a kind of channel names a person.
 *
 * @param channel the kind of channel, such as {@code sms}
 * @param handle a phone number, an account, an address
 */
public record ReporterHandle(String channel, String handle) {

  public ReporterHandle {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(handle, "handle");
  }

  /** Never shows the person. */
  @Override
  public String toString() {
    return "ReporterHandle[" + channel + "]";
  }
}
