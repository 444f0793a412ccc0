package org.tanggap.channel.meta;

import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;
import org.tanggap.channel.PhotoStore;

/**
 * Opens Facebook pages. Settings: {@code pageId}; {@code token} (credential), {@code appSecrets}
 * and {@code verifyTokens} (credentials); {@code messenger}, {@code mention}, {@code stopWords},
 * {@code startWords}; {@code baseUrl}, {@code timeout}, {@code credentialEnds}. Parts: a {@link
 * java.net.http.HttpClient}; a {@link PhotoStore} if there is one.
 */
public final class FacebookProvider implements ChannelProvider {

  /** For the service loader. */
  public FacebookProvider() {}

  @Override
  public String kind() {
    return "facebook";
  }

  @Override
  public Channel open(AccountSettings settings, ChannelParts parts) {
    FacebookChannel.Builder builder =
        FacebookChannel.builder(
                settings.account(), MetaIds.read(settings, "pageId"), MetaApp.read(settings, parts))
            .messenger(settings.flag("messenger", true))
            .mention(settings.flag("mention", false))
            .wishes(Wishes.read(settings));
    parts.find(PhotoStore.class).ifPresent(builder::photoStore);
    return builder.build();
  }
}
