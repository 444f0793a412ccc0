package org.tanggap.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.complaint.AccountId;

/**
 * How the work with an account stands, for all processes that share it.
 *
 * @param account the account
 * @param claim the number of the claim under which it was read; higher with each claim
 * @param nextPoll when to ask the vendor next
 * @param failures how often in a row the vendor could not be read
 * @param lastSuccess when the vendor was last read, or null if never
 * @param lastMessage when the last message of a citizen came, or null if none did
 * @param problem why the vendor cannot be read, or null if it can
 */
public record AccountStanding(
    AccountId account,
    long claim,
    Instant nextPoll,
    int failures,
    @Nullable Instant lastSuccess,
    @Nullable Instant lastMessage,
    @Nullable Problem problem) {

  public AccountStanding {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(nextPoll, "nextPoll");
  }

  /**
   * Why a vendor cannot be read.
   *
   * @param kind what helps
   * @param message what happened, without a citizen's words or a credential
   * @param since when it began
   */
  public record Problem(ChannelException.Kind kind, String message, Instant since) {

    public Problem {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(since, "since");
    }
  }

  /**
   * An account with which nothing has been done yet.
   *
   * @param account the account
   * @return due at once
   */
  public static AccountStanding fresh(AccountId account) {
    return new AccountStanding(account, 0, Instant.EPOCH, 0, null, null, null);
  }

  /**
   * Why the vendor cannot be read.
   *
   * @return the problem, or nothing if it can
   */
  public Optional<Problem> findProblem() {
    return Optional.ofNullable(problem);
  }
}
