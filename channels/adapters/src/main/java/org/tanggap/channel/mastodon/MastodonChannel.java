package org.tanggap.channel.mastodon;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
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
 * An account on a Mastodon server. Statuses that mention or quote the account are reports; an
 * answer is a reply that begins with the citizen's name and has the visibility of what it answers.
 *
 * <pre>{@code
 * MastodonChannel channel =
 *     MastodonChannel.builder(
 *             AccountId.of("mastodon", "@posko@kota.example"),
 *             URI.create("https://kota.example"), "109348745230451", token, client, clock)
 *         .photoStore(photos)
 *         .build();
 * Page page = channel.pull(null);
 * channel.send(reply);
 * }</pre>
 *
 * <p>Follows Mastodon's API documentation (docs.joinmastodon.org): methods {@code notifications},
 * {@code statuses} and {@code media}, entities {@code Notification} and {@code Status}, and the
 * page on rate limits. The token needs the scopes {@code read:notifications}, {@code
 * read:statuses}, {@code write:statuses} and {@code write:media}.
 *
 * <p>What it cannot do: Mastodon's REST API tells nothing of statuses that were deleted, and of
 * edits only where the account boosted or quoted the status. A notification that is gone before it
 * was asked for (the author deleted the status, or blocked us) never comes. Statuses have no place.
 *
 * <p>Thread-safe, as far as the SPI asks for it.
 */
public final class MastodonChannel implements PullChannel, ReplyChannel {

  private static final String CURSOR = "min_id=";

  private final AccountId account;
  private final int pageSize;
  private final MastodonMessages messages;
  private final MastodonApi api;
  private final MastodonAnswers answers;

  private MastodonChannel(Builder builder) {
    this.account = builder.account;
    this.pageSize = builder.pageSize;
    this.messages =
        new MastodonMessages(account, builder.accountId, builder.domain.toLowerCase(Locale.ROOT));
    this.api =
        new MastodonApi(
            builder.baseUrl,
            builder.client,
            builder.clock,
            builder.token,
            builder.accountId,
            builder.timeout,
            builder.mediaPause);
    this.answers = new MastodonAnswers(api, builder.photoStore, builder.maxCharacters);
  }

  /**
   * Starts the connection to an account.
   *
   * @param account the account under which its messages are known
   * @param baseUrl the server, such as {@code https://kota.example}
   * @param accountId the id of our own account on its server, as {@code GET
   *     /api/v1/accounts/verify_credentials} tells it, so that our own statuses are known as ours
   * @param token the access token of the account
   * @param client the host's client, which must not follow redirects
   * @param clock tells the time for waits that the server names
   * @return a builder
   * @throws IllegalArgumentException if the id or the token is blank
   */
  public static Builder builder(
      AccountId account,
      URI baseUrl,
      String accountId,
      String token,
      HttpClient client,
      InstantSource clock) {
    return new Builder(account, baseUrl, accountId, token, client, clock);
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public Vitals vitals() {
    return api.vitals();
  }

  /**
   * {@inheritDoc}
   *
   * <p>One call to the server; the cursor is the id of the newest notification that was delivered.
   */
  @Override
  public Page pull(@Nullable Cursor cursor) {
    String after = after(cursor);
    MastodonMessages.Batch batch = messages.read(api.listNotifications(after, pageSize), after);
    boolean moved = !batch.newest().equals(after);
    return new Page(
        batch.messages(),
        new Cursor(CURSOR + batch.newest()),
        moved && batch.messages().size() >= pageSize);
  }

  private String after(@Nullable Cursor cursor) {
    if (cursor == null) {
      return "0";
    }
    String value = cursor.value();
    String id = value.startsWith(CURSOR) ? value.substring(CURSOR.length()) : "";
    if (!MastodonMessages.isId(id)) {
      throw ChannelException.of(
          Kind.MALFORMED, "the cursor of " + account + " is no id of a notification");
    }
    return id;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The length leaves room for the citizen's name, which stands before every answer.
   */
  @Override
  public ReplyPermission permission(ReplyTarget to) {
    return answers.permission(to);
  }

  @Override
  public SentReply send(Reply reply) {
    return answers.send(reply);
  }

  /**
   * True: Mastodon knows the {@code Idempotency-Key} for an hour, and before an answer that may
   * have been sent goes out again, the replies under the message are looked through for it.
   */
  @Override
  public boolean recognisesRepetition() {
    return true;
  }

  /**
   * {@inheritDoc}
   *
   * <p>As Mastodon counts: graphemes, an address as 23, a name without its server.
   */
  @Override
  public int lengthOf(String text) {
    return StatusLength.of(text);
  }

  /** Collects the settings of the connection. Not thread-safe. */
  public static final class Builder {

    private final AccountId account;
    private final URI baseUrl;
    private final String accountId;
    private final String token;
    private final HttpClient client;
    private final InstantSource clock;
    private String domain;
    private @Nullable PhotoStore photoStore;
    private int pageSize = 40;
    private int maxCharacters = 500;
    private Duration timeout = Duration.ofSeconds(20);
    private Duration mediaPause = Duration.ofSeconds(1);

    private Builder(
        AccountId account,
        URI baseUrl,
        String accountId,
        String token,
        HttpClient client,
        InstantSource clock) {
      this.account = Objects.requireNonNull(account, "account");
      this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
      this.accountId = accountId;
      this.token = token;
      this.client = Objects.requireNonNull(client, "client");
      this.clock = Objects.requireNonNull(clock, "clock");
      this.domain = Objects.requireNonNullElse(baseUrl.getHost(), "");
      if (accountId.isBlank() || token.isBlank()) {
        throw new IllegalArgumentException("accountId or token is blank");
      }
    }

    /**
     * The domain in the names of the server's own accounts, where it is not the server's host.
     *
     * @param localDomain such as {@code kota.example}, where the server is {@code
     *     social.kota.example}
     * @return this builder
     */
    public Builder domain(String localDomain) {
      this.domain = Objects.requireNonNull(localDomain, "localDomain");
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
     * How many notifications to ask for at once.
     *
     * @param notifications 1 to 80; 40 unless set
     * @return this builder
     * @throws IllegalArgumentException if it is outside that
     */
    public Builder pageSize(int notifications) {
      if (notifications < 1 || notifications > 80) {
        throw new IllegalArgumentException("a page has 1 to 80 notifications");
      }
      this.pageSize = notifications;
      return this;
    }

    /**
     * How long a status may be on this server, see {@code configuration.statuses.max_characters} of
     * its {@code GET /api/v2/instance}.
     *
     * @param characters at least 1; 500 unless set
     * @return this builder
     * @throws IllegalArgumentException if it is less
     */
    public Builder maxCharacters(int characters) {
      if (characters < 1) {
        throw new IllegalArgumentException("a status has at least one character");
      }
      this.maxCharacters = characters;
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
     * How long to wait before asking again whether a picture is ready; asked ten times.
     *
     * @param time a second unless set
     * @return this builder
     */
    public Builder mediaPause(Duration time) {
      this.mediaPause = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * The connection; nothing is called yet.
     *
     * @return a channel
     * @throws IllegalArgumentException if the base URL is no http or https address
     */
    public MastodonChannel build() {
      return new MastodonChannel(this);
    }
  }
}
