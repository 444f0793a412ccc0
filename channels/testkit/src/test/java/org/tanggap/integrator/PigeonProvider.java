package org.tanggap.integrator;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;
import org.tanggap.channel.PhotoStore;

/** Opens Pigeon from a city's configuration. */
public final class PigeonProvider implements ChannelProvider {

  private static final URI BASE_URL = URI.create("https://api.pigeon.example/v1/");

  /** For the service loader. */
  public PigeonProvider() {}

  @Override
  public String kind() {
    return "pigeon";
  }

  @Override
  public Channel open(AccountSettings settings, ChannelParts parts) {
    return new PigeonChannel(
        settings.account().name(),
        settings.address("baseUrl", BASE_URL),
        settings.secret("token"),
        settings.secrets("signatureSecrets"),
        parts.get(PhotoStore.class),
        parts.get(HttpClient.class),
        settings.duration("timeout", Duration.ofSeconds(20)),
        parts.clock());
  }
}
