package org.tanggap.channel.bluesky;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Page;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;

/**
 * One step of a walk back through the notifications.
 *
 * <p>A walk begins at the newest and ends at the end of the list, at the first page that a finished
 * walk has delivered completely, or at one that reaches further back than the overlap. Only then
 * does what it has seen count as known, so that a walk that is given up leaves no hole.
 */
final class NotificationWalk {

  private final BlueskyApi api;
  private final BlueskyMessages messages;
  private final BlueskySession.Tokens tokens;
  private final int pageSize;
  private final long overlapSeconds;
  private final InstantSource clock;

  NotificationWalk(
      BlueskyApi api,
      BlueskyMessages messages,
      BlueskySession.Tokens tokens,
      int pageSize,
      Duration overlap,
      InstantSource clock) {
    this.api = api;
    this.messages = messages;
    this.tokens = tokens;
    this.pageSize = pageSize;
    this.overlapSeconds = overlap.toSeconds();
    this.clock = clock;
  }

  Page page(BlueskyCursor from) {
    BlueskyCursor.Walk walk = from.walk();
    if (walk == null) {
      return step(from, null, api.listNotifications(tokens, null, pageSize));
    }
    JsonNode list;
    try {
      list = api.listNotifications(tokens, walk.next(), pageSize);
    } catch (ChannelException e) {
      if (e.kind() != Kind.NOT_PERMITTED) {
        throw e;
      }
      // The server no longer knows the place: begin this walk anew.
      return step(from, null, api.listNotifications(tokens, null, pageSize));
    }
    return step(from, walk, list);
  }

  private Page step(BlueskyCursor from, BlueskyCursor.@Nullable Walk walk, JsonNode list) {
    JsonNode notifications = list.path("notifications");
    if (!notifications.isArray()) {
      throw ChannelException.of(Kind.MALFORMED, "Bluesky answered with no list of notifications");
    }
    long newest = walk == null ? newest(notifications, from.known()) : walk.newest();
    Map<String, Long> walked = new HashMap<>(walk == null ? Map.of() : walk.seen());
    List<ChannelMessage> fresh = new ArrayList<>();
    boolean beyond = false;
    long time = newest;
    for (JsonNode notification : notifications) {
      Instant told = Json.timeOrNull(notification.path("indexedAt"));
      time = told == null ? time : told.getEpochSecond();
      boolean old = from.known() != null && time < from.known() - overlapSeconds;
      beyond |= old;
      String name = BlueskyCursor.hash(BlueskyMessages.where(notification));
      if (!old && !from.seen().containsKey(name)) {
        fresh.add(messages.message(notification, tokens.did()));
        walked.put(name, time);
      }
    }
    Collections.reverse(fresh);
    String next = Json.text(list.path("cursor"));
    boolean ends = next.isEmpty() || (walk != null && next.equals(walk.next()));
    boolean allKnown = from.known() != null && !notifications.isEmpty() && fresh.isEmpty();
    return ends || beyond || allKnown
        ? new Page(fresh, finished(from, walked, newest).toCursor(), false)
        : new Page(fresh, onTheWay(from, walked, newest, next).toCursor(), true);
  }

  /** Not ahead of our clock, which would hide what comes until then. */
  private long newest(JsonNode notifications, @Nullable Long known) {
    long newest = known == null ? 0 : known;
    for (JsonNode notification : notifications) {
      Instant told = Json.timeOrNull(notification.path("indexedAt"));
      newest = told == null ? newest : Math.max(newest, told.getEpochSecond());
    }
    return Math.min(newest, clock.instant().getEpochSecond());
  }

  private BlueskyCursor onTheWay(
      BlueskyCursor from, Map<String, Long> walked, long newest, String next) {
    if (next.length() > BlueskyCursor.MAX_NEXT) {
      throw ChannelException.of(Kind.MALFORMED, "Bluesky named too long a place in its list");
    }
    Map<String, Long> latest = BlueskyCursor.latest(walked, newest - overlapSeconds);
    return new BlueskyCursor(
        from.known(), from.seen(), new BlueskyCursor.Walk(next, newest, latest));
  }

  private BlueskyCursor finished(BlueskyCursor from, Map<String, Long> walked, long newest) {
    Map<String, Long> all = new HashMap<>(from.seen());
    all.putAll(walked);
    return new BlueskyCursor(newest, BlueskyCursor.latest(all, newest - overlapSeconds), null);
  }
}
