package org.tanggap.channel.bluesky;

import java.net.http.HttpClient;
import java.time.Duration;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;
import org.tanggap.channel.PhotoStore;

/**
 * Opens Bluesky accounts. Settings: {@code identifier} and {@code appPassword} (credential) are
 * needed; {@code baseUrl}, {@code imageUrl}, {@code pageSize}, {@code overlap}, {@code timeout},
 * {@code language} and {@code photoDescription} are not. Parts: an {@link HttpClient}; a {@link
 * PhotoStore} if there is one.
 */
public final class BlueskyProvider implements ChannelProvider {

  /** For the service loader. */
  public BlueskyProvider() {}

  @Override
  public String kind() {
    return "bluesky";
  }

  @Override
  public Channel open(AccountSettings settings, ChannelParts parts) {
    BlueskyChannel.Builder builder =
        BlueskyChannel.builder(
                settings.account(),
                settings.text("identifier"),
                settings.secret("appPassword"),
                parts.get(HttpClient.class),
                parts.clock())
            .baseUrl(settings.address("baseUrl", BlueskyChannel.BASE_URL))
            .imageUrl(settings.address("imageUrl", BlueskyChannel.IMAGE_URL))
            .pageSize(settings.number("pageSize", 100, 1, 100))
            .overlap(settings.duration("overlap", Duration.ofHours(1)))
            .timeout(settings.duration("timeout", Duration.ofSeconds(20)))
            .language(settings.text("language", "id"))
            .photoDescription(settings.text("photoDescription", "Foto dari petugas"));
    parts.find(PhotoStore.class).ifPresent(builder::photoStore);
    return builder.build();
  }
}
