package org.tanggap.store;

import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;

/** Whether a commit was written. */
public sealed interface CommitResult {

  /** Everything was written. */
  record Committed() implements CommitResult {}

  /**
   * Nothing was written: somebody else took one of the messages in the meantime.
   *
   * @param key the message
   */
  record MessageTaken(MessageKey key) implements CommitResult {}

  /**
   * Nothing was written: somebody else changed the complaint in the meantime.
   *
   * @param id the complaint
   */
  record VersionMoved(ComplaintId id) implements CommitResult {}

  /**
   * Nothing was written: somebody else has moved the account's cursor in the meantime.
   *
   * @param account the account
   */
  record CursorMoved(AccountId account) implements CommitResult {}
}
