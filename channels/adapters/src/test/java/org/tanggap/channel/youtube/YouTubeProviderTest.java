package org.tanggap.channel.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.testkit.ManualClock;

class YouTubeProviderTest {

  private final ManualClock clock = ManualClock.at(Tubes.NOW);
  private final ChannelParts parts = ChannelParts.of(clock).with(HttpClient.class, Tubes.CLIENT);

  private static AccountSettings settings(Map<String, String> values) {
    Map<String, String> credentials =
        Map.of(
            "env:KEY", FakeYouTube.KEY,
            "env:SECRET", "rahasia-aplikasi",
            "env:REFRESH", FakeYouTube.REFRESH);
    return AccountSettings.of(
        Tubes.ACCOUNT, values, reference -> Optional.ofNullable(credentials.get(reference)));
  }

  @Test
  void an_account_is_opened_from_its_settings() {
    try (FakeYouTube vendor = new FakeYouTube(clock)) {
      AccountSettings settings =
          settings(
              Map.ofEntries(
                  Map.entry("channelId", FakeYouTube.CHANNEL),
                  Map.entry("apiKey", "env:KEY"),
                  Map.entry("refreshToken", "env:REFRESH"),
                  Map.entry("clientId", "aplikasi"),
                  Map.entry("clientSecret", "env:SECRET"),
                  Map.entry("dailyQuota", "5000"),
                  Map.entry("reserve", "1000"),
                  Map.entry("pageSize", "50"),
                  Map.entry("lookBack", "P7D"),
                  Map.entry("sweepEvery", "PT12H"),
                  Map.entry("timeout", "PT5S"),
                  Map.entry("baseUrl", vendor.url() + "youtube/v3"),
                  Map.entry("tokenUrl", vendor.url().toString())));
      YouTubeChannel channel = (YouTubeChannel) new YouTubeProvider().open(settings, parts);
      assertThat(settings.listFaults()).isEmpty();
      String id = vendor.publish("Jalan rusak");
      channel.refresh();
      assertThat(Tubes.ids(Tubes.drain(channel, new ArrayList<>()))).containsExactly(id);
      assertThat(vendor.requests().get(1).query())
          .containsEntry("maxResults", "50")
          .containsEntry("key", FakeYouTube.KEY);
      assertThat(channel.vitals().findQuotaLeft()).hasValue(4_999);
      channel.send(Tubes.reply(id, "Kami cek"));
      assertThat(vendor.answers()).containsExactly("Kami cek");
    }
  }

  @Test
  void all_faults_are_found_at_once() {
    AccountSettings settings =
        settings(
            Map.of(
                "channelId", "https://youtube.com/@kota",
                "refreshToken", "env:REFRESH",
                "dailyQuota", "100",
                "reserve", "100",
                "sweepEvery", "enam jam",
                "baseUrl", "youtube",
                "qota", "1"));
    Channel channel = new YouTubeProvider().open(settings, parts);
    assertThat(channel.account()).isEqualTo(Tubes.ACCOUNT);
    assertThat(settings.listFaults())
        .containsExactly(
            "channelId is no id of a channel",
            "reserve leaves nothing of dailyQuota for polls",
            "baseUrl is no http or https address",
            "sweepEvery is no time such as PT30S",
            "refreshToken needs clientId and clientSecret beside it",
            "qota is no setting of this kind; it has channelId, dailyQuota, reserve, baseUrl,"
                + " tokenUrl, pageSize, lookBack, sweepEvery, timeout, refreshToken, token,"
                + " clientId, clientSecret, apiKey");
  }

  @Test
  void what_is_missing_is_told() {
    AccountSettings settings = settings(Map.of());
    new YouTubeProvider().open(settings, parts).close();
    assertThat(settings.listFaults())
        .containsExactly(
            "channelId is missing", "apiKey is missing; write a reference such as env:NAME");
  }

  @Test
  void the_kind_is_that_of_its_accounts() {
    assertThat(new YouTubeProvider().kind()).isEqualTo(Tubes.ACCOUNT.kind());
  }
}
