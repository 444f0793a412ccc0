package org.tanggap.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.complaint.AccountId;

/**
 * What polling one account once brought.
 *
 * @param account the account
 * @param results what became of each message of the page, in order
 * @param hasMore whether another page is ready now
 * @param failure why the vendor could not be read, or null if it could
 */
public record AccountPoll(
    AccountId account, List<Intake> results, boolean hasMore, @Nullable ChannelException failure) {

  public AccountPoll {
    results = List.copyOf(results);
  }

  /**
   * Why the vendor could not be read.
   *
   * @return the failure, or nothing
   */
  public Optional<ChannelException> findFailure() {
    return Optional.ofNullable(failure);
  }
}
