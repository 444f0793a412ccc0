package org.tanggap.channel.telegram;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.ZoneId;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;
import org.tanggap.channel.PhotoStore;

/**
 * Opens Telegram bots. Settings: {@code token} (credential), {@code username}, {@code wholeGroups},
 * {@code webhookSecrets} (credentials; without one the bot is polled), {@code pageSize}, {@code
 * longPollSeconds}, {@code timeout}, {@code zone}, {@code baseUrl}. Parts: an {@link HttpClient}; a
 * {@link PhotoStore} if there is one.
 */
public final class TelegramProvider implements ChannelProvider {

  /** For the service loader. */
  public TelegramProvider() {}

  @Override
  public String kind() {
    return "telegram";
  }

  @Override
  public Channel open(AccountSettings settings, ChannelParts parts) {
    TelegramChannel.Builder builder =
        TelegramChannel.builder(
                settings.account(),
                settings.secret("token"),
                parts.get(HttpClient.class),
                parts.clock())
            .baseUrl(settings.address("baseUrl", TelegramChannel.BASE_URL))
            .username(settings.text("username", ""))
            .wholeGroups(settings.flag("wholeGroups", false))
            .pageSize(settings.number("pageSize", 100, 1, 100))
            .longPoll(Duration.ofSeconds(settings.number("longPollSeconds", 0, 0, 50)))
            .timeout(settings.duration("timeout", Duration.ofSeconds(20)))
            .zone(settings.zone("zone", ZoneId.of("Asia/Jakarta")));
    if (!settings.texts("webhookSecrets").isEmpty()) {
      for (String secret : settings.secrets("webhookSecrets")) {
        if (secret.matches("[A-Za-z0-9_-]{1,256}")) {
          builder.webhookSecret(secret);
        } else {
          settings.refuse(
              "webhookSecrets", "has one that is not 1 to 256 letters, digits, _ and -");
        }
      }
    }
    parts.find(PhotoStore.class).ifPresent(builder::photoStore);
    return builder.build();
  }
}
