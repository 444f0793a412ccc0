package org.tanggap.channel.youtube;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.web.Json;
import org.tanggap.testkit.PayloadFixtures;
import org.tanggap.testkit.Rendering;
import tools.jackson.databind.JsonNode;

/** Pages of threads in the shapes of the Data API's documentation. */
class YouTubePayloadsTest {

  @TestFactory
  Stream<DynamicTest> every_page_of_threads_is_read_as_expected() {
    return PayloadFixtures.beside(getClass(), "threads", 27, YouTubePayloadsTest::read);
  }

  static String read(byte[] bytes) {
    YouTubeMessages messages = new YouTubeMessages(Tubes.ACCOUNT, FakeYouTube.CHANNEL);
    List<ChannelMessage> all = new ArrayList<>();
    for (JsonNode thread : Json.find(bytes).orElseThrow().path("items")) {
      messages.thread(thread).forEach(comment -> all.add(comment.message()));
    }
    return Rendering.of(all);
  }
}
