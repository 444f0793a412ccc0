package org.tanggap.channel.citizenapp;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;
import org.tanggap.channel.PhotoStore;

/**
 * Opens citizens' apps. Settings: {@code secrets} (credentials the app signs with) or {@code pull}
 * ({@code true} to ask for posts), {@code baseUrl} (for asking and answering), {@code token}
 * (credential), {@code zone}, {@code ownUser}, {@code pageSize}, {@code timeout}. Parts: an {@link
 * HttpClient} if there is a {@code baseUrl}; a {@link PhotoStore} if there is one.
 */
public final class CitizenAppProvider implements ChannelProvider {

  private static final URI NOWHERE = URI.create("https://missing.invalid");

  /** For the service loader. */
  public CitizenAppProvider() {}

  @Override
  public String kind() {
    return "citizenapp";
  }

  @Override
  public Channel open(AccountSettings settings, ChannelParts parts) {
    boolean pull = settings.flag("pull", false);
    CitizenApp.Builder builder =
        CitizenApp.builder(settings.account(), settings.zone("zone", ZoneId.of("Asia/Jakarta")))
            .ownUser(settings.text("ownUser", ""))
            .pageSize(settings.number("pageSize", 100, 1, PostReader.MAX_POSTS))
            .timeout(settings.duration("timeout", Duration.ofSeconds(20)));
    addSecrets(builder, settings, pull);
    String token = settings.secretOrNull("token");
    if (token != null) {
      builder.token(token);
    }
    URI base = settings.address("baseUrl", pull ? null : NOWHERE);
    if (pull || !base.equals(NOWHERE)) {
      HttpClient client = parts.get(HttpClient.class);
      builder.commentsTo(base, client, parts.clock());
      if (pull) {
        builder.postsFrom(base, client, parts.clock());
      }
    }
    parts.find(PhotoStore.class).ifPresent(builder::photoStore);
    return builder.build();
  }

  /** An app that is asked for its posts need not sign any. */
  private static void addSecrets(
      CitizenApp.Builder builder, AccountSettings settings, boolean pull) {
    if (pull && settings.texts("secrets").isEmpty()) {
      return;
    }
    for (String secret : settings.secrets("secrets")) {
      byte[] key = secret.getBytes(StandardCharsets.UTF_8);
      if (key.length < 16) {
        settings.refuse("secrets", "has one of less than 16 bytes");
      }
      builder.secret(key.length < 16 ? Arrays.copyOf(key, 16) : key);
    }
  }
}
