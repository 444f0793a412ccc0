package org.tanggap.channel.youtube;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.ReplyChannelContract;

/** Replies on YouTube keep the promises of every reply channel. */
class YouTubeReplyContractTest extends ReplyChannelContract {

  private final FakeYouTube vendor = new FakeYouTube(clock());

  @Override
  protected FakeVendor vendor() {
    return vendor;
  }

  @Override
  protected ReplyChannel connect() {
    return Tubes.builder(vendor, clock()).timeout(Duration.ofMillis(400)).build();
  }

  @Override
  protected ReplyTarget target() {
    return Tubes.target(vendor.publish("Jalan berlubang"));
  }

  @Override
  protected List<String> delivered() {
    return vendor.answers();
  }

  @Override
  protected String secret() {
    return vendor.token();
  }

  /** YouTube names no time: a spent quota ends at midnight in California, see the quota's tests. */
  @Override
  protected Set<Fault> impossible() {
    return Set.of(Fault.LIMIT_WITH_RESET);
  }
}
