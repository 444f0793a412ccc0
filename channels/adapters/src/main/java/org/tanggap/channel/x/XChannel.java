package org.tanggap.channel.x;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.FetchChannel;
import org.tanggap.channel.Page;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.PullChannel;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.channel.Vitals;
import org.tanggap.channel.web.OAuthTokens;
import org.tanggap.channel.web.WebApi;
import org.tanggap.complaint.AccountId;
import tools.jackson.databind.JsonNode;

/**
 * An account on X (formerly Twitter): reads the posts that mention it, by asking or by web hook,
 * finds others by a query if one is set, and replies.
 *
 * <pre>{@code
 * XChannel x =
 *     XChannel.builder(AccountId.of("x", "@PoskoContoh"), "2244994945", httpClient, clock)
 *         .token(token)
 *         .renewal("client-id", null, refreshToken, keeper)
 *         .consumerSecrets(List.of(consumerSecret))
 *         .search("\"jalan rusak\" jakarta -is:retweet")
 *         .photoStore(photoStore)
 *         .build();
 * }</pre>
 *
 * <p>It follows X API v2: "Timelines", "Search", "Edit Posts", "Webhooks", "X Activity API" (event
 * types {@code post.mention.create}, {@code post.reply.create}, {@code post.delete}), "Manage
 * Posts", "Media upload v2", "OAuth 2.0", "Response codes and errors" (docs.x.com).
 *
 * <p>What it cannot do: X shows the last 800 mentions and the last seven days of a search. Where
 * more came since the last poll, a {@link ChannelMessage.Malformed} says between which posts
 * something is missing. X tells of deletions only by web hook, and only of those authors to whom
 * {@code post.delete} is subscribed; the deletion of a later edition names that edition. An app may
 * reply only where the author mentioned or quoted the account; all else is left to a person. A
 * place is a box, usually of a city. A video gives its preview picture. Direct messages are told as
 * unsupported. Who shares one refresh token among several processes loses it, for X replaces it at
 * each use.
 *
 * <p>Thread-safe.
 */
public final class XChannel implements PullChannel, PushChannel, ReplyChannel, FetchChannel {

  /** X's address. */
  public static final URI BASE_URL = URI.create("https://api.x.com/");

  /** A web hook's body longer than this is refused with 413. */
  public static final int MAX_BODY_BYTES = 1 << 20;

  private final AccountId account;
  private final OAuthTokens tokens;
  private final XApi api;
  private final XMessages messages;
  private final XTimelines timelines;
  private final XWebhook webhook;
  private final XReplies replies;

  private XChannel(Builder builder) {
    this.account = builder.account;
    this.tokens = builder.tokens();
    this.api =
        new XApi(
            builder.baseUrl,
            tokens,
            builder.userId,
            builder.client,
            builder.clock,
            builder.timeout);
    this.messages = new XMessages(account, builder.userId);
    this.timelines =
        new XTimelines(
            account,
            api,
            messages,
            builder.query,
            builder.pageSize,
            builder.lookBack,
            builder.clock);
    this.webhook = new XWebhook(messages, builder.userId, builder.consumerSecrets, MAX_BODY_BYTES);
    this.replies = new XReplies(api, builder.photos, builder.maxCharacters, builder.price);
  }

  /**
   * Starts the connection to an account.
   *
   * @param account the account under which its messages are known
   * @param userId X's number for the account, which does not change with its name
   * @param client the host's HTTP client, which must not follow redirects
   * @param clock tells the time
   * @return a builder
   * @throws IllegalArgumentException if the number has other characters than digits
   */
  public static Builder builder(
      AccountId account, String userId, HttpClient client, InstantSource clock) {
    return new Builder(account, userId, client, clock);
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public Vitals vitals() {
    return api.vitals();
  }

  @Override
  public void refresh() {
    tokens.renew();
  }

  @Override
  public Page pull(@Nullable Cursor cursor) {
    return timelines.pull(cursor);
  }

  @Override
  public PushVerdict open(PushRequest request) {
    return webhook.open(request);
  }

  /** Reads a post of which the web hook left out the place or a picture. */
  @Override
  public ChannelMessage fetch(ChannelMessage.NeedsFetch announced) {
    String id = XMessages.isId(announced.hint()) ? announced.hint() : announced.key().externalId();
    JsonNode answer = api.post(id);
    if (!answer.path("data").isObject()) {
      throw ChannelException.of(
          ChannelException.Kind.NOT_PERMITTED, "X no longer shows a post that it announced");
    }
    return messages.message(answer.path("data"), answer.path("includes"));
  }

  @Override
  public ReplyPermission permission(ReplyTarget to) {
    return replies.permission(to);
  }

  @Override
  public SentReply send(Reply reply) {
    return replies.send(reply);
  }

  /** True: it looks for the reply among the account's own posts before it sends it again. */
  @Override
  public boolean recognisesRepetition() {
    return true;
  }

  /** Counts as X does: most letters outside the Latin script and emoji 2, an address 23. */
  @Override
  public int lengthOf(String text) {
    return XText.length(text);
  }

  /** The account only. */
  @Override
  public String toString() {
    return "XChannel[" + account + "]";
  }

  /** Collects the settings of the connection. Not thread-safe. */
  public static final class Builder {

    private final AccountId account;
    private final HttpClient client;
    private final InstantSource clock;
    private final String userId;
    private URI baseUrl = BASE_URL;
    private String token = "";
    private @Nullable Renewal renewal;
    private List<String> consumerSecrets = List.of();
    private @Nullable String query;
    private int pageSize = 100;
    private Duration lookBack = Duration.ofDays(7);
    private @Nullable PhotoStore photos;
    private int maxCharacters = 280;
    private String price = "USD 0.01, with a link USD 0.20";
    private Duration timeout = Duration.ofSeconds(20);

    private record Renewal(
        String clientId, @Nullable String clientSecret, String token, Consumer<String> keeper) {}

    private Builder(AccountId account, String userId, HttpClient client, InstantSource clock) {
      this.account = Objects.requireNonNull(account, "account");
      this.client = Objects.requireNonNull(client, "client");
      this.clock = Objects.requireNonNull(clock, "clock");
      if (!XMessages.isId(userId)) {
        throw new IllegalArgumentException("userId is not X's number for an account");
      }
      this.userId = userId;
    }

    /**
     * The access token of the account (OAuth 2.0 user context). Needed, unless there is a renewal.
     *
     * @param access the token
     * @return this builder
     */
    public Builder token(String access) {
      this.token = Objects.requireNonNull(access, "access");
      return this;
    }

    /**
     * How to renew the access token without a person.
     *
     * @param clientId the app's client id
     * @param clientSecret the app's client secret, or null for a public client
     * @param refreshToken the refresh token
     * @param keeper takes each new refresh token: X replaces it at each use, and the old one is
     *     worth nothing then
     * @return this builder
     */
    public Builder renewal(
        String clientId,
        @Nullable String clientSecret,
        String refreshToken,
        Consumer<String> keeper) {
      this.renewal = new Renewal(clientId, clientSecret, refreshToken, keeper);
      return this;
    }

    /**
     * The consumer secrets (API secret keys) that sign the web hook's requests. Without one, the
     * web hook refuses everything.
     *
     * @param secrets those that are valid at present; the first answers X's challenges
     * @return this builder
     */
    public Builder consumerSecrets(List<String> secrets) {
      this.consumerSecrets = List.copyOf(secrets);
      return this;
    }

    /**
     * Also reads what a query finds, of the last seven days.
     *
     * @param words a query in X's language, 1 to 512 characters
     * @return this builder
     * @throws IllegalArgumentException if the query is blank or too long
     */
    public Builder search(String words) {
      if (words.isBlank() || words.length() > 512) {
        throw new IllegalArgumentException("a query has 1 to 512 characters");
      }
      this.query = words;
      return this;
    }

    /**
     * How many posts a call asks for.
     *
     * @param posts 10 to 100; 100 unless set
     * @return this builder
     * @throws IllegalArgumentException if the number is out of range
     */
    public Builder pageSize(int posts) {
      if (posts < 5 || posts > 100) {
        throw new IllegalArgumentException("a page has 5 to 100 posts");
      }
      this.pageSize = posts;
      return this;
    }

    /**
     * How far back the very first poll reads mentions. Later ones read on from there.
     *
     * @param time seven days unless set
     * @return this builder
     */
    public Builder lookBack(Duration time) {
      this.lookBack = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * Where the photos of answers lie. Without it, answers have none.
     *
     * @param store the store
     * @return this builder
     */
    public Builder photoStore(PhotoStore store) {
      this.photos = Objects.requireNonNull(store, "store");
      return this;
    }

    /**
     * How long a reply may be.
     *
     * @param most 280 unless set; an account that pays for longer posts may have up to 25,000
     * @return this builder
     */
    public Builder maxCharacters(int most) {
      this.maxCharacters = most;
      return this;
    }

    /**
     * What X charges for a reply, to be shown to the officer.
     *
     * @param words such as {@code USD 0.01}
     * @return this builder
     */
    public Builder price(String words) {
      this.price = Objects.requireNonNull(words, "words");
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
     * Where X is, if not at {@link #BASE_URL}.
     *
     * @param url an http or https address
     * @return this builder
     */
    public Builder baseUrl(URI url) {
      this.baseUrl = Objects.requireNonNull(url, "url");
      return this;
    }

    private OAuthTokens tokens() {
      if (renewal == null) {
        return OAuthTokens.fixed(token);
      }
      Renewal by = renewal;
      WebApi.Builder endpoint = WebApi.builder("X", baseUrl, client, clock).timeout(timeout);
      Map<String, String> form = new LinkedHashMap<>();
      if (by.clientSecret() == null) {
        form.put("client_id", by.clientId());
      } else {
        byte[] pair = (by.clientId() + ":" + by.clientSecret()).getBytes(StandardCharsets.UTF_8);
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair);
        endpoint.header("Authorization", () -> basic);
      }
      return OAuthTokens.renewable(
          endpoint, new String[] {"2", "oauth2", "token"}, form, token, by.token(), by.keeper());
    }

    /**
     * The connection. Nothing is called yet.
     *
     * @return a channel
     * @throws IllegalStateException if there is no credential
     * @throws IllegalArgumentException if the address is no http or https address
     */
    public XChannel build() {
      if (token.isEmpty() && renewal == null) {
        throw new IllegalStateException("the account " + account + " needs a token");
      }
      return new XChannel(this);
    }
  }
}
