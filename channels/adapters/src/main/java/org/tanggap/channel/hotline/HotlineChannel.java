package org.tanggap.channel.hotline;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.MessageFate;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.channel.phone.PhoneNumbers;
import org.tanggap.channel.web.Json;
import org.tanggap.channel.web.SignatureCheck;
import org.tanggap.complaint.AccountId;

/**
 * A form in which an operator writes down what a citizen says on the telephone or at a counter.
 *
 * <p>The host shows the form, signs its operators in, and hands the request over with one of the
 * secrets in the header {@code X-Hotline-Secret}. The form comes as {@code
 * application/x-www-form-urlencoded} or as one JSON object:
 *
 * <pre>{@code
 * {"form_id": "0d5e9f0c", "operator": "op-7", "caller_name": "…", "phone": "0812-0000-0000",
 *  "words": "Pohon tumbang menutup jalan", "category": "tree", "place": "depan pasar",
 *  "lat": -6.2263, "lng": 106.8583, "called_at": "2026-11-21T09:15", "anonymous": false}
 * }</pre>
 *
 * <p>{@code form_id}, {@code operator} and {@code words} are needed. The form's id is made when the
 * form is opened: a form that is sent twice is one report. A number is brought into one form, so
 * that all calls of one person are found together; who leaves a name alone is known by the form. A
 * pin may have an {@code accuracy} in metres; a place in words beside it is put beneath what was
 * said. {@code anonymous} and {@code secret} are what the citizen wishes to be kept back. The
 * operator is noted with the message. Other fields are ignored.
 *
 * <p>A form with faults is refused with 422 and all its faults, so that the operator can mend it:
 * {@code {"faults": [{"field": "phone", "code": "no_phone_number", "says": "is no telephone
 * number"}]}}. What was taken is answered with {@code {"outcome": "stored", "complaint": "…"}}.
 * Nothing can be sent: the citizen is called back, or asks.
 *
 * <p>Thread-safe.
 */
public final class HotlineChannel implements PushChannel, ReplyChannel {

  /** The longest text of a citizen's words, in UTF-16 units. */
  public static final int MAX_CHARACTERS = 20_000;

  /** A body longer than this is refused with 413. */
  public static final int MAX_BODY_BYTES = 1 << 18;

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final AccountId account;
  private final List<String> secrets;
  private final HotlineMessages messages;

  private HotlineChannel(Builder builder) {
    this.account = builder.account;
    this.secrets = List.copyOf(builder.secrets);
    this.messages =
        new HotlineMessages(
            builder.account, PhoneNumbers.inRegion(builder.region), builder.zone, builder.clock);
  }

  /**
   * Starts the connection to a form.
   *
   * @param account the account under which its reports are known
   * @param clock tells the time: nobody has called in the future
   * @return a builder
   */
  public static Builder builder(AccountId account, InstantSource clock) {
    return new Builder(account, clock);
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public PushVerdict open(PushRequest request) {
    if (!SignatureCheck.isSecret(secrets, request.header("X-Hotline-Secret"))) {
      return PushVerdict.Refused.of(401, "the secret is missing or wrong");
    } else if (!request.method().equals("POST")) {
      return PushVerdict.Refused.of(405, "a form comes by POST");
    } else if (request.bodyLength() > MAX_BODY_BYTES) {
      return PushVerdict.Refused.of(413, "the form is longer than " + MAX_BODY_BYTES + " bytes");
    }
    String type =
        String.join(",", request.header("Content-Type"))
            .replaceFirst(";.*", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    if (!type.equals(JSON) && !type.equals(FORM)) {
      return PushVerdict.Refused.of(415, "a form comes as " + FORM + " or " + JSON);
    }
    return (type.equals(JSON)
            ? FormFields.findInJson(request.body())
            : FormFields.findInForm(request.body()))
        .map(messages::read)
        .orElseGet(() -> PushVerdict.Refused.of(400, "the body is no form"));
  }

  /** What became of the form; the operator reads the complaint's number out to the citizen. */
  @Override
  public PushResponse acknowledge(List<MessageFate> fates) {
    MessageFate fate =
        fates.isEmpty() ? new MessageFate(MessageFate.Kind.IGNORED, "") : fates.get(0);
    return PushResponse.json(
        200,
        Json.object()
            .put("outcome", fate.kind().name().toLowerCase(Locale.ROOT))
            .put("complaint", fate.reference())
            .toString());
  }

  @Override
  public ReplyPermission permission(ReplyTarget to) {
    boolean number =
        Json.find(to.hint().getBytes(StandardCharsets.UTF_8))
            .filter(hint -> hint.path("number").asBoolean(false))
            .isPresent();
    if (!number) {
      return new ReplyPermission.ByHand(
          "no number was left: tell the citizen when they ask with the complaint's number");
    }
    return new ReplyPermission.ByHand(
        to.reporter() == null
            ? "the citizen's number is kept back or erased: it cannot be called"
            : "call the citizen back: the number is in the reporter's file");
  }

  /**
   * Never sends.
   *
   * @throws ChannelException of kind {@link ChannelException.Kind#NOT_PERMITTED}
   */
  @Override
  public SentReply send(Reply reply) {
    throw ChannelException.of(
        ChannelException.Kind.NOT_PERMITTED, "a hotline sends nothing: call the citizen back");
  }

  @Override
  public boolean recognisesRepetition() {
    return false;
  }

  /** Collects the settings of the form. Not thread-safe. */
  public static final class Builder {

    private final AccountId account;
    private final InstantSource clock;
    private final List<String> secrets = new ArrayList<>();
    private ZoneId zone = ZoneId.of("Asia/Jakarta");
    private String region = "ID";

    private Builder(AccountId account, InstantSource clock) {
      this.account = Objects.requireNonNull(account, "account");
      this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Adds a secret with which the host hands forms over. At least one is needed.
     *
     * @param text at least 16 characters
     * @return this builder
     * @throws IllegalArgumentException if it is shorter
     */
    public Builder secret(String text) {
      if (text.length() < 16) {
        throw new IllegalArgumentException("a secret has at least 16 characters");
      }
      secrets.add(text);
      return this;
    }

    /**
     * The zone of times that have none of their own.
     *
     * @param office Asia/Jakarta unless set
     * @return this builder
     */
    public Builder zone(ZoneId office) {
      this.zone = Objects.requireNonNull(office, "office");
      return this;
    }

    /**
     * The country of numbers that do not name their own.
     *
     * @param country its code in ISO 3166-1; {@code ID} unless set
     * @return this builder
     */
    public Builder region(String country) {
      this.region = Objects.requireNonNull(country, "country");
      return this;
    }

    /**
     * The connection.
     *
     * @return a channel
     * @throws IllegalStateException if there is no secret
     * @throws IllegalArgumentException if there is no such country
     */
    public HotlineChannel build() {
      if (secrets.isEmpty()) {
        throw new IllegalStateException("the form " + account + " needs a secret");
      }
      return new HotlineChannel(this);
    }
  }
}
