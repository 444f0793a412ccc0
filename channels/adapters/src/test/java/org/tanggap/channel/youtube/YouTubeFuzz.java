package org.tanggap.channel.youtube;

import java.util.ArrayList;
import java.util.List;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.web.Json;
import org.tanggap.testkit.Rendering;
import tools.jackson.databind.JsonNode;

/** Any bytes as a page of threads: one message for each comment, and never an exception. */
public final class YouTubeFuzz {

  private static final YouTubeMessages MESSAGES =
      new YouTubeMessages(Tubes.ACCOUNT, FakeYouTube.CHANNEL);

  private YouTubeFuzz() {}

  /**
   * One input.
   *
   * @param data the bytes
   */
  public static void fuzzerTestOneInput(byte[] data) {
    Json.find(data).ifPresent(page -> page.path("items").forEach(YouTubeFuzz::check));
  }

  private static void check(JsonNode thread) {
    List<ChannelMessage> messages = read(thread);
    int replies = thread.path("replies").path("comments").size();
    if (messages.size() != 1 + replies || !messages.equals(read(thread))) {
      throw new AssertionError("a comment is one message, the same each time");
    } else if (Rendering.of(messages).isEmpty()) {
      throw new AssertionError("a message that cannot be written out");
    }
  }

  private static List<ChannelMessage> read(JsonNode thread) {
    List<ChannelMessage> messages = new ArrayList<>();
    MESSAGES.thread(thread).forEach(comment -> messages.add(comment.message()));
    return messages;
  }
}
