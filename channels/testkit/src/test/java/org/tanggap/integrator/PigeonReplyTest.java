package org.tanggap.integrator;

import java.time.Duration;
import java.util.List;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.Photo;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.ReplyChannelContract;

/** Pigeon, held to what every reply channel promises. */
public class PigeonReplyTest extends ReplyChannelContract {

  private final FakePigeon vendor = new FakePigeon(clock());
  private final Pigeons pigeons = new Pigeons(vendor.url(), clock());

  @Override
  protected FakeVendor vendor() {
    return vendor;
  }

  @Override
  protected ReplyChannel connect() {
    return pigeons.connect();
  }

  final Pigeons pigeons() {
    return pigeons;
  }

  @Override
  protected ReplyTarget target() {
    return Pigeons.target(vendor.publish("Jalan rusak"), clock().instant());
  }

  @Override
  protected ReplyTarget targetTooOld() {
    return Pigeons.target(
        vendor.publish("Jalan rusak"), clock().instant().minus(Duration.ofDays(7)));
  }

  @Override
  protected List<String> delivered() {
    return vendor.answers();
  }

  @Override
  protected List<Photo> photos() {
    return List.of(Pigeons.PHOTO);
  }

  @Override
  protected int deliveredPhotos() {
    return vendor.pictures();
  }

  @Override
  protected String secret() {
    return FakePigeon.TOKEN;
  }
}
