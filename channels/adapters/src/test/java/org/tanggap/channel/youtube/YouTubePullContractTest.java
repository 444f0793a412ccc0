package org.tanggap.channel.youtube;

import java.time.Duration;
import java.util.Set;
import org.tanggap.channel.PullChannel;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.PullChannelContract;

/** Comments on YouTube keep the promises of every pull channel. */
class YouTubePullContractTest extends PullChannelContract {

  private final FakeYouTube vendor = new FakeYouTube(clock());

  YouTubePullContractTest() {
    vendor.space(Duration.ofMinutes(4));
  }

  @Override
  protected FakeVendor vendor() {
    return vendor;
  }

  @Override
  protected PullChannel connect() {
    return Tubes.builder(vendor, clock()).timeout(Duration.ofMillis(400)).build();
  }

  @Override
  protected String publish(String text) {
    return vendor.publish(text);
  }

  @Override
  protected void publishOwn(String text) {
    vendor.publishOwn(text);
  }

  @Override
  protected String secret() {
    return vendor.token();
  }

  @Override
  protected boolean edit(String id, String text) {
    vendor.edit(id, text);
    return true;
  }

  @Override
  protected boolean publishBroken() {
    vendor.publishBroken();
    return true;
  }

  @Override
  protected int mostMessages() {
    return 30;
  }

  /** YouTube names no time: a spent quota ends at midnight in California, see the quota's tests. */
  @Override
  protected Set<Fault> impossible() {
    return Set.of(Fault.LIMIT_WITH_RESET);
  }
}
