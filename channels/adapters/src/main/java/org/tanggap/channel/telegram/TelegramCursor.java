package org.tanggap.channel.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.AccountId;
import tools.jackson.databind.JsonNode;

/**
 * The first update that is still wanted, and when the last one came.
 *
 * <p>After a week without updates Telegram goes on counting from a random number (Bot API, {@code
 * Update}), which may be lower; the old offset would then confirm updates that nobody has read. So
 * after six quiet days it is asked without an offset, which brings what is unconfirmed.
 *
 * @param offset the highest {@code update_id} seen, plus one; 0 at the very beginning
 * @param seen when that was, in seconds since 1970
 */
record TelegramCursor(long offset, long seen) {

  static final TelegramCursor START = new TelegramCursor(0, 0);

  private static final Duration QUIET = Duration.ofDays(6);
  private static final Pattern TEXT = Pattern.compile("offset=([0-9]{1,18}) seen=([0-9]{1,11})");

  static TelegramCursor parse(@Nullable Cursor cursor, AccountId account) {
    if (cursor == null) {
      return START;
    }
    Matcher matcher = TEXT.matcher(cursor.value());
    if (!matcher.matches()) {
      throw ChannelException.of(
          ChannelException.Kind.MALFORMED, "the cursor of " + account + " is damaged");
    }
    return new TelegramCursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  Cursor toCursor() {
    return new Cursor("offset=" + offset + " seen=" + seen);
  }

  @Nullable Long offsetAt(Instant now) {
    boolean quiet = Instant.ofEpochSecond(seen).plus(QUIET).isBefore(now);
    return offset == 0 || quiet ? null : offset;
  }

  TelegramCursor after(List<JsonNode> updates, Instant now) {
    long next =
        updates.stream()
            .map(update -> Json.text(update.path("update_id")))
            .filter(id -> id.matches("[0-9]{1,17}"))
            .mapToLong(id -> Long.parseLong(id) + 1)
            .max()
            .orElse(0);
    return next == 0 ? this : new TelegramCursor(next, now.getEpochSecond());
  }
}
