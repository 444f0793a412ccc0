package org.tanggap.channel.x;

import java.time.Duration;
import java.util.List;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.Photo;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.ReplyChannelContract;

/** Replies on X keep the promises of every reply channel. */
class XReplyContractTest extends ReplyChannelContract {

  private final FakeX vendor = new FakeX(clock());

  @Override
  protected FakeVendor vendor() {
    return vendor;
  }

  @Override
  protected ReplyChannel connect() {
    return Accounts.builder(vendor, clock()).timeout(Duration.ofMillis(400)).build();
  }

  @Override
  protected ReplyTarget target() {
    return Accounts.target(vendor.publish("Jalan berlubang"), true);
  }

  @Override
  protected List<String> delivered() {
    return vendor.answers();
  }

  @Override
  protected String secret() {
    return vendor.token();
  }

  @Override
  protected List<Photo> photos() {
    return List.of(Photo.of("selesai-1"), Photo.of("selesai-2"));
  }

  @Override
  protected int deliveredPhotos() {
    return vendor.photos();
  }
}
