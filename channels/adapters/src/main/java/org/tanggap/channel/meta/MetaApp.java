package org.tanggap.channel.meta;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.ChannelParts;

/**
 * An app at Meta as its channels need it: the secrets that its web hook is signed with, the words
 * of the handshake, the access token, and where the Graph API is. One app may serve several
 * channels, each with the token of its own account.
 *
 * <pre>{@code
 * MetaApp app =
 *     MetaApp.builder(token, client, clock).secret(appSecret).verifyToken("kata-sandi").build();
 * WhatsAppChannel number =
 *     WhatsAppChannel.builder(AccountId.of("whatsapp", "Tebet"), "106540352242922", app).build();
 * }</pre>
 *
 * <p>Every call carries the token in a header and, as Meta recommends ("Secure Graph API Calls"),
 * its {@code appsecret_proof}: the HMAC-SHA256 of the token under the first secret.
 *
 * <p>Immutable and thread-safe.
 */
public final class MetaApp {

  /** The Graph API with its version. Meta keeps a version for about two years. */
  public static final URI BASE_URL = URI.create("https://graph.facebook.com/v25.0/");

  private final String accessToken;
  private final HttpClient client;
  private final InstantSource clock;
  private final List<String> secrets;
  private final List<String> verifyTokens;
  private final URI baseUrl;
  private final Duration timeout;
  private final @Nullable Instant credentialEnds;

  private MetaApp(Builder builder) {
    this.accessToken = builder.accessToken;
    this.client = builder.client;
    this.clock = builder.clock;
    this.secrets = List.copyOf(builder.secrets);
    this.verifyTokens = List.copyOf(builder.verifyTokens);
    this.baseUrl = builder.baseUrl;
    this.timeout = builder.timeout;
    this.credentialEnds = builder.credentialEnds;
  }

  /**
   * Starts the description of an app.
   *
   * @param accessToken the token of the page, the account or the system user
   * @param client the host's client, which must not follow redirects
   * @param clock tells the time
   * @return a builder
   * @throws IllegalArgumentException if the token is blank
   */
  public static Builder builder(String accessToken, HttpClient client, InstantSource clock) {
    return new Builder(accessToken, client, clock);
  }

  /**
   * Reads what the three kinds have in common: {@code token} (credential), {@code appSecrets} and
   * {@code verifyTokens} (credentials), {@code baseUrl}, {@code timeout}, {@code credentialEnds}.
   */
  static MetaApp read(AccountSettings settings, ChannelParts parts) {
    Builder builder =
        builder(settings.secret("token"), parts.get(HttpClient.class), parts.clock())
            .baseUrl(settings.address("baseUrl", BASE_URL))
            .timeout(settings.duration("timeout", Duration.ofSeconds(20)));
    settings.secrets("appSecrets").forEach(builder::secret);
    settings.secrets("verifyTokens").forEach(builder::verifyToken);
    String ends = settings.text("credentialEnds", "");
    if (!ends.isEmpty()) {
      try {
        builder.credentialEnds(Instant.parse(ends));
      } catch (DateTimeException e) {
        settings.refuse("credentialEnds", "is no time such as 2027-01-31T00:00:00Z");
      }
    }
    return builder.build();
  }

  String accessToken() {
    return accessToken;
  }

  HttpClient client() {
    return client;
  }

  InstantSource clock() {
    return clock;
  }

  List<String> secrets() {
    return secrets;
  }

  List<String> verifyTokens() {
    return verifyTokens;
  }

  URI baseUrl() {
    return baseUrl;
  }

  Duration timeout() {
    return timeout;
  }

  @Nullable Instant credentialEnds() {
    return credentialEnds;
  }

  /** Never shows a credential. */
  @Override
  public String toString() {
    return "MetaApp";
  }

  /** Collects what belongs to an app. Not thread-safe. */
  public static final class Builder {

    private final String accessToken;
    private final HttpClient client;
    private final InstantSource clock;
    private final List<String> secrets = new ArrayList<>();
    private final List<String> verifyTokens = new ArrayList<>();
    private URI baseUrl = BASE_URL;
    private Duration timeout = Duration.ofSeconds(20);
    private @Nullable Instant credentialEnds;

    private Builder(String accessToken, HttpClient client, InstantSource clock) {
      this.accessToken = notBlank(accessToken, "the access token");
      this.client = Objects.requireNonNull(client, "client");
      this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Adds an app secret. At least one is needed; the first is the one that Meta shows at present,
     * the others hold for what was signed before it was changed.
     *
     * @param appSecret the secret
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public Builder secret(String appSecret) {
      secrets.add(notBlank(appSecret, "an app secret"));
      return this;
    }

    /**
     * Adds a word that Meta is told when the web hook is set up, and shows in its handshake.
     * Without one, every handshake is refused.
     *
     * @param token the word
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public Builder verifyToken(String token) {
      verifyTokens.add(notBlank(token, "a verify token"));
      return this;
    }

    /**
     * Where the Graph API is, with its version.
     *
     * @param address {@link MetaApp#BASE_URL} unless set
     * @return this builder
     */
    public Builder baseUrl(URI address) {
      this.baseUrl = Objects.requireNonNull(address, "address");
      return this;
    }

    /**
     * How long a call may take.
     *
     * @param time 20 seconds unless set
     * @return this builder
     */
    public Builder timeout(Duration time) {
      this.timeout = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * When the access token runs out, for the vitals. Meta does not say it with its answers, and
     * when a token has died, web hooks stop without a word.
     *
     * @param end the end, from Meta's token debugger
     * @return this builder
     */
    public Builder credentialEnds(Instant end) {
      this.credentialEnds = Objects.requireNonNull(end, "end");
      return this;
    }

    /**
     * The app.
     *
     * @return the app; nothing is called yet
     * @throws IllegalStateException if there is no secret
     */
    public MetaApp build() {
      if (secrets.isEmpty()) {
        throw new IllegalStateException("an app at Meta needs its secret");
      }
      return new MetaApp(this);
    }

    private static String notBlank(String text, String what) {
      if (text.isBlank()) {
        throw new IllegalArgumentException(what + " is blank");
      }
      return text;
    }
  }
}
