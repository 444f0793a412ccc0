package org.tanggap.channel.bluesky;

import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;

/** Any bytes as an answer of the server and as a cursor: messages, or the one typed error. */
public final class BlueskyFuzz {

  private static final BlueskyMessages MESSAGES =
      new BlueskyMessages(Blueskies.ACCOUNT, BlueskyChannel.IMAGE_URL);

  private BlueskyFuzz() {}

  /**
   * One input.
   *
   * @param data the bytes
   */
  public static void fuzzerTestOneInput(byte[] data) {
    JsonNode page = Json.find(data).orElse(null);
    if (page == null) {
      return;
    }
    for (JsonNode notification : page.path("notifications")) {
      ChannelMessage message = MESSAGES.message(notification, FakeBluesky.OWN_DID);
      if (message instanceof ChannelMessage.NewReport report
          && ThreadPlace.find(report.conversation().hint()).isEmpty()) {
        throw new AssertionError("a report that cannot be answered");
      }
    }
    try {
      BlueskyCursor.parse(new Cursor(page.toString()), Blueskies.ACCOUNT).toCursor();
    } catch (ChannelException damaged) {
      // The declared answer to a damaged cursor.
    } catch (IllegalArgumentException tooLong) {
      if (page.toString().length() <= 65_536) {
        throw tooLong;
      }
    }
  }
}
