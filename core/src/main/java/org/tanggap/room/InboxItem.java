package org.tanggap.room;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Claim;
import org.tanggap.complaint.Complaint;

/**
 * A complaint as the room sees it.
 *
 * @param complaint the complaint
 * @param account the account by which the citizen last wrote
 * @param lastHeard when the citizen last wrote
 * @param awaitsAnswer whether the citizen wrote after the last answer
 * @param permission whether and how it can be answered
 * @param claim the officer who is about to answer, or null if nobody is
 */
public record InboxItem(
    Complaint complaint,
    AccountId account,
    Instant lastHeard,
    boolean awaitsAnswer,
    ReplyPermission permission,
    @Nullable Claim claim) {

  public InboxItem {
    Objects.requireNonNull(complaint, "complaint");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(lastHeard, "lastHeard");
    Objects.requireNonNull(permission, "permission");
  }

  /**
   * Who is about to answer.
   *
   * @return the claim, or nothing if it is free
   */
  public Optional<Claim> findClaim() {
    return Optional.ofNullable(claim);
  }
}
