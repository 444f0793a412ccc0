package org.tanggap.channel.meta;

import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;

/**
 * Opens Instagram accounts. Settings: {@code accountId}, {@code username}; {@code token}
 * (credential), {@code appSecrets} and {@code verifyTokens} (credentials); {@code maxCharacters};
 * {@code baseUrl}, {@code timeout}, {@code credentialEnds}. Parts: a {@link
 * java.net.http.HttpClient}.
 */
public final class InstagramProvider implements ChannelProvider {

  /** For the service loader. */
  public InstagramProvider() {}

  @Override
  public String kind() {
    return "instagram";
  }

  @Override
  public Channel open(AccountSettings settings, ChannelParts parts) {
    return InstagramChannel.builder(
            settings.account(), MetaIds.read(settings, "accountId"), MetaApp.read(settings, parts))
        .username(settings.text("username", ""))
        .maxCharacters(settings.number("maxCharacters", 2_200, 1, 10_000))
        .build();
  }
}
