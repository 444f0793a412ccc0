package org.tanggap.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.PhotoStore;
import org.tanggap.testkit.ManualClock;

class TelegramProviderTest {

  private final ManualClock clock = ManualClock.at(Bots.NOW);
  private final ChannelParts parts =
      ChannelParts.of(clock)
          .with(HttpClient.class, Bots.CLIENT)
          .with(PhotoStore.class, Bots.photosOf("mended.jpg", new byte[1]));

  private static AccountSettings settings(Map<String, String> values) {
    Map<String, String> credentials =
        Map.of("env:TOKEN", FakeTelegram.TOKEN, "env:HOOK", "rahasia-1", "env:ODD", "dua kata");
    return AccountSettings.of(
        Bots.ACCOUNT, values, reference -> Optional.ofNullable(credentials.get(reference)));
  }

  @Test
  void an_account_is_opened_from_its_settings() {
    try (FakeTelegram telegram = new FakeTelegram(clock)) {
      AccountSettings settings =
          settings(
              Map.of(
                  "token", "env:TOKEN",
                  "username", "TebetBot",
                  "wholeGroups", "true",
                  "pageSize", "50",
                  "longPollSeconds", "0",
                  "timeout", "PT5S",
                  "zone", "Asia/Makassar",
                  "baseUrl", telegram.url().toString()));
      TelegramChannel bot = (TelegramChannel) new TelegramProvider().open(settings, parts);
      assertThat(settings.listFaults()).isEmpty();
      String key = telegram.publish("Jalan rusak");
      assertThat(bot.pull(null).messages()).hasSize(1);
      bot.send(Bots.reply(key, "Kami cek"));
      assertThat(telegram.answers()).containsExactly("Kami cek");
      assertThat(telegram.requests().get(0).query()).containsEntry("limit", "50");
    }
  }

  @Test
  void all_faults_are_found_at_once() {
    AccountSettings settings =
        settings(
            Map.of(
                "webhookSecrets", "env:HOOK,env:ODD,env:NOT_THERE",
                "pageSize", "101",
                "longPollSeconds", "x",
                "baseUrl", "api.telegram.org",
                "tokn", "env:TOKEN"));
    Channel channel = new TelegramProvider().open(settings, parts);
    assertThat(channel.account()).isEqualTo(Bots.ACCOUNT);
    assertThat(settings.listFaults())
        .containsExactly(
            "token is missing; write a reference such as env:NAME",
            "baseUrl is no http or https address",
            "pageSize is no whole number from 1 to 100",
            "longPollSeconds is no whole number from 0 to 50",
            "webhookSecrets refers to a credential that is not there",
            "webhookSecrets has one that is not 1 to 256 letters, digits, _ and -",
            "tokn is no setting of this kind; it has token, baseUrl, username, wholeGroups,"
                + " pageSize, longPollSeconds, timeout, zone, webhookSecrets");
  }

  @Test
  void the_kind_is_that_of_its_accounts() {
    assertThat(new TelegramProvider().kind()).isEqualTo(Bots.ACCOUNT.kind());
  }
}
