package org.tanggap.channel.x;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.complaint.AccountId;
import tools.jackson.databind.JsonNode;

/**
 * Reads the two timelines, one after the other. Both come newest first: a walk goes back page by
 * page to the newest post known, and only its last page moves that mark. Where X does not go back
 * far enough, a message says so.
 */
final class XTimelines {

  /** The mentions that X keeps, less some that were deleted since and are left out of its count. */
  private static final int MENTIONS_KEPT = 800 - 40;

  private final AccountId account;
  private final XApi api;
  private final XMessages messages;
  private final @Nullable String query;
  private final int pageSize;
  private final Duration lookBack;
  private final InstantSource clock;

  XTimelines(
      AccountId account,
      XApi api,
      XMessages messages,
      @Nullable String query,
      int pageSize,
      Duration lookBack,
      InstantSource clock) {
    this.account = account;
    this.api = api;
    this.messages = messages;
    this.query = query;
    this.pageSize = pageSize;
    this.lookBack = lookBack;
    this.clock = clock;
  }

  Page pull(@Nullable Cursor at) {
    XCursor cursor = XCursor.read(account, at, this::beginning);
    if (cursor.searching() && query != null) {
      Step step = step(query, cursor.search());
      boolean more = !step.walk().isFresh();
      return page(step, new XCursor(cursor.mentions(), step.walk(), more), more);
    }
    Step step = step(null, cursor.mentions());
    boolean ended = step.walk().isFresh();
    boolean more = !ended || query != null;
    return page(step, new XCursor(step.walk(), cursor.search(), ended && query != null), more);
  }

  private XCursor beginning() {
    String start = clock.instant().minus(lookBack).truncatedTo(ChronoUnit.SECONDS).toString();
    return new XCursor(XWalk.startingAt(start), XWalk.since(""), false);
  }

  private static Page page(Step step, XCursor cursor, boolean more) {
    return new Page(step.messages(), cursor.write(), more);
  }

  /** What one call brought, and where the walk stands now: fresh if it has ended. */
  private record Step(List<ChannelMessage> messages, XWalk walk) {}

  private Step step(@Nullable String search, XWalk walk) {
    JsonNode page;
    try {
      page = search == null ? api.mentions(walk, pageSize) : api.search(search, walk, pageSize);
    } catch (ChannelException e) {
      if (XFault.is(XFault.What.OLD_TOKEN, e) && !walk.token().isEmpty()) {
        return step(search, walk.again());
      } else if (XFault.is(XFault.What.OLD_SINCE, e) && !walk.since().isEmpty() && !walk.gap()) {
        return step(search, walk.withGap());
      }
      throw e;
    }
    XWalk next = walk.after(page);
    boolean circle = !next.token().isEmpty() && next.token().equals(walk.token());
    if (circle || next.token().length() > 10_000) {
      throw ChannelException.of(
          ChannelException.Kind.MALFORMED, "X names no next page that can be asked for");
    }
    List<ChannelMessage> found = messages.timeline(page);
    if (!next.token().isEmpty()) {
      return new Step(found, next);
    }
    boolean gap = next.gap() || (search == null && next.count() >= MENTIONS_KEPT);
    if (gap) {
      found.add(0, gap(search == null ? "mentions" : "search", next));
    }
    String newest = XWalk.later(next.newest(), walk.since());
    return new Step(found, newest.isEmpty() ? XWalk.startingAt(walk.start()) : XWalk.since(newest));
  }

  private static ChannelMessage gap(String timeline, XWalk walk) {
    String since = walk.since().isEmpty() ? walk.start() : "post " + walk.since();
    String oldest = walk.oldest().isEmpty() ? "now" : "post " + walk.oldest();
    return new ChannelMessage.Malformed(
        "gap in " + timeline + " after " + since,
        "gap: X does not go back from "
            + oldest
            + " to "
            + since
            + "; look on X for what was written between them");
  }
}
