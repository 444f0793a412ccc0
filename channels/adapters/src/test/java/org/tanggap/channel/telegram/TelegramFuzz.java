package org.tanggap.channel.telegram;

import java.nio.charset.StandardCharsets;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.web.Json;
import org.tanggap.testkit.Rendering;

/** Any bytes as an update: one message, the same each time, and never an exception. */
public final class TelegramFuzz {

  private static final TelegramMessages MESSAGES = Bots.messages();

  private TelegramFuzz() {}

  /**
   * One input.
   *
   * @param data the bytes
   */
  public static void fuzzerTestOneInput(byte[] data) {
    Json.find(data).ifPresent(update -> check(MESSAGES.read(update), MESSAGES.read(update)));
  }

  private static void check(ChannelMessage message, ChannelMessage again) {
    if (!message.equals(again) || Rendering.of(message).isEmpty()) {
      throw new AssertionError("an update is one message, the same each time");
    }
    if (message instanceof ChannelMessage.NeedsFetch announced) {
      byte[] hint = announced.hint().getBytes(StandardCharsets.UTF_8);
      if (Json.find(hint).flatMap(MESSAGES::findReport).isEmpty()) {
        throw new AssertionError("an announcement holds what is needed to fetch it");
      }
    }
  }
}
