package org.tanggap.integrator;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
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
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Photo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Pigeon, a vendor that does not exist, in all three shapes. Thread-safe. */
public final class PigeonChannel implements PullChannel, PushChannel, ReplyChannel {

  private static final int PAGE_SIZE = 3;
  private static final int MOST_CHARACTERS = 1_000;
  private static final int MOST_BODY_BYTES = 1 << 20;
  private static final Duration ANSWERABLE = Duration.ofDays(7);

  private final AccountId account;
  private final InstantSource clock;
  private final PhotoStore photos;
  private final PigeonApi api;
  private final PigeonMessages messages;
  private final PigeonSignature signature;

  /**
   * Connects an account.
   *
   * @param name the account's name at Pigeon
   * @param base Pigeon's address, with a slash at its end
   * @param token the credential for calls
   * @param secrets what Pigeon may sign with
   * @param photos where the photos of answers lie
   * @param client the host's client
   * @param timeout how long a call may take
   * @param clock the host's clock
   */
  public PigeonChannel(
      String name,
      URI base,
      String token,
      List<String> secrets,
      PhotoStore photos,
      HttpClient client,
      Duration timeout,
      InstantSource clock) {
    this.account = AccountId.of("pigeon", name);
    this.clock = Objects.requireNonNull(clock, "clock");
    this.photos = Objects.requireNonNull(photos, "photos");
    this.api = new PigeonApi(base, token, client, timeout, clock);
    this.messages = new PigeonMessages(account);
    this.signature = new PigeonSignature(secrets, clock);
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public Page pull(@Nullable Cursor cursor) {
    long after = cursor == null ? 0 : place(cursor);
    JsonNode answer = api.get("events?after=" + after + "&limit=" + PAGE_SIZE);
    JsonNode next = answer.path("next");
    if (!answer.path("events").isArray() || !next.canConvertToLong()) {
      throw ChannelException.of(Kind.MALFORMED, "Pigeon answered without events or next");
    }
    return new Page(
        messages.read(answer.path("events")),
        new Cursor(Long.toString(next.longValue())),
        answer.path("more").asBoolean(false));
  }

  private long place(Cursor cursor) {
    try {
      return Long.parseLong(cursor.value());
    } catch (NumberFormatException e) {
      throw ChannelException.of(Kind.MALFORMED, "the place of " + account + " cannot be read");
    }
  }

  @Override
  public PushVerdict open(PushRequest request) {
    if (request.bodyLength() > MOST_BODY_BYTES) {
      return PushVerdict.Refused.of(413, "the body is too long");
    }
    if (!signature.holds(request)) {
      return PushVerdict.Refused.of(401, "the signature does not fit the body");
    }
    JsonNode events = PigeonApi.parse(request.body()).path("events");
    return events.isArray()
        ? new PushVerdict.Genuine(messages.read(events))
        : PushVerdict.Refused.of(400, "the body has no events");
  }

  @Override
  public ReplyPermission permission(ReplyTarget to) {
    Instant end = to.sentAt().plus(ANSWERABLE);
    return clock.instant().isBefore(end)
        ? ReplyPermission.Allowed.words(MOST_CHARACTERS).withPhotos(1).withUntil(end)
        : new ReplyPermission.ByHand("Pigeon takes answers for seven days");
  }

  @Override
  public SentReply send(Reply reply) {
    if (!(permission(reply.to()) instanceof ReplyPermission.Allowed)) {
      throw ChannelException.of(Kind.NOT_PERMITTED, "the message is too old");
    } else if (lengthOf(reply.text()) > MOST_CHARACTERS) {
      throw ChannelException.of(Kind.NOT_PERMITTED, "the answer is too long");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("post", reply.to().message().externalId());
    answer.put("room", reply.to().hint());
    answer.put("text", reply.text());
    for (Photo photo : reply.photos()) {
      photos.find(photo.reference()).ifPresent(it -> answer.put("picture", encoded(it)));
    }
    return new SentReply(api.deliver("answers", reply.id(), answer));
  }

  private static String encoded(Picture picture) {
    return Base64.getEncoder().encodeToString(picture.content());
  }

  /** Pigeon takes the same {@code Idempotency-Key} once. */
  @Override
  public boolean recognisesRepetition() {
    return true;
  }
}
