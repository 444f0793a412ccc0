package org.tanggap.channel.gammu;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tanggap.channel.PullChannel;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.PullChannelContract;

class GammuPullContractTest extends PullChannelContract {

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
  protected PullChannel connect() {
    return Modems.builder(gammu, clock()).pageSize(5).build();
  }

  @Override
  protected String publish(String text) {
    return gammu.publish(text);
  }

  @Override
  protected void publishOwn(String text) {
    gammu.publish(FakeGammu.OURS, text);
  }

  @Override
  protected String secret() {
    return folder.toString();
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
  protected Set<Fault> impossible() {
    return Set.of(Fault.values());
  }
}
