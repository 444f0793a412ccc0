package org.tanggap.integrator;

import org.tanggap.channel.PullChannel;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.PullChannelContract;

/** Pigeon, held to what every pull channel promises. */
public class PigeonPullTest extends PullChannelContract {

  private final FakePigeon vendor = new FakePigeon(clock());
  private final Pigeons pigeons = new Pigeons(vendor.url(), clock());

  @Override
  protected FakeVendor vendor() {
    return vendor;
  }

  @Override
  protected PullChannel connect() {
    return pigeons.connect();
  }

  final Pigeons pigeons() {
    return pigeons;
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
    return FakePigeon.TOKEN;
  }

  @Override
  protected boolean edit(String id, String text) {
    vendor.edit(id, text);
    return true;
  }

  @Override
  protected boolean delete(String id) {
    vendor.delete(id);
    return true;
  }

  @Override
  protected boolean publishBroken() {
    vendor.publishBroken();
    return true;
  }

  @Override
  protected boolean redeliver() {
    vendor.redeliver();
    return true;
  }

  @Override
  protected int pageSize() {
    return 3;
  }

  @Override
  protected int mostMessages() {
    return 3;
  }
}
