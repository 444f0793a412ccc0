package org.tanggap.channel.telegram;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanggap.channel.PushRequest;
import org.tanggap.testkit.ManualClock;
import org.tanggap.testkit.PayloadFixtures;
import org.tanggap.testkit.Rendering;

/** Updates in the shapes of the Bot API's documentation, as a web hook brings them. */
class TelegramPayloadsTest {

  private final TelegramChannel bot =
      TelegramChannel.builder(
              Bots.ACCOUNT, FakeTelegram.TOKEN, Bots.CLIENT, ManualClock.at(Bots.NOW))
          .username("@TebetBot")
          .webhookSecret("rahasia")
          .build();

  @TestFactory
  Stream<DynamicTest> every_payload_is_read_as_expected() {
    return PayloadFixtures.beside(getClass(), "payloads", 55, this::read);
  }

  private String read(byte[] body) {
    return Rendering.of(
        bot.open(
            PushRequest.of(body, Map.of("X-Telegram-Bot-Api-Secret-Token", List.of("rahasia")))));
  }
}
