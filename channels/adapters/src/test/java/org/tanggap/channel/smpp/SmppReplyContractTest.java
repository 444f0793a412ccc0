package org.tanggap.channel.smpp;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.ReplyChannelContract;

/** Faults of HTTP do not happen here; those of the line are in {@link SmppChannelTest}. */
class SmppReplyContractTest extends ReplyChannelContract {

  private final FakeSmsc smsc = new FakeSmsc(clock());

  @Override
  protected FakeVendor vendor() {
    return smsc;
  }

  @Override
  protected ReplyChannel connect() {
    return SmppChannel.builder(Networks.ACCOUNT, "127.0.0.1", smsc.port(), clock())
        .credentials(FakeSmsc.SYSTEM, FakeSmsc.PASSWORD)
        .timeout(Duration.ofSeconds(1))
        .build();
  }

  @Override
  protected ReplyTarget target() {
    return new ReplyTarget(
        new MessageKey(Networks.ACCOUNT, "smpp-1"),
        clock().instant(),
        new Reporter("+" + FakeSmsc.CITIZEN, null),
        FakeSmsc.OURS);
  }

  @Override
  protected List<String> delivered() {
    return smsc.answers();
  }

  @Override
  protected String secret() {
    return FakeSmsc.PASSWORD;
  }

  @Override
  protected Set<Fault> impossible() {
    return Set.of(Fault.values());
  }
}
