package org.tanggap.channel.bluesky;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.html.Mutations;
import org.tanggap.channel.web.Json;
import org.tanggap.testkit.PayloadFixtures;
import org.tanggap.testkit.Rendering;
import tools.jackson.databind.JsonNode;

/** From notifications to messages. */
class BlueskyMessagesTest {

  static String rendered(byte[] page) {
    BlueskyMessages messages = new BlueskyMessages(Blueskies.ACCOUNT, BlueskyChannel.IMAGE_URL);
    List<ChannelMessage> all = new ArrayList<>();
    for (JsonNode notification : Json.find(page).orElseThrow().path("notifications")) {
      all.add(messages.message(notification, FakeBluesky.OWN_DID));
    }
    return Rendering.of(all);
  }

  @TestFactory
  Stream<DynamicTest> every_payload_is_read_as_expected() {
    return PayloadFixtures.beside(getClass(), "payloads", 26, BlueskyMessagesTest::rendered);
  }

  @TestFactory
  Stream<DynamicTest> every_malformed_payload_is_named_and_nothing_is_quoted() {
    return PayloadFixtures.beside(getClass(), "malformed", 12, BlueskyMessagesTest::rendered);
  }

  @Test
  void thousands_of_damaged_payloads_give_declared_outcomes() {
    Mutations.run(getClass(), 4_000, BlueskyFuzz::fuzzerTestOneInput, "payloads", "malformed");
  }
}
