package org.tanggap.channel.bluesky;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.PullChannel;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.channel.Vitals;
import org.tanggap.complaint.AccountId;

/**
 * An account on Bluesky, or on another server of the AT Protocol. Posts that mention, answer or
 * quote the account are reports; an answer is a reply in their thread.
 *
 * <pre>{@code
 * BlueskyChannel channel =
 *     BlueskyChannel.builder(
 *             AccountId.of("bluesky", "posko.kota.example"),
 *             "posko.kota.example", appPassword, client, clock)
 *         .photoStore(photos)
 *         .build();
 * Page page = channel.pull(null);
 * channel.send(reply);
 * }</pre>
 *
 * <p>Follows the HTTP reference and the lexicons of docs.bsky.app and atproto.com: {@code
 * com.atproto.server.createSession} and {@code refreshSession}, {@code
 * app.bsky.notification.listNotifications}, {@code com.atproto.repo.createRecord}, {@code
 * getRecord} and {@code uploadBlob}, {@code app.bsky.feed.post}, the page on rate limits, and the
 * specification of record keys. The session is kept in memory only and renewed by {@link #refresh}.
 *
 * <p>Notifications come newest first, so a poll walks back to what is known; the state of the walk
 * is in the cursor. An answer gets a record key made from its id, so that it can exist only once.
 * Photos of posts are addresses at the public image server, which want no credential.
 *
 * <p>What it cannot do: Bluesky has no edits and does not tell of deletions. A post whose author
 * dates it back further than the overlap (an hour unless set) behind the newest one known may be
 * missed, because the server sorts by that date. Posts have no place. Photos without words are
 * taken, videos without words left to a person.
 *
 * <p>Thread-safe, as far as the SPI asks for it.
 */
public final class BlueskyChannel implements PullChannel, ReplyChannel {

  /** The entrance to Bluesky's own servers. */
  public static final URI BASE_URL = URI.create("https://bsky.social/");

  /** Bluesky's public image server. */
  public static final URI IMAGE_URL = URI.create("https://cdn.bsky.app/");

  private final AccountId account;
  private final InstantSource clock;
  private final int pageSize;
  private final Duration overlap;
  private final BlueskySession session;
  private final BlueskyApi api;
  private final BlueskyMessages messages;
  private final BlueskyAnswers answers;

  private BlueskyChannel(Builder builder) {
    this.account = builder.account;
    this.clock = builder.clock;
    this.pageSize = builder.pageSize;
    this.overlap = builder.overlap;
    this.api = new BlueskyApi(builder.baseUrl, builder.client, clock, builder.timeout);
    this.session = new BlueskySession(api, builder.identifier, builder.appPassword);
    this.messages = new BlueskyMessages(account, builder.imageUrl);
    this.answers =
        new BlueskyAnswers(
            api, session, clock, builder.photoStore, builder.photoDescription, builder.language);
  }

  /**
   * Starts the connection to an account.
   *
   * @param account the account under which its messages are known
   * @param identifier the handle or the DID to sign in with
   * @param appPassword an app password, not the account's own
   * @param client the host's client, which must not follow redirects
   * @param clock tells the time
   * @return a builder
   * @throws IllegalArgumentException if the identifier or the password is blank
   */
  public static Builder builder(
      AccountId account,
      String identifier,
      String appPassword,
      HttpClient client,
      InstantSource clock) {
    return new Builder(account, identifier, appPassword, client, clock);
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
    session.renew();
  }

  /**
   * {@inheritDoc}
   *
   * <p>One call to the server, and one more to sign in where there is no session yet. While a walk
   * back is under way, each page is older than the one before.
   */
  @Override
  public Page pull(@Nullable Cursor cursor) {
    BlueskySession.Tokens tokens = session.tokens();
    BlueskyCursor from = BlueskyCursor.parse(cursor, account);
    return new NotificationWalk(api, messages, tokens, pageSize, overlap, clock).page(from);
  }

  @Override
  public ReplyPermission permission(ReplyTarget to) {
    return answers.permission(to);
  }

  @Override
  public SentReply send(Reply reply) {
    return answers.send(reply);
  }

  /** True: the record key is made from the answer's id, and a server keeps one record under it. */
  @Override
  public boolean recognisesRepetition() {
    return true;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Bluesky allows 300 graphemes and 3,000 bytes; whichever is nearer to its limit counts.
   */
  @Override
  public int lengthOf(String text) {
    return BlueskyAnswers.lengthOf(text);
  }

  /** Collects the settings of the connection. Not thread-safe. */
  public static final class Builder {

    private final AccountId account;
    private final String identifier;
    private final String appPassword;
    private final HttpClient client;
    private final InstantSource clock;
    private URI baseUrl = BASE_URL;
    private URI imageUrl = IMAGE_URL;
    private int pageSize = 100;
    private Duration overlap = Duration.ofHours(1);
    private Duration timeout = Duration.ofSeconds(20);
    private String language = "id";
    private String photoDescription = "Foto dari petugas";
    private @Nullable PhotoStore photoStore;

    private Builder(
        AccountId account,
        String identifier,
        String appPassword,
        HttpClient client,
        InstantSource clock) {
      this.account = Objects.requireNonNull(account, "account");
      this.identifier = identifier;
      this.appPassword = appPassword;
      this.client = Objects.requireNonNull(client, "client");
      this.clock = Objects.requireNonNull(clock, "clock");
      if (identifier.isBlank() || appPassword.isBlank()) {
        throw new IllegalArgumentException("identifier or appPassword is blank");
      }
    }

    /**
     * Another server than Bluesky's own.
     *
     * @param address {@link #BASE_URL} unless set
     * @return this builder
     */
    public Builder baseUrl(URI address) {
      this.baseUrl = Objects.requireNonNull(address, "address");
      return this;
    }

    /**
     * Another image server than Bluesky's own.
     *
     * @param address {@link #IMAGE_URL} unless set
     * @return this builder
     */
    public Builder imageUrl(URI address) {
      this.imageUrl = Objects.requireNonNull(address, "address");
      return this;
    }

    /**
     * How many notifications to ask for at once.
     *
     * @param notifications 1 to 100; 100 unless set
     * @return this builder
     * @throws IllegalArgumentException if it is outside that
     */
    public Builder pageSize(int notifications) {
      if (notifications < 1 || notifications > 100) {
        throw new IllegalArgumentException("pageSize is not 1 to 100");
      }
      this.pageSize = notifications;
      return this;
    }

    /**
     * How far behind the newest post that is known to look for posts that were dated back.
     *
     * @param time an hour unless set
     * @return this builder
     */
    public Builder overlap(Duration time) {
      this.overlap = Objects.requireNonNull(time, "time");
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
     * The language of the answers.
     *
     * @param tag a BCP 47 tag; {@code id} unless set
     * @return this builder
     */
    public Builder language(String tag) {
      this.language = Objects.requireNonNull(tag, "tag");
      return this;
    }

    /**
     * What the photos of answers are called for those who cannot see them.
     *
     * @param words {@code Foto dari petugas} unless set
     * @return this builder
     */
    public Builder photoDescription(String words) {
      this.photoDescription = Objects.requireNonNull(words, "words");
      return this;
    }

    /**
     * Where the pictures of answers lie. Without it, answers have none.
     *
     * @param store the store
     * @return this builder
     */
    public Builder photoStore(PhotoStore store) {
      this.photoStore = Objects.requireNonNull(store, "store");
      return this;
    }

    /**
     * The connection; nothing is called yet.
     *
     * @return a channel
     * @throws IllegalArgumentException if the base URL is no http or https address
     */
    public BlueskyChannel build() {
      return new BlueskyChannel(this);
    }
  }
}
