package org.tanggap.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.complaint.MessageKey;

/** Announced messages that have to be fetched from their vendors. */
final class Fetches {

  /** Due at once. */
  private static final String NEW =
      "INSERT INTO tanggap_fetch (account, external_id, hint, due, claimed_until, attempts)"
          + " VALUES (?, ?, ?, 0, 0, 0) ON CONFLICT DO NOTHING";

  private static final String FETCHED =
      "DELETE FROM tanggap_fetch WHERE account = ? AND external_id = ?";

  private static final String CLAIM =
      "WITH due AS MATERIALIZED (SELECT account, external_id FROM tanggap_fetch"
          + " WHERE due <= ? AND claimed_until <= ? ORDER BY due, account, external_id LIMIT ?%s)"
          + " UPDATE tanggap_fetch SET claimed_until = ?, attempts = attempts + 1"
          + " WHERE (account, external_id) IN (SELECT account, external_id FROM due)"
          + " RETURNING account, external_id, hint, attempts, due";

  private static final String POSTPONE =
      "UPDATE tanggap_fetch SET due = ?, claimed_until = 0"
          + " WHERE account = ? AND external_id = ? AND attempts = ? AND claimed_until <> 0";

  private Fetches() {}

  /** What is announced and fetched in one commit is fetched. */
  static void write(Session session, Commit commit) throws SQLException {
    session.<ChannelMessage.NeedsFetch>batch(
        NEW,
        commit.fetches().stream()
            .sorted(Comparator.comparing(ChannelMessage.NeedsFetch::key, MessageOrder.BY_KEY))
            .toList(),
        (params, announced) -> bind(params, announced.key()).text(announced.hint()));
    Collection<MessageKey> fetched = commit.fetched().stream().sorted(MessageOrder.BY_KEY).toList();
    session.<MessageKey>batch(FETCHED, fetched, Fetches::bind);
  }

  private static Params bind(Params params, MessageKey key) throws SQLException {
    return params.text(key.account().toString()).plain(key.externalId());
  }

  private record Claimed(long due, PendingFetch fetch) {

    MessageKey key() {
      return fetch.announced().key();
    }
  }

  /** One statement, whose rows come in no order. */
  static List<PendingFetch> claim(Session session, Instant now, Duration lease, int limit)
      throws SQLException {
    return session
        .read(
            CLAIM.replace("%s", session.dialect().skipClaimed()),
            now,
            (params, at) ->
                params
                    .number(Millis.floor(at))
                    .number(Millis.floor(at))
                    .number(limit)
                    .number(Millis.ceil(at.plus(lease))),
            row -> {
              MessageKey key =
                  new MessageKey(StoredIds.account(session.text(row, 1)), row.getString(2));
              return new Claimed(
                  row.getLong(5),
                  new PendingFetch(
                      new ChannelMessage.NeedsFetch(key, session.text(row, 3)), row.getInt(4)));
            })
        .stream()
        .sorted(
            Comparator.comparingLong(Claimed::due).thenComparing(Claimed::key, MessageOrder.BY_KEY))
        .map(Claimed::fetch)
        .toList();
  }

  static void postpone(Session session, PendingFetch fetch, Instant due) throws SQLException {
    session.update(
        POSTPONE,
        fetch,
        (params, it) ->
            bind(params.number(Millis.ceil(due)), it.announced().key()).number(it.attempts()));
  }
}
