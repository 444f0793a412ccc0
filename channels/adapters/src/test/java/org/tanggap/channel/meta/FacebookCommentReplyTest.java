package org.tanggap.channel.meta;

import java.util.List;
import org.tanggap.channel.Picture;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Reporter;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.ReplyChannelContract;

class FacebookCommentReplyTest extends ReplyChannelContract {

  private static final String REFERENCE = "foto-perbaikan";
  private static final Picture PICTURE = Picture.of("image/jpeg", new byte[] {1, 2, 3, 13, 10, 45});

  private final FakeFacebook vendor = new FakeFacebook(clock());

  @Override
  protected FakeVendor vendor() {
    return vendor;
  }

  @Override
  protected ReplyChannel connect() {
    return FacebookChannel.builder(
            MetaAccounts.FACEBOOK,
            MetaAccounts.PAGE_ID,
            MetaAccounts.impatientApp(vendor.url(), clock()))
        .photoStore(MetaAccounts.store(REFERENCE, PICTURE))
        .messenger(false)
        .mention(true)
        .build();
  }

  @Override
  protected ReplyTarget target() {
    return new ReplyTarget(
        new MessageKey(MetaAccounts.FACEBOOK, vendor.publish("Got mampet")),
        clock().instant(),
        new Reporter(FakeFacebook.CITIZEN, "Bu Dewi"),
        "{\"author\":\"" + FakeFacebook.CITIZEN + "\"}");
  }

  @Override
  protected List<Photo> photos() {
    return List.of(Photo.of(REFERENCE));
  }

  @Override
  protected int deliveredPhotos() {
    return vendor.photos();
  }

  @Override
  protected List<String> delivered() {
    return vendor.answers();
  }

  @Override
  protected String secret() {
    return MetaAccounts.TOKEN;
  }
}
