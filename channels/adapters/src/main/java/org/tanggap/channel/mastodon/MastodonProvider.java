package org.tanggap.channel.mastodon;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;
import org.tanggap.channel.PhotoStore;

/**
 * Opens Mastodon accounts. Settings: {@code baseUrl}, {@code token} (a reference to the credential)
 * and {@code accountId} are needed; {@code domain}, {@code pageSize}, {@code maxCharacters} and
 * {@code timeout} are not. Wants an {@link HttpClient} and, for photos in answers, a {@link
 * PhotoStore} from the host.
 */
public final class MastodonProvider implements ChannelProvider {

  /** For the service loader. */
  public MastodonProvider() {}

  @Override
  public String kind() {
    return "mastodon";
  }

  @Override
  public Channel open(AccountSettings settings, ChannelParts parts) {
    URI baseUrl = settings.address("baseUrl", null);
    String host = Objects.requireNonNullElse(baseUrl.getHost(), "");
    MastodonChannel.Builder builder =
        MastodonChannel.builder(
                settings.account(),
                baseUrl,
                settings.text("accountId"),
                settings.secret("token"),
                parts.get(HttpClient.class),
                parts.clock())
            .domain(settings.text("domain", host))
            .pageSize(settings.number("pageSize", 40, 1, 80))
            .maxCharacters(settings.number("maxCharacters", 500, 100, 100_000))
            .timeout(settings.duration("timeout", Duration.ofSeconds(20)));
    parts.find(PhotoStore.class).ifPresent(builder::photoStore);
    return builder.build();
  }
}
