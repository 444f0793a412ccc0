package org.tanggap.channel.telegram;

import java.time.Duration;
import org.tanggap.channel.PullChannel;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.PullChannelContract;
import tools.jackson.databind.node.ObjectNode;

class TelegramPullContractTest extends PullChannelContract {

  private final FakeTelegram telegram = new FakeTelegram(clock());

  @Override
  protected FakeVendor vendor() {
    return telegram;
  }

  @Override
  protected PullChannel connect() {
    return Bots.bot(telegram, clock()).timeout(Duration.ofMillis(600)).pageSize(5).build();
  }

  @Override
  protected String publish(String text) {
    return telegram.publish(text);
  }

  @Override
  protected void publishOwn(String text) {
    telegram.publishOwn(text);
  }

  @Override
  protected boolean edit(String id, String text) {
    telegram.edit(id, text);
    return true;
  }

  @Override
  protected boolean publishBroken() {
    ObjectNode message = telegram.message(512_001).put("text", "tanpa id");
    message.remove("message_id");
    telegram.update("message", message);
    return true;
  }

  @Override
  protected String secret() {
    return FakeTelegram.TOKEN.substring(FakeTelegram.TOKEN.indexOf(':') + 1);
  }

  @Override
  protected int mostMessages() {
    return 5;
  }

  @Override
  protected int mostCharacters() {
    return 4_096;
  }
}
