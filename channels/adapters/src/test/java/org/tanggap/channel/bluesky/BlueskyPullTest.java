package org.tanggap.channel.bluesky;

import java.time.Duration;
import org.tanggap.channel.PullChannel;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.PullChannelContract;

/** What every pull channel promises. */
class BlueskyPullTest extends PullChannelContract {

  private final FakeBluesky server = new FakeBluesky();

  @Override
  protected FakeVendor vendor() {
    return server;
  }

  @Override
  protected PullChannel connect() {
    return Blueskies.builder(server, clock())
        .pageSize(pageSize())
        .timeout(Duration.ofMillis(300))
        .build();
  }

  @Override
  protected int mostMessages() {
    return pageSize();
  }

  @Override
  protected int mostCharacters() {
    return 300;
  }

  @Override
  protected String publish(String text) {
    return server.publish(text);
  }

  @Override
  protected void publishOwn(String text) {
    server.publishOwn(text);
  }

  @Override
  protected String secret() {
    return FakeBluesky.PASSWORD;
  }
}
