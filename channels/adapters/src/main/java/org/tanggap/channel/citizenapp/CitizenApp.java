package org.tanggap.channel.citizenapp;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.MessageFate;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;

/**
 * A citizen's app that pushes its posts as JSON and takes answers as comments on them.
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
 * <p>Each request is signed: the header {@code X-Signature} is {@code sha256=} and the HMAC-SHA256
 * of the raw body in hex, made with one of the secrets. Two secrets at a time let the app change
 * from one to the other. The answer says for each post, in order, whether it was created: {@code
 * [{"created": true, "outcome": "stored", "complaint": "…"}]}.
 *
 * <p>Thread-safe.
 */
public final class CitizenApp implements PushChannel, ReplyChannel {

  /** A body longer than this is refused with 413. */
  public static final int MAX_BODY_BYTES = 1 << 20;

  private final AccountId account;
  private final SignatureCheck signature;
  private final PostReader reader;
  private final @Nullable CommentCall comments;

  private CitizenApp(Builder builder) {
    this.account = builder.account;
    this.signature = new SignatureCheck(builder.secrets);
    this.reader = new PostReader(builder.account, builder.zone);
    this.comments = builder.comments;
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
    if (!signature.holds(body, request.header("X-Signature"))) {
      return refused(401, "the signature does not fit the body");
    }
    return reader.read(body);
  }

  static PushVerdict refused(int status, String why) {
    return new PushVerdict.Refused(PushResponse.of(status, why));
  }

  @Override
  public PushResponse acknowledge(List<MessageFate> fates) {
    return PushResponse.json(200, PostReader.acknowledgement(fates));
  }

  @Override
  public ReplyPermission permission(MessageKey inReplyTo) {
    return comments == null
        ? new ReplyPermission.ByHand("the app's address for comments is not configured")
        : new ReplyPermission.Allowed(null, 5_000, false);
  }

  @Override
  public void send(Reply reply) {
    if (comments == null) {
      throw new ChannelException(
          ChannelException.Kind.NOT_PERMITTED,
          "the app's address for comments is not configured",
          null,
          null);
    }
    comments.send(reply);
  }

  /** Collects the settings of the connection. Not thread-safe. */
  public static final class Builder {

    private final AccountId account;
    private final ZoneId zone;
    private final List<byte[]> secrets = new ArrayList<>();
    private @Nullable CommentCall comments;

    private Builder(AccountId account, ZoneId zone) {
      this.account = Objects.requireNonNull(account, "account");
      this.zone = Objects.requireNonNull(zone, "zone");
    }

    /**
     * Adds a secret that the app may sign with. At least one is needed.
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
     * Sends answers as comments: {@code POST base/posts/{post_id}/comments} with {@code {"text":
     * …}} and the reply's id as {@code Idempotency-Key}. Without it, answers are left to a person.
     *
     * @param base the app's address
     * @param client the host's client, with its threads and its connection time-out
     * @param clock tells the time for the vendor's {@code Retry-After}
     * @return this builder
     * @throws IllegalArgumentException if the address is no http or https address
     */
    public Builder commentsTo(URI base, HttpClient client, InstantSource clock) {
      this.comments = new CommentCall(base, client, clock);
      return this;
    }

    /**
     * The connection.
     *
     * @return a channel
     * @throws IllegalStateException if there is no secret
     */
    public CitizenApp build() {
      if (secrets.isEmpty()) {
        throw new IllegalStateException("the app " + account + " needs a secret to sign with");
      }
      return new CitizenApp(this);
    }
  }
}
