package org.tanggap.channel.citizenapp;

import org.tanggap.channel.PullChannel;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.PullChannelContract;

class CitizenAppPullContractTest extends PullChannelContract {

  private final FakeCitizenApp vendor = new FakeCitizenApp(clock());

  @Override
  protected FakeVendor vendor() {
    return vendor;
  }

  @Override
  protected PullChannel connect() {
    return Apps.pulled(vendor, clock()).pageSize(5).build();
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
  protected boolean publishBroken() {
    vendor.post(vendor.publish("tanpa id")).remove("post_id");
    return true;
  }

  @Override
  protected String secret() {
    return FakeCitizenApp.TOKEN;
  }

  @Override
  protected int mostMessages() {
    return 5;
  }
}
