package org.tanggap.channel;

import org.tanggap.complaint.AccountId;

/** A connection to one account on one kind of channel. */
public interface Channel extends AutoCloseable {

  /**
   * The account, which is part of every message key and must never change.
   *
   * @return the account
   */
  AccountId account();

  /** Lets go of connections and files; may be called twice. */
  @Override
  default void close() {}
}
