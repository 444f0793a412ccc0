package org.tanggap.channel.telegram;

import java.time.Duration;
import java.util.List;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.Photo;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.ReplyChannelContract;

class TelegramReplyContractTest extends ReplyChannelContract {

  private final FakeTelegram telegram = new FakeTelegram(clock());

  @Override
  protected FakeVendor vendor() {
    return telegram;
  }

  @Override
  protected ReplyChannel connect() {
    return Bots.bot(telegram, clock())
        .timeout(Duration.ofMillis(600))
        .photoStore(Bots.photosOf("mended.jpg", new byte[] {1, 2, 3}))
        .build();
  }

  @Override
  protected ReplyTarget target() {
    return Bots.reply(telegram.publish("Jalan rusak"), "").to();
  }

  @Override
  protected List<String> delivered() {
    return telegram.answers();
  }

  @Override
  protected List<Photo> photos() {
    return List.of(Photo.of("mended.jpg"));
  }

  @Override
  protected int deliveredPhotos() {
    return (int) telegram.calls().stream().filter(call -> call.containsKey("photo")).count();
  }

  @Override
  protected String secret() {
    return FakeTelegram.TOKEN.substring(FakeTelegram.TOKEN.indexOf(':') + 1);
  }
}
