package org.tanggap.channel.citizenapp;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.MessageFate;
import org.tanggap.channel.Page;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.PullChannel;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.channel.web.ApiResponse;
import org.tanggap.channel.web.SignatureCheck;
import org.tanggap.channel.web.WebApi;
import org.tanggap.complaint.AccountId;

/**
 * A citizen's app that hands its posts over as JSON or gives them out, and takes answers as
 * comments on them.
 *
 * <p>A request holds one post, an array of them, or an object with an array {@code posts}:
 *
 * <pre>{@code
 * {"post_id": 4711, "title": "Jalan berlubang", "description": "Di depan pasar",
 *  "location": {"lat": -6.2263, "lng": 106.8583, "accuracy": 12},
 *  "timestamp": "2026-11-21T09:15:00", "category": "road",
 *  "photos": ["https://cdn.example.org/4711.jpg"], "user": {"id": "u-17", "name": "…"}}
 * }</pre>
 *
 * <p>The names of Qlue's app are read too: {@code post_title}, {@code post_desc}, {@code
 * post_date}, {@code post_images}, {@code profile_name}, {@code loc_lat}, {@code loc_lng}. Photos
 * are a list or one address. A post with another {@code updated_at} than its time is an edit, one
 * with {@code "deleted": true} a deletion. A profile's name without a user's id stands for the
 * writer of that post alone.
 *
 * <p>Each request is signed: the header {@code X-Signature} is {@code sha256=} and the HMAC-SHA256
 * of the raw body in hex, made with one of the secrets. Two secrets at a time let the app change
 * from one to the other. The answer says for each post, in order, whether it was created: {@code
 * [{"created": true, "outcome": "stored", "complaint": "…"}]}.
 *
 * <p>An app that is asked instead answers {@code GET posts?after=4711&limit=100} with the posts of
 * the lowest ids above that, which are numbers, in any order; it cannot tell of edits and deletions
 * in this way. An answer is {@code POST posts/{post_id}/comments} with {@code {"text": …, "photos":
 * […]}} and the reply's id as {@code Idempotency-Key}; the app answers with a {@code comment_id} if
 * it has one.
 *
 * <pre>{@code
 * CitizenApp app =
 *     CitizenApp.builder(AccountId.of("citizenapp", "jaki"), ZoneId.of("Asia/Jakarta"))
 *         .secret(secret)
 *         .commentsTo(URI.create("https://app.example.org/api/"), client, clock)
 *         .token(token)
 *         .build();
 * PushVerdict verdict = app.open(request);
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class CitizenApp implements PullChannel, PushChannel, ReplyChannel {

  /** A body longer than this is refused with 413. */
  public static final int MAX_BODY_BYTES = 1_000_000;

  private final AccountId account;
  private final @Nullable SignatureCheck signature;
  private final PostReader reader;
  private final @Nullable PostsCall posts;
  private final @Nullable CommentCall comments;

  private CitizenApp(Builder builder) {
    this.account = builder.account;
    this.signature =
        builder.secrets.isEmpty()
            ? null
            : SignatureCheck.hmac(
                "HmacSHA256", "sha256=", SignatureCheck.Encoding.HEX, builder.secrets);
    this.reader = new PostReader(builder.account, builder.zone, builder.ownUser);
    this.posts =
        builder.posts == null
            ? null
            : new PostsCall(builder.connect(builder.posts), reader, account, builder.pageSize);
    this.comments =
        builder.comments == null
            ? null
            : new CommentCall(builder.connect(builder.comments), builder.photoStore);
  }

  /**
   * Starts the connection to an app.
   *
   * @param account the account under which its posts are known
   * @param zone the zone of times that have none of their own
   * @return a builder
   */
  public static Builder builder(AccountId account, ZoneId zone) {
    return new Builder(account, zone);
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public PushVerdict open(PushRequest request) {
    byte[] body = request.body();
    if (body.length > MAX_BODY_BYTES) {
      return refused(413, "the body is longer than " + MAX_BODY_BYTES + " bytes");
    }
    if (signature == null || !signature.holds(body, request.header("X-Signature"))) {
      return refused(401, "the signature does not fit the body");
    }
    return reader.read(body);
  }

  /** Finds nothing and calls nobody unless {@link Builder#postsFrom} is set. */
  @Override
  public Page pull(@Nullable Cursor cursor) {
    return posts == null
        ? new Page(List.of(), cursor == null ? new Cursor("after=0") : cursor, false)
        : posts.pull(cursor);
  }

  static PushVerdict refused(int status, String why) {
    return new PushVerdict.Refused(PushResponse.of(status, why));
  }

  @Override
  public PushResponse acknowledge(List<MessageFate> fates) {
    return PushResponse.json(200, PostReader.acknowledgement(fates));
  }

  @Override
  public ReplyPermission permission(ReplyTarget to) {
    return comments == null
        ? new ReplyPermission.ByHand("the app's address for comments is not configured")
        : comments.permission();
  }

  @Override
  public SentReply send(Reply reply) {
    if (comments == null) {
      throw ChannelException.of(
          ChannelException.Kind.NOT_PERMITTED, "the app's address for comments is not configured");
    }
    return comments.send(reply);
  }

  /** An app answers 403 to a credential that it no longer takes. */
  private static Optional<ChannelException> findFailure(ApiResponse response) {
    return response.status() == 403
        ? Optional.of(
            ChannelException.of(ChannelException.Kind.REAUTHORISE, "the app answered 403"))
        : Optional.empty();
  }

  /** Always: the app knows a comment by its {@code Idempotency-Key}. */
  @Override
  public boolean recognisesRepetition() {
    return true;
  }

  /** Collects the settings of the connection. Not thread-safe. */
  public static final class Builder {

    private final AccountId account;
    private final ZoneId zone;
    private final List<byte[]> secrets = new ArrayList<>();
    private WebApi.@Nullable Builder posts;
    private WebApi.@Nullable Builder comments;
    private @Nullable String token;
    private @Nullable PhotoStore photoStore;
    private String ownUser = "";
    private int pageSize = 100;
    private Duration timeout = Duration.ofSeconds(20);

    private Builder(AccountId account, ZoneId zone) {
      this.account = Objects.requireNonNull(account, "account");
      this.zone = Objects.requireNonNull(zone, "zone");
    }

    /**
     * Adds a secret that the app may sign with. At least one is needed, unless the app is asked for
     * its posts.
     *
     * @param key at least 16 bytes
     * @return this builder
     * @throws IllegalArgumentException if the key is shorter
     */
    public Builder secret(byte[] key) {
      if (key.length < 16) {
        throw new IllegalArgumentException("a secret has at least 16 bytes");
      }
      secrets.add(key.clone());
      return this;
    }

    /**
     * Sends answers as comments. Without it, answers are left to a person.
     *
     * @param base the app's address
     * @param client the host's client, with its threads and its connection time-out
     * @param clock tells the time for the vendor's {@code Retry-After}
     * @return this builder
     * @throws IllegalArgumentException if the address is no http or https address
     */
    public Builder commentsTo(URI base, HttpClient client, InstantSource clock) {
      this.comments = WebApi.builder("the app", base, client, clock);
      return this;
    }

    /**
     * Asks for posts: {@code GET base/posts?after=…&limit=…}.
     *
     * @param base the app's address
     * @param client the host's client, with its threads and its connection time-out
     * @param clock tells the time for the vendor's {@code Retry-After}
     * @return this builder
     * @throws IllegalArgumentException if the address is no http or https address
     */
    public Builder postsFrom(URI base, HttpClient client, InstantSource clock) {
      this.posts = WebApi.builder("the app", base, client, clock);
      return this;
    }

    /**
     * The credential of our calls, sent as {@code Authorization: Bearer}.
     *
     * @param text the credential; none is sent unless set
     * @return this builder
     */
    public Builder token(String text) {
      this.token = Objects.requireNonNull(text, "text");
      return this;
    }

    /**
     * Lets up to four photos go with an answer: those of the store within the comment, as {@code
     * data:} URLs, all others by their address.
     *
     * @param store where the photos of answers lie
     * @return this builder
     */
    public Builder photoStore(PhotoStore store) {
      this.photoStore = Objects.requireNonNull(store, "store");
      return this;
    }

    /**
     * Our own user in the app, whose posts are no reports.
     *
     * @param id the user's id
     * @return this builder
     */
    public Builder ownUser(String id) {
      this.ownUser = Objects.requireNonNull(id, "id");
      return this;
    }

    /**
     * How many posts are asked for at once.
     *
     * @param count 1 to 1,000; 100 unless set
     * @return this builder
     * @throws IllegalArgumentException if it is outside that
     */
    public Builder pageSize(int count) {
      if (count < 1 || count > PostReader.MAX_POSTS) {
        throw new IllegalArgumentException("pageSize is not 1 to 1,000");
      }
      this.pageSize = count;
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
     * The connection.
     *
     * @return a channel
     * @throws IllegalStateException if there is no secret, and the app is not asked for posts
     */
    public CitizenApp build() {
      if (secrets.isEmpty() && posts == null) {
        throw new IllegalStateException("the app " + account + " needs a secret to sign with");
      }
      return new CitizenApp(this);
    }

    private WebApi connect(WebApi.Builder api) {
      String credential = token;
      if (credential != null) {
        api.header("Authorization", () -> "Bearer " + credential);
      }
      return api.timeout(timeout).failures(CitizenApp::findFailure).build();
    }
  }
}
