package org.tanggap.room;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.AccountId;
import org.tanggap.store.Bookmark;

/**
 * Which items of the inbox are wanted.
 *
 * @param accounts only what came by these; empty for all accounts
 * @param awaitingOnly only what awaits an answer
 * @param after where the page before ended, or null for the first page
 * @param limit at most this many items, 1 to 500
 */
public record InboxFilter(
    Set<AccountId> accounts, boolean awaitingOnly, @Nullable Bookmark after, int limit) {

  public InboxFilter {
    accounts = Set.copyOf(accounts);
    Objects.checkIndex(limit - 1, 500);
  }

  /**
   * Everything that awaits an answer on any account, fifty at once.
   *
   * @return the filter
   */
  public static InboxFilter awaiting() {
    return new InboxFilter(Set.of(), true, null, 50);
  }

  /**
   * Everything that is open on any account, fifty at once.
   *
   * @return the filter
   */
  public static InboxFilter open() {
    return new InboxFilter(Set.of(), false, null, 50);
  }

  /**
   * This filter for some accounts only.
   *
   * @param some the accounts, such as those of a unit
   * @return a copy
   */
  public InboxFilter of(Set<AccountId> some) {
    return new InboxFilter(some, awaitingOnly, after, limit);
  }

  /**
   * This filter for the page after another.
   *
   * @param end where the page before ended
   * @return a copy
   */
  public InboxFilter after(@Nullable Bookmark end) {
    return new InboxFilter(accounts, awaitingOnly, end, limit);
  }

  /**
   * This filter with another length of a page.
   *
   * @param most at most this many items, 1 to 500
   * @return a copy
   */
  public InboxFilter limit(int most) {
    return new InboxFilter(accounts, awaitingOnly, after, most);
  }
}
