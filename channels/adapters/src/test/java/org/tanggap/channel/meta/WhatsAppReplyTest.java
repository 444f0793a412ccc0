package org.tanggap.channel.meta;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tanggap.channel.Picture;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Reporter;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.ReplyChannelContract;

class WhatsAppReplyTest extends ReplyChannelContract {

  private static final String REFERENCE = "foto-perbaikan";
  private static final Picture PICTURE = Picture.of("image/jpeg", new byte[] {1, 2, 3, 13, 10, 45});

  private final FakeWhatsApp vendor = new FakeWhatsApp(clock());

  @Override
  protected FakeVendor vendor() {
    return vendor;
  }

  @Override
  protected ReplyChannel connect() {
    return WhatsAppChannel.builder(
            MetaAccounts.WHATSAPP,
            MetaAccounts.PHONE_NUMBER_ID,
            MetaAccounts.impatientApp(vendor.url(), clock()))
        .photoStore(MetaAccounts.store(REFERENCE, PICTURE))
        .build();
  }

  @Override
  protected ReplyTarget target() {
    return target(clock().instant().minus(Duration.ofHours(1)));
  }

  @Override
  protected ReplyTarget targetTooOld() {
    return target(clock().instant().minus(Duration.ofHours(24)));
  }

  private ReplyTarget target(Instant sentAt) {
    return new ReplyTarget(
        new MessageKey(MetaAccounts.WHATSAPP, vendor.publish("Lampu jalan mati")),
        sentAt,
        new Reporter("+" + FakeWhatsApp.CITIZEN, "Sari Wulandari"),
        "{\"to\":\"" + FakeWhatsApp.CITIZEN + "\"}");
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
