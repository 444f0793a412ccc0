package org.tanggap.channel.smpp;

import java.time.Duration;
import java.util.Set;
import org.tanggap.channel.PullChannel;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.PullChannelContract;

/** Faults of HTTP do not happen here; those of the line are in {@link SmppChannelTest}. */
class SmppPullContractTest extends PullChannelContract {

  private final FakeSmsc smsc = new FakeSmsc(clock());

  @Override
  protected FakeVendor vendor() {
    return smsc;
  }

  @Override
  protected PullChannel connect() {
    return SmppChannel.builder(Networks.ACCOUNT, "127.0.0.1", smsc.port(), clock())
        .credentials(FakeSmsc.SYSTEM, FakeSmsc.PASSWORD)
        .ownNumber("+622150001234")
        .timeout(Duration.ofSeconds(1))
        .waitFor(Duration.ofMillis(500))
        .pageSize(5)
        .build();
  }

  @Override
  protected String publish(String text) {
    return smsc.publish(text);
  }

  @Override
  protected void publishOwn(String text) {
    smsc.publish("622150001234", text);
  }

  @Override
  protected String secret() {
    return FakeSmsc.PASSWORD;
  }

  /** Pages cost no requests here that could be counted. */
  @Override
  protected int pageSize() {
    return 0;
  }

  @Override
  protected int mostMessages() {
    return 5;
  }

  @Override
  protected int mostCharacters() {
    return 1_000;
  }

  @Override
  protected Set<Fault> impossible() {
    return Set.of(Fault.values());
  }
}
