package org.tanggap.channel.bluesky;

import java.time.Duration;
import java.util.List;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.Photo;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.ReplyChannelContract;

/** What every reply channel promises. */
class BlueskyReplyTest extends ReplyChannelContract {

  private final FakeBluesky server = new FakeBluesky();

  @Override
  protected FakeVendor vendor() {
    return server;
  }

  @Override
  protected ReplyChannel connect() {
    return Blueskies.builder(server, clock()).timeout(Duration.ofMillis(300)).build();
  }

  @Override
  protected ReplyTarget target() {
    return Blueskies.target(server.publish("Jalan berlubang"));
  }

  @Override
  protected List<String> delivered() {
    return server.answers();
  }

  @Override
  protected List<Photo> photos() {
    return List.of(Photo.of("foto-1000"), Photo.of("foto-2000"));
  }

  @Override
  protected int deliveredPhotos() {
    return server.posts().stream().mapToInt(it -> it.path("embed").path("images").size()).sum();
  }

  @Override
  protected String secret() {
    return FakeBluesky.PASSWORD;
  }
}
