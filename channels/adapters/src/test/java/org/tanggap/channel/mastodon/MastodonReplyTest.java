package org.tanggap.channel.mastodon;

import java.time.Duration;
import java.util.List;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.Photo;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.ReplyChannelContract;

/** What every reply channel promises. */
class MastodonReplyTest extends ReplyChannelContract {

  private final FakeMastodon server = new FakeMastodon();

  @Override
  protected FakeVendor vendor() {
    return server;
  }

  @Override
  protected ReplyChannel connect() {
    return Mastodons.builder(server, clock()).timeout(Duration.ofMillis(300)).build();
  }

  @Override
  protected ReplyTarget target() {
    return Mastodons.target(server.publish("Jalan berlubang"), "unlisted");
  }

  @Override
  protected List<String> delivered() {
    return server.answers();
  }

  @Override
  protected List<Photo> photos() {
    return List.of(Photo.of("foto-1"), Photo.of("foto-2"));
  }

  @Override
  protected int deliveredPhotos() {
    return server.posted().stream().mapToInt(status -> status.path("media_ids").size()).sum();
  }

  @Override
  protected String secret() {
    return FakeMastodon.TOKEN;
  }
}
