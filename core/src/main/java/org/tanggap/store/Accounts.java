package org.tanggap.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.AccountId;

/** Where the accounts stand: the cursor of each, and who reads it. */
final class Accounts {

  private static final String COLUMNS =
      "account, claim, next_poll, failures, last_success, last_message,"
          + " problem_kind, problem_message, problem_since";

  /** One statement, so that of several processes one gets it. */
  private static final String CLAIM =
      "INSERT INTO tanggap_account (account, claim, claimed_until, next_poll, failures)"
          + " VALUES (?, 1, ?, 0, 0) ON CONFLICT (account) DO UPDATE"
          + " SET claim = tanggap_account.claim + 1, claimed_until = excluded.claimed_until"
          + " WHERE tanggap_account.next_poll <= ? AND tanggap_account.claimed_until <= ?"
          + " RETURNING "
          + COLUMNS;

  private static final String SETTLE =
      "UPDATE tanggap_account SET claimed_until = 0, next_poll = ?, failures = ?,"
          + " last_success = ?, last_message = ?, problem_kind = ?, problem_message = ?,"
          + " problem_since = ? WHERE account = ? AND claim = ?";

  private static final String FIRST_CURSOR =
      "INSERT INTO tanggap_cursor (account, value) VALUES (?, ?) ON CONFLICT DO NOTHING";

  private static final String MOVE_CURSOR =
      "UPDATE tanggap_cursor SET value = ? WHERE account = ? AND value = ?";

  private Accounts() {}

  static Optional<AccountStanding> claim(
      Session session, AccountId account, Instant now, Duration lease) throws SQLException {
    return session
        .read(
            CLAIM,
            account,
            (params, it) ->
                params
                    .text(it.toString())
                    .number(Millis.ceil(now.plus(lease)))
                    .number(Millis.floor(now))
                    .number(Millis.floor(now)),
            row -> read(session, row))
        .stream()
        .findFirst();
  }

  static boolean settle(Session session, AccountStanding standing) throws SQLException {
    AccountStanding.Problem problem = standing.problem();
    return session.update(
            SETTLE,
            standing,
            (params, it) ->
                params
                    .number(Millis.ceil(it.nextPoll()))
                    .number(it.failures())
                    .number(millis(it.lastSuccess()))
                    .number(millis(it.lastMessage()))
                    .plain(problem == null ? null : problem.kind())
                    .text(problem == null ? null : problem.message())
                    .number(problem == null ? null : millis(problem.since()))
                    .text(it.account().toString())
                    .number(it.claim()))
        == 1;
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : Millis.floor(instant);
  }

  static List<AccountStanding> list(Session session) throws SQLException {
    return session
        .read("SELECT " + COLUMNS + " FROM tanggap_account", row -> read(session, row))
        .stream()
        .sorted(Comparator.comparing(standing -> standing.account().toString()))
        .toList();
  }

  private static AccountStanding read(Session session, ResultSet row) throws SQLException {
    return new AccountStanding(
        StoredIds.account(session.text(row, 1)),
        row.getLong(2),
        Instant.ofEpochMilli(row.getLong(3)),
        row.getInt(4),
        instant(row, 5),
        instant(row, 6),
        readProblem(session, row));
  }

  private static AccountStanding.@Nullable Problem readProblem(Session session, ResultSet row)
      throws SQLException {
    String name = row.getString(7);
    Instant since = instant(row, 9);
    if (name == null) {
      return null;
    }
    ChannelException.Kind kind =
        Arrays.stream(ChannelException.Kind.values())
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new StoreException("the kind of a problem in the database is none", null));
    return new AccountStanding.Problem(
        kind, session.text(row, 8), Objects.requireNonNullElse(since, Instant.EPOCH));
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  static Optional<Cursor> findCursor(Session session, AccountId account) throws SQLException {
    return session
        .read(
            "SELECT value FROM tanggap_cursor WHERE account = ?",
            account.toString(),
            Params::text,
            row -> new Cursor(session.text(row, 1)))
        .stream()
        .findFirst();
  }

  /** False if the cursor is not where it has to be. */
  static boolean move(Session session, Commit.CursorMove move) throws SQLException {
    Cursor from = move.from();
    if (from == null) {
      return session.update(
              FIRST_CURSOR,
              move,
              (params, it) -> params.text(it.account().toString()).text(it.to().value()))
          == 1;
    }
    return session.update(
            MOVE_CURSOR,
            move,
            (params, it) ->
                params.text(it.to().value()).text(it.account().toString()).text(from.value()))
        == 1;
  }
}
