package org.tanggap.channel.twilio;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Reporter;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.ReplyChannelContract;

class TwilioReplyContractTest extends ReplyChannelContract {

  private static final String WHATSAPP =
      new TwilioHint("whatsapp", "whatsapp:+14155550100").toText();

  private final FakeTwilio twilio = new FakeTwilio(clock());

  @Override
  protected FakeVendor vendor() {
    return twilio;
  }

  @Override
  protected ReplyChannel connect() {
    return Twilios.builder(clock()).baseUrl(twilio.url()).timeout(Duration.ofMillis(400)).build();
  }

  private ReplyTarget target(Instant sentAt) {
    return new ReplyTarget(
        new MessageKey(Twilios.ACCOUNT, twilio.publish("Jalan rusak")),
        sentAt,
        new Reporter(FakeTwilio.CITIZEN, "Sari Wulandari"),
        WHATSAPP);
  }

  @Override
  protected ReplyTarget target() {
    return target(clock().instant());
  }

  @Override
  protected ReplyTarget targetTooOld() {
    return target(clock().instant().minus(Duration.ofHours(24)));
  }

  @Override
  protected List<String> delivered() {
    return twilio.answers();
  }

  @Override
  protected List<Photo> photos() {
    return List.of(Photo.of("https://desk.example.go.id/p/1.jpg"));
  }

  @Override
  protected int deliveredPhotos() {
    return (int) twilio.taken().stream().filter(it -> it.containsKey("MediaUrl")).count();
  }

  @Override
  protected String secret() {
    return FakeTwilio.TOKEN;
  }
}
