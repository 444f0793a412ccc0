package org.tanggap.channel.youtube;

import java.net.http.HttpClient;
import java.time.Duration;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;
import org.tanggap.channel.web.CredentialKeeper;

/**
 * Opens channels on YouTube from a configuration. Settings: {@code channelId}; {@code apiKey} for
 * reading; {@code token}, or {@code refreshToken} with {@code clientId} and {@code clientSecret},
 * for replies; {@code dailyQuota}, {@code reserve}, {@code lookBack}, {@code sweepEvery}, {@code
 * pageSize}, {@code timeout}, {@code baseUrl}, {@code tokenUrl}. Parts: an {@link HttpClient};
 * perhaps a {@link CredentialKeeper}.
 */
public final class YouTubeProvider implements ChannelProvider {

  /** For the service loader. */
  public YouTubeProvider() {}

  @Override
  public String kind() {
    return "youtube";
  }

  @Override
  public Channel open(AccountSettings settings, ChannelParts parts) {
    String channelId = settings.text("channelId");
    if (!YouTubeMessages.isId(channelId)) {
      settings.refuse("channelId", "is no id of a channel");
      channelId = "missing";
    }
    int daily = settings.number("dailyQuota", 10_000, 100, 100_000_000);
    int reserve = settings.number("reserve", daily / 4, 0, 100_000_000);
    if (reserve >= daily) {
      settings.refuse("reserve", "leaves nothing of dailyQuota for polls");
      reserve = 0;
    }
    YouTubeChannel.Builder builder =
        YouTubeChannel.builder(
                settings.account(), channelId, parts.get(HttpClient.class), parts.clock())
            .baseUrl(settings.address("baseUrl", YouTubeChannel.BASE_URL))
            .tokenUrl(settings.address("tokenUrl", YouTubeChannel.TOKEN_URL))
            .pageSize(settings.number("pageSize", 100, 1, 100))
            .dailyQuota(daily, reserve)
            .lookBack(settings.duration("lookBack", Duration.ofDays(30)))
            .sweepEvery(settings.duration("sweepEvery", Duration.ofHours(6)))
            .timeout(settings.duration("timeout", Duration.ofSeconds(20)));
    credentials(settings, parts, builder);
    return builder.build();
  }

  private static void credentials(
      AccountSettings settings, ChannelParts parts, YouTubeChannel.Builder builder) {
    String refresh = settings.secretOrNull("refreshToken");
    String token = settings.secretOrNull("token");
    String clientId = settings.text("clientId", "");
    String clientSecret = settings.secretOrNull("clientSecret");
    String key =
        refresh == null && token == null
            ? settings.secret("apiKey")
            : settings.secretOrNull("apiKey");
    if (key != null) {
      builder.apiKey(key);
    }
    if (refresh != null) {
      if (clientId.isEmpty() || clientSecret == null) {
        settings.refuse("refreshToken", "needs clientId and clientSecret beside it");
      }
      CredentialKeeper keeper =
          parts.find(CredentialKeeper.class).orElse((account, setting, credential) -> {});
      builder.signIn(
          token == null ? "" : token,
          clientId,
          clientSecret == null ? "" : clientSecret,
          refresh,
          credential -> keeper.keep(settings.account().toString(), "refreshToken", credential));
    } else if (token != null) {
      builder.signIn(token);
    }
  }
}
