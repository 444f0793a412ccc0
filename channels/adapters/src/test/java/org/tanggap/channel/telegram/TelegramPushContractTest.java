package org.tanggap.channel.telegram;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.testkit.PushChannelContract;

class TelegramPushContractTest extends PushChannelContract {

  private final FakeTelegram telegram = new FakeTelegram(clock());

  @AfterEach
  void stop() {
    telegram.close();
  }

  @Override
  protected PushChannel connect() {
    TelegramChannel.Builder builder = Bots.bot(telegram, clock());
    secrets().forEach(builder::webhookSecret);
    return builder.build();
  }

  @Override
  protected List<String> secrets() {
    return List.of("secret-of-this-year_2026", "secret-of-next-year_2027");
  }

  @Override
  protected String signatureHeader() {
    return "X-Telegram-Bot-Api-Secret-Token";
  }

  @Override
  protected boolean signsBody() {
    return false;
  }

  @Override
  protected int batchSize() {
    return 1;
  }

  @Override
  protected int mostCharacters() {
    return 4_096;
  }

  @Override
  protected PushRequest signedWith(String secret, byte[] body) {
    return PushRequest.of(
        body,
        Map.of(
            "Content-Type",
            List.of("application/json"),
            "X-Telegram-Bot-Api-Secret-Token",
            List.of(secret)));
  }

  private PushRequest last() {
    return signed(telegram.lastUpdate().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  protected PushRequest publish(String... texts) {
    telegram.publish(texts[0]);
    return last();
  }

  @Override
  protected @Nullable PushRequest publishOwn(String text) {
    telegram.publishOwn(text);
    return last();
  }

  @Override
  protected @Nullable PushRequest edit(String id, String text) {
    telegram.edit(id, text);
    return last();
  }
}
