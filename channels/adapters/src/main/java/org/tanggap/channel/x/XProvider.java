package org.tanggap.channel.x;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.web.CredentialKeeper;

/**
 * Opens accounts on X from a configuration. Settings: {@code userId} and {@code token} or {@code
 * refreshToken} with {@code clientId} and perhaps {@code clientSecret}; {@code consumerSecrets} for
 * the web hook; {@code search}, {@code pageSize}, {@code lookBack}, {@code maxCharacters}, {@code
 * price}, {@code timeout}, {@code baseUrl}. Parts: an {@link HttpClient}; a {@link PhotoStore} for
 * photos of answers; a {@link CredentialKeeper} if there is a refresh token.
 */
public final class XProvider implements ChannelProvider {

  /** For the service loader. */
  public XProvider() {}

  @Override
  public String kind() {
    return "x";
  }

  @Override
  public Channel open(AccountSettings settings, ChannelParts parts) {
    String userId = settings.text("userId");
    if (!XMessages.isId(userId)) {
      if (!userId.equals("missing")) {
        settings.refuse("userId", "is no number of an account");
      }
      userId = "0";
    }
    XChannel.Builder builder =
        XChannel.builder(settings.account(), userId, parts.get(HttpClient.class), parts.clock())
            .baseUrl(settings.address("baseUrl", XChannel.BASE_URL))
            .pageSize(settings.number("pageSize", 100, 10, 100))
            .lookBack(settings.duration("lookBack", Duration.ofDays(7)))
            .maxCharacters(settings.number("maxCharacters", 280, 1, 25_000))
            .price(settings.text("price", "USD 0.01, with a link USD 0.20"))
            .timeout(settings.duration("timeout", Duration.ofSeconds(20)));
    credentials(settings, parts, builder);
    if (!settings.texts("consumerSecrets").isEmpty()) {
      builder.consumerSecrets(settings.secrets("consumerSecrets"));
    }
    String query = settings.text("search", "");
    if (query.length() > 512) {
      settings.refuse("search", "is longer than 512 characters");
    } else if (!query.isEmpty()) {
      builder.search(query);
    }
    parts.find(PhotoStore.class).ifPresent(builder::photoStore);
    return builder.build();
  }

  private static void credentials(
      AccountSettings settings, ChannelParts parts, XChannel.Builder builder) {
    String refresh = settings.secretOrNull("refreshToken");
    String token = refresh == null ? settings.secret("token") : settings.secretOrNull("token");
    if (token != null) {
      builder.token(token);
    }
    String clientId = settings.text("clientId", "");
    String clientSecret = settings.secretOrNull("clientSecret");
    if (refresh == null) {
      return;
    }
    if (clientId.isEmpty()) {
      settings.refuse("clientId", "is missing, and refreshToken needs it");
    }
    Optional<CredentialKeeper> keeper = parts.find(CredentialKeeper.class);
    if (keeper.isEmpty()) {
      settings.refuse(
          "refreshToken",
          "needs a CredentialKeeper among the host's parts, for X replaces it at each use");
    }
    String account = settings.account().toString();
    builder.renewal(
        clientId,
        clientSecret,
        refresh,
        credential -> keeper.ifPresent(it -> it.keep(account, "refreshToken", credential)));
  }
}
