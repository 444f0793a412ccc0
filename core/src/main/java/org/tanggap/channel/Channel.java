package org.tanggap.channel;

import org.tanggap.complaint.AccountId;

/**
 * A connection to one account on one kind of channel. It opens no connection before it is asked for
 * something, and starts no thread.
 */
public interface Channel extends AutoCloseable {

  /**
   * The account, which is part of every message key and must never change.
   *
   * @return the account
   */
  AccountId account();

  /**
   * What the vendor has told about the credential and the quota, as far as it was heard. Any thread
   * may ask; the vendor is not called for it.
   *
   * @return the vitals; unknown unless the adapter says more
   */
  default Vitals vitals() {
    return Vitals.UNKNOWN;
  }

  /**
   * Renews the credential without a person. Called once after a failure of kind {@link
   * ChannelException.Kind#REFRESH}; then the call that failed is made again.
   *
   * @throws ChannelException if it cannot be renewed; of kind {@link
   *     ChannelException.Kind#REAUTHORISE} unless the adapter does more
   */
  default void refresh() {
    throw ChannelException.of(
        ChannelException.Kind.REAUTHORISE,
        "the credential of " + account() + " has run out: sign in again");
  }

  /** Lets go of connections and files; may be called twice. */
  @Override
  default void close() {}
}
