package org.tanggap.channel.x;

import java.util.Arrays;
import java.util.List;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.web.Json;
import org.tanggap.testkit.ManualClock;
import org.tanggap.testkit.Rendering;
import tools.jackson.databind.JsonNode;

/**
 * Any bytes as a page of a timeline and as a signed request: one message for each post, the same
 * each time, and never an exception.
 */
public final class XFuzz {

  private static final XMessages MESSAGES = new XMessages(Accounts.ACCOUNT, FakeX.USER);
  private static final XChannel CHANNEL =
      Accounts.builderWithoutVendor(ManualClock.at(Accounts.NOW)).build();

  private XFuzz() {}

  /**
   * One input.
   *
   * @param data the bytes
   */
  public static void fuzzerTestOneInput(byte[] data) {
    Json.find(data).ifPresent(XFuzz::checkPage);
    PushVerdict verdict = CHANNEL.open(Hooks.signed(Accounts.SECRETS.get(0), data));
    boolean object = Json.find(data).filter(JsonNode::isObject).isPresent();
    if (object != (verdict instanceof PushVerdict.Genuine)) {
      throw new AssertionError("a signed JSON object is genuine, all else is refused");
    }
    if (verdict instanceof PushVerdict.Genuine genuine && genuine.messages().isEmpty()) {
      boolean empty = Json.find(data).orElseThrow().path("data").isArray();
      if (!empty) {
        throw new AssertionError("an event is passed over in silence");
      }
    }
    CHANNEL.open(Hooks.signed("orang-lain", Arrays.copyOf(data, data.length)));
  }

  private static void checkPage(JsonNode page) {
    List<ChannelMessage> messages = MESSAGES.timeline(page);
    if (!messages.equals(MESSAGES.timeline(page)) || Rendering.of(messages).isEmpty()) {
      throw new AssertionError("a post is one message, the same each time");
    }
    if (page.path("data").isArray() && messages.size() != page.path("data").size()) {
      throw new AssertionError("a post is passed over in silence");
    }
    XWalk walk = XWalk.since("1").after(page);
    if (!XWalk.read(walk.write()).equals(walk)) {
      throw new AssertionError("a walk cannot be read again");
    }
  }
}
