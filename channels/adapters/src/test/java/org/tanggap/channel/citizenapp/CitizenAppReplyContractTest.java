package org.tanggap.channel.citizenapp;

import java.util.List;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Reporter;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.ReplyChannelContract;

class CitizenAppReplyContractTest extends ReplyChannelContract {

  private final FakeCitizenApp vendor = new FakeCitizenApp(clock());

  @Override
  protected FakeVendor vendor() {
    return vendor;
  }

  @Override
  protected ReplyChannel connect() {
    return Apps.pulled(vendor, clock())
        .photoStore(Apps.photosOf("mended.jpg", new byte[] {1, 2, 3}))
        .build();
  }

  @Override
  protected ReplyTarget target() {
    return new ReplyTarget(
        new MessageKey(Apps.ACCOUNT, vendor.publish("Jalan rusak")),
        clock().instant(),
        new Reporter("u-17", "Budi"),
        "");
  }

  @Override
  protected List<String> delivered() {
    return vendor.answers();
  }

  @Override
  protected List<Photo> photos() {
    return List.of(Photo.of("mended.jpg"), Photo.of("https://kota.example/1.jpg"));
  }

  @Override
  protected int deliveredPhotos() {
    return vendor.photos().size();
  }

  @Override
  protected String secret() {
    return FakeCitizenApp.TOKEN;
  }
}
