package org.tanggap.channel.telegram;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.FetchChannel;
import org.tanggap.channel.Page;
import org.tanggap.channel.PhotoChannel;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.channel.PullChannel;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.channel.web.Json;
import org.tanggap.channel.web.SignatureCheck;
import org.tanggap.complaint.AccountId;
import tools.jackson.databind.JsonNode;

/**
 * A bot on Telegram: what citizens write to it, in private or in a group, and the answers to them.
 *
 * <pre>{@code
 * TelegramChannel bot =
 *     TelegramChannel.builder(AccountId.of("telegram", "TebetBot"), token, client, clock)
 *         .username("TebetBot")
 *         .photoStore(photos)
 *         .build();
 * Page page = bot.pull(null);
 * bot.send(reply);
 * }</pre>
 *
 * <p>It follows the Telegram Bot API (core.telegram.org/bots/api): {@code getUpdates} if it is
 * polled, {@code setWebhook} with its {@code secret_token} if it is handed its updates. A bot is
 * either polled or handed: once a web hook's secret is given, {@link #pull} finds nothing and calls
 * nobody. In a group only those messages are taken that answer the bot or name it.
 *
 * <p>A pin is a point with source {@code SHARED_PIN} and the accuracy that Telegram gives; a live
 * pin that moves is an edit of its message. A place chosen from a list (venue) is a pin as well,
 * and its name and address are the text. Pictures of an album come as messages of their own; in a
 * group only those of them that name the bot. A picture sent as a file keeps its EXIF: it is
 * announced first, then {@linkplain #fetch fetched} for place and time. Of a voice message, video
 * or other file the caption is taken; without one it is left to a person. {@code /start} and {@code
 * /stop} switch answers on and off, and so does blocking the bot.
 *
 * <p>Telegram does not tell a bot of deleted messages, keeps updates for 24 hours, and knows no id
 * for answers: one whose end is unknown is left to a person.
 *
 * <p>Thread-safe.
 */
public final class TelegramChannel
    implements PullChannel, PushChannel, FetchChannel, PhotoChannel, ReplyChannel {

  /** Telegram's own address. */
  public static final URI BASE_URL = URI.create("https://api.telegram.org/");

  /** A web hook's body longer than this is refused with 413. */
  public static final int MAX_BODY_BYTES = 1 << 20;

  private final AccountId account;
  private final InstantSource clock;
  private final TelegramApi api;
  private final TelegramMessages messages;
  private final TelegramPictures pictures;
  private final TelegramAnswers answers;
  private final List<String> webhookSecrets;
  private final int pageSize;
  private final Duration longPoll;

  private TelegramChannel(Builder builder) {
    this.account = builder.account;
    this.clock = builder.clock;
    this.api =
        new TelegramApi(
            builder.baseUrl, builder.token, builder.client, builder.clock, builder.timeout);
    String botId = builder.token.replaceFirst(":.*", "");
    this.messages =
        new TelegramMessages(
            builder.account,
            botId,
            TelegramAddressing.of(botId, builder.username, builder.wholeGroups));
    this.pictures = new TelegramPictures(api, messages, builder.zone, builder.clock);
    this.answers = new TelegramAnswers(api, builder.photoStore);
    this.webhookSecrets = List.copyOf(builder.webhookSecrets);
    this.pageSize = builder.pageSize;
    this.longPoll = builder.longPoll;
  }

  /**
   * Starts the connection to a bot.
   *
   * @param account the account under which its messages are known
   * @param token the bot's token; what stands before its colon is the bot's own id
   * @param client the host's client, which must not follow redirects
   * @param clock tells the time
   * @return a builder
   * @throws IllegalArgumentException if the token is blank
   */
  public static Builder builder(
      AccountId account, String token, HttpClient client, InstantSource clock) {
    return new Builder(account, token, client, clock);
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public Page pull(@Nullable Cursor cursor) {
    TelegramCursor from = TelegramCursor.parse(cursor, account);
    if (!webhookSecrets.isEmpty()) {
      return new Page(List.of(), from.toCursor(), false);
    }
    Instant now = clock.instant();
    List<JsonNode> updates = api.listUpdates(from.offsetAt(now), pageSize, longPoll);
    List<ChannelMessage> read = updates.stream().map(messages::read).toList();
    return new Page(read, from.after(updates, now).toCursor(), updates.size() >= pageSize);
  }

  @Override
  public PushVerdict open(PushRequest request) {
    if (!SignatureCheck.isSecret(
        webhookSecrets, request.header("X-Telegram-Bot-Api-Secret-Token"))) {
      return PushVerdict.Refused.of(401, "the secret token is missing or wrong");
    } else if (!request.method().equals("POST")) {
      return PushVerdict.Refused.of(405, "updates come by POST");
    } else if (request.bodyLength() > MAX_BODY_BYTES) {
      return PushVerdict.Refused.of(413, "the body is longer than " + MAX_BODY_BYTES + " bytes");
    }
    Optional<JsonNode> update = Json.find(request.body()).filter(JsonNode::isObject);
    return update.isEmpty()
        ? PushVerdict.Refused.of(400, "the body is no update in JSON")
        : new PushVerdict.Genuine(List.of(messages.read(update.get())));
  }

  @Override
  public ChannelMessage fetch(ChannelMessage.NeedsFetch announced) {
    return pictures.fetch(announced);
  }

  @Override
  public Picture download(String reference) {
    return pictures.download(reference);
  }

  @Override
  public ReplyPermission permission(ReplyTarget to) {
    return TelegramAnswers.permission(to);
  }

  @Override
  public SentReply send(Reply reply) {
    return answers.send(reply);
  }

  /** Never: Telegram takes an answer as often as it is sent. */
  @Override
  public boolean recognisesRepetition() {
    return false;
  }

  /** UTF-16 units, which are never fewer than what Telegram counts. */
  @Override
  public int lengthOf(String text) {
    return text.length();
  }

  /** Collects the settings of the connection. Not thread-safe. */
  public static final class Builder {

    private final AccountId account;
    private final String token;
    private final HttpClient client;
    private final InstantSource clock;
    private final List<String> webhookSecrets = new ArrayList<>();
    private URI baseUrl = BASE_URL;
    private String username = "";
    private boolean wholeGroups;
    private int pageSize = 100;
    private Duration longPoll = Duration.ZERO;
    private Duration timeout = Duration.ofSeconds(20);
    private ZoneId zone = ZoneId.of("Asia/Jakarta");
    private @Nullable PhotoStore photoStore;

    private Builder(AccountId account, String token, HttpClient client, InstantSource clock) {
      this.account = Objects.requireNonNull(account, "account");
      this.token = token;
      this.client = Objects.requireNonNull(client, "client");
      this.clock = Objects.requireNonNull(clock, "clock");
      if (token.isBlank()) {
        throw new IllegalArgumentException("token is blank");
      }
    }

    /**
     * Another address than Telegram's own, such as a Bot API server of the city's.
     *
     * @param address {@link #BASE_URL} unless set
     * @return this builder
     */
    public Builder baseUrl(URI address) {
      this.baseUrl = Objects.requireNonNull(address, "address");
      return this;
    }

    /**
     * Adds a secret with which the web hook was set. From the first one on, the bot is no longer
     * polled.
     *
     * @param secretToken 1 to 256 letters, digits, {@code _} and {@code -}
     * @return this builder
     * @throws IllegalArgumentException if it is anything else
     */
    public Builder webhookSecret(String secretToken) {
      if (!secretToken.matches("[A-Za-z0-9_-]{1,256}")) {
        throw new IllegalArgumentException(
            "a web hook's secret is 1 to 256 letters, digits, _ and -");
      }
      webhookSecrets.add(secretToken);
      return this;
    }

    /**
     * The name by which the bot is addressed in groups.
     *
     * @param name with or without the at sign; unless set, only answers to the bot are taken there
     * @return this builder
     */
    public Builder username(String name) {
      this.username = Objects.requireNonNull(name, "name");
      return this;
    }

    /**
     * Takes all that is written in groups, such as in a group for complaints only.
     *
     * @param all false unless set
     * @return this builder
     */
    public Builder wholeGroups(boolean all) {
      this.wholeGroups = all;
      return this;
    }

    /**
     * How many updates one poll brings.
     *
     * @param updates 1 to 100; 100 unless set
     * @return this builder
     * @throws IllegalArgumentException if it is outside that
     */
    public Builder pageSize(int updates) {
      if (updates < 1 || updates > 100) {
        throw new IllegalArgumentException("pageSize is not 1 to 100");
      }
      this.pageSize = updates;
      return this;
    }

    /**
     * How long Telegram keeps a poll open until something comes.
     *
     * @param time whole seconds; zero unless set, which answers at once
     * @return this builder
     */
    public Builder longPoll(Duration time) {
      this.longPoll = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * How long a call may take, apart from the time of a long poll.
     *
     * @param time 20 seconds unless set
     * @return this builder
     */
    public Builder timeout(Duration time) {
      this.timeout = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * The zone of cameras that do not name their own.
     *
     * @param cameras Asia/Jakarta unless set
     * @return this builder
     */
    public Builder zone(ZoneId cameras) {
      this.zone = Objects.requireNonNull(cameras, "cameras");
      return this;
    }

    /**
     * Where the photos of answers lie. Without it, they have to be URLs, which Telegram fetches.
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
     * @throws IllegalArgumentException if the address is none of the web
     */
    public TelegramChannel build() {
      return new TelegramChannel(this);
    }
  }
}
