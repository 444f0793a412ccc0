package org.tanggap.channel.youtube;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.channel.PullChannel;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.channel.Vitals;
import org.tanggap.channel.web.OAuthTokens;
import org.tanggap.channel.web.WebApi;
import org.tanggap.complaint.AccountId;

/**
 * A channel on YouTube: reads the comments on all its videos, and replies to them.
 *
 * <pre>{@code
 * YouTubeChannel youtube =
 *     YouTubeChannel.builder(AccountId.of("youtube", "@KotaContoh"), "UC…", httpClient, clock)
 *         .apiKey(key)                                             // enough for reading
 *         .signIn("", clientId, clientSecret, refreshToken, unused -> {})   // for replies
 *         .dailyQuota(10_000, 2_500)
 *         .build();
 * }</pre>
 *
 * <p>It follows the YouTube Data API v3: "CommentThreads: list", "Comments: list", "Comments:
 * insert", "Errors", "Quota costs", and Google's "Using OAuth 2.0 for web server applications".
 *
 * <p>New comments are found at the next poll; so are new replies in the latest hundred threads.
 * Replies in older threads are found by a sweep, every six hours over the threads of thirty days
 * unless set otherwise; a sweep delivers again what it meets. A poll costs one unit for each
 * hundred threads, a reply 50. The units are counted here, since Google does not tell them; the
 * cursor remembers them, other programs with the same key are not seen. Polls stop when only what
 * is kept for replies is left.
 *
 * <p>What it cannot do: YouTube tells neither places nor photos nor deletions, and a reply is words
 * only. To others than its author, it may show a comment with addresses replaced by titles.
 *
 * <p>Thread-safe.
 */
public final class YouTubeChannel implements PullChannel, ReplyChannel {

  /** The Data API's address. */
  public static final URI BASE_URL = URI.create("https://www.googleapis.com/youtube/v3/");

  /** The address below which Google's token endpoint lies. */
  public static final URI TOKEN_URL = URI.create("https://oauth2.googleapis.com/");

  private final AccountId account;
  private final @Nullable OAuthTokens tokens;
  private final YouTubeQuota quota;
  private final YouTubeComments comments;
  private final YouTubeReplies replies;

  private YouTubeChannel(Builder builder) {
    this.account = builder.account;
    this.tokens = builder.tokens();
    this.quota = new YouTubeQuota(builder.clock, builder.dailyQuota, builder.reserve);
    YouTubeApi api =
        new YouTubeApi(
            builder.baseUrl,
            builder.apiKey,
            tokens,
            quota,
            builder.channelId,
            builder.pageSize,
            builder.client,
            builder.clock,
            builder.timeout);
    YouTubeMessages messages = new YouTubeMessages(account, builder.channelId);
    this.comments =
        new YouTubeComments(
            account, api, messages, quota, builder.lookBack, builder.sweepEvery, builder.clock);
    this.replies = new YouTubeReplies(api, builder.channelId, tokens != null);
  }

  /**
   * Starts the connection to a channel.
   *
   * @param account the account under which its comments are known
   * @param channelId YouTube's id of the channel, such as {@code UC…}
   * @param client the host's HTTP client, which must not follow redirects
   * @param clock tells the time
   * @return a builder
   * @throws IllegalArgumentException if the id is none
   */
  public static Builder builder(
      AccountId account, String channelId, HttpClient client, InstantSource clock) {
    return new Builder(account, channelId, client, clock);
  }

  @Override
  public AccountId account() {
    return account;
  }

  /** The units of the day's quota that are left, as counted here, and when it is full again. */
  @Override
  public Vitals vitals() {
    return quota.vitals();
  }

  @Override
  public void refresh() {
    if (tokens == null) {
      throw ChannelException.of(
          ChannelException.Kind.REAUTHORISE, "the API key of " + account + " is not taken");
    }
    tokens.renew();
  }

  @Override
  public Page pull(@Nullable Cursor cursor) {
    return comments.pull(cursor);
  }

  @Override
  public ReplyPermission permission(ReplyTarget to) {
    return replies.permission(to);
  }

  @Override
  public SentReply send(Reply reply) {
    return replies.send(reply);
  }

  /** True: it looks for the reply in the thread before it sends it again. */
  @Override
  public boolean recognisesRepetition() {
    return true;
  }

  /** The account only. */
  @Override
  public String toString() {
    return "YouTubeChannel[" + account + "]";
  }

  /** Collects the settings of the connection. Not thread-safe. */
  public static final class Builder {

    private final AccountId account;
    private final HttpClient client;
    private final InstantSource clock;
    private final String channelId;
    private URI baseUrl = BASE_URL;
    private URI tokenUrl = TOKEN_URL;
    private @Nullable String apiKey;
    private @Nullable String token;
    private @Nullable Renewal renewal;
    private int pageSize = 100;
    private int dailyQuota = 10_000;
    private int reserve = 2_500;
    private Duration lookBack = Duration.ofDays(30);
    private Duration sweepEvery = Duration.ofHours(6);
    private Duration timeout = Duration.ofSeconds(20);

    private record Renewal(
        String clientId, String clientSecret, String token, Consumer<String> keeper) {}

    private Builder(AccountId account, String channelId, HttpClient client, InstantSource clock) {
      this.account = Objects.requireNonNull(account, "account");
      this.client = Objects.requireNonNull(client, "client");
      this.clock = Objects.requireNonNull(clock, "clock");
      if (!YouTubeMessages.isId(channelId)) {
        throw new IllegalArgumentException("channelId is no id of a channel");
      }
      this.channelId = channelId;
    }

    /**
     * An API key, with which comments can be read. Needed, unless there is a sign-in.
     *
     * @param key the key
     * @return this builder
     */
    public Builder apiKey(String key) {
      this.apiKey = Objects.requireNonNull(key, "key");
      return this;
    }

    /**
     * Signs in for replies with an access token that nobody renews.
     *
     * @param access the access token
     * @return this builder
     */
    public Builder signIn(String access) {
      this.token = Objects.requireNonNull(access, "access");
      return this;
    }

    /**
     * Signs in for replies.
     *
     * @param access the access token; empty to get one with the refresh token
     * @param clientId the app's client id
     * @param clientSecret the app's client secret
     * @param refreshToken the refresh token
     * @param keeper takes a new refresh token, should Google send one, which it rarely does
     * @return this builder
     */
    public Builder signIn(
        String access,
        String clientId,
        String clientSecret,
        String refreshToken,
        Consumer<String> keeper) {
      this.token = Objects.requireNonNull(access, "access");
      this.renewal = new Renewal(clientId, clientSecret, refreshToken, keeper);
      return this;
    }

    /**
     * How many threads a call asks for.
     *
     * @param threads 1 to 100; 100 unless set
     * @return this builder
     * @throws IllegalArgumentException if the number is out of range
     */
    public Builder pageSize(int threads) {
      if (threads < 1 || threads > 100) {
        throw new IllegalArgumentException("a page has 1 to 100 threads");
      }
      this.pageSize = threads;
      return this;
    }

    /**
     * The quota of the project, and what of it is kept for replies.
     *
     * @param units the units of a day; 10,000 unless set
     * @param kept the units that polls leave alone; 2,500 unless set, enough for 50 replies
     * @return this builder
     * @throws IllegalArgumentException if nothing would be left for polls
     */
    public Builder dailyQuota(int units, int kept) {
      if (kept < 0 || units <= kept) {
        throw new IllegalArgumentException("the reserve leaves no quota for polls");
      }
      this.dailyQuota = units;
      this.reserve = kept;
      return this;
    }

    /**
     * How far back the first poll and the sweeps go.
     *
     * @param time thirty days unless set
     * @return this builder
     */
    public Builder lookBack(Duration time) {
      this.lookBack = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * How often all threads of that time are looked through for new replies.
     *
     * @param time six hours unless set
     * @return this builder
     */
    public Builder sweepEvery(Duration time) {
      this.sweepEvery = Objects.requireNonNull(time, "time");
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
     * Where the Data API is, if not at {@link #BASE_URL}.
     *
     * @param url an http or https address
     * @return this builder
     */
    public Builder baseUrl(URI url) {
      this.baseUrl = Objects.requireNonNull(url, "url");
      return this;
    }

    /**
     * Below which address the token endpoint {@code token} lies, if not {@link #TOKEN_URL}.
     *
     * @param url an http or https address
     * @return this builder
     */
    public Builder tokenUrl(URI url) {
      this.tokenUrl = Objects.requireNonNull(url, "url");
      return this;
    }

    private @Nullable OAuthTokens tokens() {
      if (token == null) {
        return null;
      } else if (renewal == null) {
        return OAuthTokens.fixed(token);
      }
      return OAuthTokens.renewable(
          WebApi.builder("Google", tokenUrl, client, clock).timeout(timeout),
          new String[] {"token"},
          Map.of("client_id", renewal.clientId(), "client_secret", renewal.clientSecret()),
          token,
          renewal.token(),
          renewal.keeper());
    }

    /**
     * The connection. Nothing is called yet.
     *
     * @return a channel
     * @throws IllegalStateException if there is no credential
     * @throws IllegalArgumentException if an address is no http or https address
     */
    public YouTubeChannel build() {
      if (apiKey == null && token == null) {
        throw new IllegalStateException("the account " + account + " needs a key or a sign-in");
      }
      return new YouTubeChannel(this);
    }
  }
}
