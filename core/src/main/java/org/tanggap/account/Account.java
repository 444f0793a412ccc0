package org.tanggap.account;

import java.time.Duration;
import java.util.Objects;
import org.tanggap.channel.Channel;
import org.tanggap.complaint.AccountId;

/**
 * One account of a city.
 *
 * @param channel the opened channel
 * @param unit the id of the unit that owns it and answers for it
 * @param every how long to wait after a page before asking again, for channels that are asked
 */
public record Account(Channel channel, String unit, Duration every) {

  public Account {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(every, "every");
  }

  /**
   * Its name.
   *
   * @return kind and name
   */
  public AccountId id() {
    return channel.account();
  }

  /** The name and owner only. */
  @Override
  public String toString() {
    return "Account[" + id() + ", " + unit + "]";
  }
}
