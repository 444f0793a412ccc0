package org.tanggap.channel.gammu;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.ReplyChannelContract;

class GammuReplyContractTest extends ReplyChannelContract {

  @TempDir private Path folder;
  private FakeGammu gammu;

  @BeforeEach
  void open() {
    gammu = new FakeGammu(clock(), folder);
  }

  @Override
  protected FakeVendor vendor() {
    return gammu;
  }

  @Override
  protected ReplyChannel connect() {
    return Modems.builder(gammu, clock()).build();
  }

  @Override
  protected ReplyTarget target() {
    return new ReplyTarget(
        new MessageKey(Modems.ACCOUNT, gammu.publish("Jalan rusak")),
        clock().instant(),
        new Reporter(FakeGammu.CITIZEN, null),
        "");
  }

  @Override
  protected List<String> delivered() {
    return gammu.answers();
  }

  @Override
  protected String secret() {
    return folder.toString();
  }

  @Override
  protected Set<Fault> impossible() {
    return Set.of(Fault.values());
  }
}
