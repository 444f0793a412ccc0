package org.tanggap.desk;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Vitals;
import org.tanggap.complaint.AccountId;
import org.tanggap.store.AccountStanding;

/**
 * How an account is. A token that dies in silence shows as a last message that is long ago: compare
 * {@link #lastMessage} with what is usual for the account.
 *
 * @param account the account
 * @param lastSuccess when the vendor was last reached, or null if never
 * @param lastMessage when the last message came, or null if none did
 * @param problem why the vendor cannot be read or does not take answers, or null if all is well
 * @param nextPoll when the vendor is asked next, or null if it is not asked but pushes
 * @param vitals what the vendor has told of the credential and the quota
 */
public record AccountHealth(
    AccountId account,
    @Nullable Instant lastSuccess,
    @Nullable Instant lastMessage,
    AccountStanding.@Nullable Problem problem,
    @Nullable Instant nextPoll,
    Vitals vitals) {

  public AccountHealth {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(vitals, "vitals");
  }

  /**
   * Why the vendor cannot be read or does not take answers.
   *
   * @return the problem, or nothing if all is well
   */
  public Optional<AccountStanding.Problem> findProblem() {
    return Optional.ofNullable(problem);
  }

  /**
   * When the last message came.
   *
   * @return the time, or nothing if none did
   */
  public Optional<Instant> findLastMessage() {
    return Optional.ofNullable(lastMessage);
  }
}
