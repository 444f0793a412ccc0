package org.tanggap.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.AccountId;

/** Where the accounts of a {@link MemoryStore} stand, which guards them with its lock. */
final class MemoryAccounts {

  private static final long NOBODY = 0;

  private final Map<AccountId, Cursor> cursors = new HashMap<>();
  private final TreeMap<String, Kept> accounts = new TreeMap<>();

  private record Kept(AccountStanding standing, long claimedUntil) {

    boolean isDue(long now) {
      return Millis.ceil(standing.nextPoll()) <= now && claimedUntil <= now;
    }

    Kept claimed(long until) {
      AccountStanding next =
          new AccountStanding(
              standing.account(),
              standing.claim() + 1,
              standing.nextPoll(),
              standing.failures(),
              standing.lastSuccess(),
              standing.lastMessage(),
              standing.problem());
      return new Kept(next, until);
    }
  }

  Optional<Cursor> findCursor(AccountId account) {
    return Optional.ofNullable(cursors.get(account));
  }

  void move(Commit.@Nullable CursorMove move) {
    if (move != null) {
      cursors.put(move.account(), move.to());
    }
  }

  Optional<AccountStanding> claim(AccountId account, Instant now, Duration lease) {
    Kept before =
        accounts.getOrDefault(account.toString(), new Kept(AccountStanding.fresh(account), NOBODY));
    if (!before.isDue(Millis.floor(now))) {
      return Optional.empty();
    }
    Kept claimed = before.claimed(Millis.ceil(now.plus(lease)));
    accounts.put(account.toString(), claimed);
    return Optional.of(claimed.standing());
  }

  boolean settle(AccountStanding standing) {
    Kept kept = accounts.get(standing.account().toString());
    if (kept == null || kept.standing().claim() != standing.claim()) {
      return false;
    }
    accounts.put(standing.account().toString(), new Kept(standing, NOBODY));
    return true;
  }

  List<AccountStanding> list() {
    return accounts.values().stream().map(Kept::standing).toList();
  }
}
