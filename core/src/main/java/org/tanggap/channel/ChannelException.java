package org.tanggap.channel;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.AccountId;

/**
 * A vendor that cannot be read or written now. The kind says what helps; the message never holds a
 * citizen's words or a credential.
 */
public final class ChannelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What helps against a failure. */
  public enum Kind {
    /** The vendor says until when to wait: a limit, a quota. */
    WAIT_UNTIL,
    /** It may work soon: a time-out, a fault of the vendor's. */
    TEMPORARY,
    /** Somebody must sign in again. */
    REAUTHORISE,
    /** The credential has run out and can be renewed without a person. */
    REFRESH,
    /** The vendor does not allow it, now or later. */
    NOT_PERMITTED,
    /** Somebody else reads this account at the same time. */
    CONFLICT,
    /** The vendor's answer cannot be understood. */
    MALFORMED,
    /** An answer went out and nothing came back: it may have been taken or not. */
    UNCONFIRMED
  }

  /** What helps. */
  private final Kind kind;

  /** When to try again, if the vendor says so. */
  private final @Nullable Instant retryAt;

  /**
   * A failure.
   *
   * @param kind what helps
   * @param message what happened, where, what to do
   * @param retryAt when to try again, if the vendor says so
   * @param cause the fault beneath, or null
   */
  public ChannelException(
      Kind kind, String message, @Nullable Instant retryAt, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = Objects.requireNonNull(kind, "kind");
    this.retryAt = retryAt;
  }

  /**
   * A failure without a time and a cause.
   *
   * @param kind what helps
   * @param message what happened, where, what to do
   * @return the failure
   */
  public static ChannelException of(Kind kind, String message) {
    return new ChannelException(kind, message, null, null);
  }

  /**
   * A limit that the vendor lifts at a time it has named.
   *
   * @param message what happened, where
   * @param retryAt when to try again
   * @return a failure of kind {@link Kind#WAIT_UNTIL}
   */
  public static ChannelException waitUntil(String message, Instant retryAt) {
    return new ChannelException(Kind.WAIT_UNTIL, message, retryAt, null);
  }

  /**
   * What an adapter has thrown that it must not throw, told as a failure of the channel.
   *
   * @param account the account of the adapter
   * @param defect what it has thrown, such as for a library that is not on the class path
   * @return a failure of kind {@link Kind#MALFORMED} with the place of the defect and without its
   *     message, which may quote what a citizen wrote
   */
  public static ChannelException ofDefect(AccountId account, Throwable defect) {
    ChannelException failure =
        new ChannelException(
            Kind.MALFORMED,
            "the adapter of " + account + " failed: " + defect.getClass().getName(),
            null,
            null);
    failure.setStackTrace(defect.getStackTrace());
    return failure;
  }

  /**
   * What helps.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * When to try again.
   *
   * @return the vendor's time, or nothing if it names none
   */
  public Optional<Instant> findRetryAt() {
    return Optional.ofNullable(retryAt);
  }

  /**
   * Whether the same call may succeed later without anybody doing anything.
   *
   * @return false if a person has to act
   */
  public boolean isWorthRetrying() {
    return kind != Kind.NOT_PERMITTED && kind != Kind.REAUTHORISE;
  }
}
