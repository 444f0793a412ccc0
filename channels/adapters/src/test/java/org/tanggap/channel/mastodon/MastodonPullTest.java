package org.tanggap.channel.mastodon;

import java.time.Duration;
import org.tanggap.channel.PullChannel;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.PullChannelContract;

/** What every pull channel promises. */
class MastodonPullTest extends PullChannelContract {

  private final FakeMastodon server = new FakeMastodon();

  @Override
  protected FakeVendor vendor() {
    return server;
  }

  @Override
  protected PullChannel connect() {
    return Mastodons.builder(server, clock())
        .pageSize(pageSize())
        .timeout(Duration.ofMillis(300))
        .build();
  }

  @Override
  protected int mostMessages() {
    return pageSize();
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
  protected boolean edit(String id, String text) {
    server.edit(id, text, clock().instant());
    return true;
  }

  @Override
  protected String secret() {
    return FakeMastodon.TOKEN;
  }
}
