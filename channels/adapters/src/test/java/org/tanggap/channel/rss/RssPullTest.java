package org.tanggap.channel.rss;

import java.time.Duration;
import org.tanggap.channel.PullChannel;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.PullChannelContract;

/** What every pull channel promises. */
class RssPullTest extends PullChannelContract {

  private final FakeFeed server = new FakeFeed();

  @Override
  protected FakeVendor vendor() {
    return server;
  }

  @Override
  protected PullChannel connect() {
    return RssChannelTest.builder(server, clock())
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

  /** A feed has no messages of ours. */
  @Override
  protected void publishOwn(String text) {}

  @Override
  protected boolean edit(String id, String text) {
    server.edit(id, text, clock().instant());
    return true;
  }

  @Override
  protected String secret() {
    return FakeFeed.KEY;
  }
}
