package org.tanggap.channel.x;

import java.time.Duration;
import org.tanggap.channel.PullChannel;
import org.tanggap.complaint.Report;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.PullChannelContract;

/** Mentions on X keep the promises of every pull channel. */
class XPullContractTest extends PullChannelContract {

  private final FakeX vendor = new FakeX(clock());

  @Override
  protected FakeVendor vendor() {
    return vendor;
  }

  @Override
  protected PullChannel connect() {
    return Accounts.builder(vendor, clock()).timeout(Duration.ofMillis(400)).build();
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
    return 5;
  }

  @Override
  protected int mostCharacters() {
    return 24_000;
  }

  @Override
  protected String wordsOf(Report report) {
    return report.text().replace(FakeX.SUMMONS, "");
  }
}
