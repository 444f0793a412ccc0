package org.tanggap.channel.twilio;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.MessageFate;
import org.tanggap.channel.PhotoChannel;
import org.tanggap.channel.Picture;
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
import org.tanggap.channel.sms.StopWords;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Reporter;

/**
 * SMS, MMS and WhatsApp through Twilio: messages and delivery statuses are pushed, answers are
 * sent. Vendors that copy Twilio's web hook and Messages API work too, with their base URL.
 *
 * <pre>{@code
 * TwilioChannel channel =
 *     TwilioChannel.builder(AccountId.of("twilio", "+6221555000"), "AC…", client, clock)
 *         .authToken(token)
 *         .publicUrl("https://desk.example.go.id/hooks/twilio")
 *         .statusCallback("https://desk.example.go.id/hooks/twilio-status")
 *         .build();
 * PushVerdict verdict = channel.open(request);   // POST of Twilio
 * PushResponse response = channel.acknowledge(fates);
 * }</pre>
 *
 * <p>After Twilio's documentation: "Twilio's Request to your Incoming Message Webhook URL",
 * "Security: Validating Requests", "Message resource", "Error and Warning Dictionary". The address
 * that Twilio signs is the one configured here: behind a proxy the request shows another. The query
 * of the request is taken as it came.
 *
 * <p>One report has all that one message holds. Pictures stay at Twilio and are brought by {@link
 * #download}; other files come beside the report as {@link
 * org.tanggap.channel.ChannelMessage.Unsupported}. A message that is a stop word as a whole ends
 * answers to this person; {@code HELP} is taken as a report. Short codes and senders with names are
 * machines and are ignored.
 *
 * <p>What it cannot do: no time of sending comes with a message; WhatsApp templates are not sent,
 * so WhatsApp is answered within 24 hours only; web hooks by GET and Event Streams are not read.
 * Twilio knows no id of ours, so before it sends again the channel looks for the same words to the
 * same person since the day of the message: an answer that repeats an earlier one word by word then
 * counts as sent.
 *
 * <p>Thread-safe.
 */
public final class TwilioChannel implements PushChannel, ReplyChannel, PhotoChannel {

  /** A body longer than this is refused with 413. */
  public static final int MAX_BODY_BYTES = 1 << 18;

  /** Where Twilio's API is. */
  public static final URI BASE_URL = URI.create("https://api.twilio.com/");

  private static final int MAX_CHARACTERS = 1_600;
  private static final Duration WHATSAPP_WINDOW = Duration.ofHours(24);
  private static final String WHATSAPP = "whatsapp";

  private final AccountId account;
  private final TwilioSignature signature;
  private final TwilioMessages messages;
  private final TwilioApi api;
  private final TwilioMedia media;
  private final InstantSource clock;
  private final String from;
  private final String messagingServiceSid;
  private final String statusCallback;
  private final boolean mms;
  private final String price;

  private TwilioChannel(Builder builder) {
    this.account = builder.account;
    this.signature = new TwilioSignature(builder.authTokens, builder.publicUrls);
    PhoneNumbers phones = PhoneNumbers.inRegion(builder.region);
    this.messages =
        new TwilioMessages(account, phones, builder.ownHandles(phones), builder.stopWords);
    String token = builder.authTokens.get(0);
    this.api =
        new TwilioApi(
            builder.baseUrl,
            builder.accountSid,
            token,
            builder.client,
            builder.clock,
            builder.timeout);
    this.media =
        new TwilioMedia(
            builder.baseUrl,
            builder.mediaStores,
            TwilioApi.basic(builder.accountSid, token),
            builder.client,
            builder.clock,
            builder.timeout);
    this.clock = builder.clock;
    this.from = builder.from;
    this.messagingServiceSid = builder.messagingServiceSid;
    this.statusCallback = builder.statusCallback;
    this.mms = builder.mms;
    this.price = builder.price;
  }

  /**
   * Starts the connection to an account of Twilio's.
   *
   * @param account the account under which its messages are known
   * @param accountSid Twilio's id of the account, {@code AC…}
   * @param client the host's client, with its threads and its connection time-out; it must not
   *     follow redirects
   * @param clock tells the time
   * @return a builder
   */
  public static Builder builder(
      AccountId account, String accountSid, HttpClient client, InstantSource clock) {
    return new Builder(account, accountSid, client, clock);
  }

  static boolean isAccountSid(String text) {
    return text.matches("[A-Za-z0-9_-]{1,64}");
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public PushVerdict open(PushRequest request) {
    if (!request.method().equals("POST")) {
      return PushVerdict.Refused.of(405, "only POST is taken");
    }
    if (request.bodyLength() > MAX_BODY_BYTES) {
      return PushVerdict.Refused.of(413, "the body is longer than " + MAX_BODY_BYTES + " bytes");
    }
    byte[] body = request.body();
    // The signature is over the decoded form, so decoding comes first; it only splits and
    // unescapes.
    Map<String, List<String>> form =
        TwilioForm.isForm(request) ? TwilioForm.decode(body).orElse(null) : null;
    if (!signature.holds(request, form)) {
      return PushVerdict.Refused.of(401, "the signature does not fit the address and the body");
    }
    Optional<TwilioForm> read =
        form == null
            ? Optional.of(request).filter(TwilioForm::isJson).flatMap(r -> TwilioForm.json(body))
            : Optional.of(TwilioForm.of(form));
    return read.<PushVerdict>map(it -> new PushVerdict.Genuine(messages.read(it, body)))
        .orElseGet(() -> PushVerdict.Refused.of(400, "the body is no form and no JSON object"));
  }

  /** An empty TwiML document, so that nothing is answered in the same breath. */
  @Override
  public PushResponse acknowledge(List<MessageFate> fates) {
    return new PushResponse(200, "text/xml; charset=utf-8", "<Response/>");
  }

  @Override
  public ReplyPermission permission(ReplyTarget to) {
    Reporter reporter = to.reporter();
    if (reporter == null || !reporter.handle().matches("\\+[0-9]{7,15}|[A-Za-z0-9._-]{3,100}")) {
      return new ReplyPermission.ByHand("nobody is known to whom an answer could be sent");
    }
    TwilioHint hint = TwilioHint.parse(to.hint());
    if (sender(hint).isEmpty()) {
      return new ReplyPermission.ByHand("no number is configured from which to answer");
    }
    ReplyPermission.Allowed words = ReplyPermission.Allowed.words(MAX_CHARACTERS).withPrice(price);
    if (!hint.channel().equals(WHATSAPP)) {
      return words.withPhotos(mms ? 10 : 0);
    }
    Instant end = to.sentAt().plus(WHATSAPP_WINDOW);
    return clock.instant().isBefore(end)
        ? words.withUntil(end).withPhotos(1)
        : new ReplyPermission.ByHand(
            "more than 24 hours have passed: WhatsApp takes templates only");
  }

  @Override
  public SentReply send(Reply reply) {
    Map<String, String> message = message(reply);
    if (reply.mayBeSent()) {
      String sent =
          api.findSentOrNull(
              Objects.requireNonNull(message.get("To")), reply.text(), reply.to().sentAt());
      if (sent != null) {
        return new SentReply(sent);
      }
    }
    return new SentReply(api.send(message, photoUrls(reply)));
  }

  private Map<String, String> message(Reply reply) {
    ReplyPermission permission = permission(reply.to());
    if (permission instanceof ReplyPermission.ByHand byHand) {
      throw ChannelException.of(Kind.NOT_PERMITTED, byHand.because());
    }
    ReplyPermission.Allowed allowed = (ReplyPermission.Allowed) permission;
    if (lengthOf(reply.text()) > allowed.maxCharacters()
        || reply.photos().size() > allowed.maxPhotos()) {
      throw ChannelException.of(
          Kind.NOT_PERMITTED, "the answer is longer or has more photos than Twilio takes here");
    }
    TwilioHint hint = TwilioHint.parse(reply.to().hint());
    Map<String, String> message = new LinkedHashMap<>(sender(hint));
    Reporter reporter = Objects.requireNonNull(reply.to().reporter());
    message.put("To", new TwilioAddress(hint.channel(), reporter.handle()).text());
    message.put("Body", reply.text());
    if (!statusCallback.isEmpty()) {
      message.put("StatusCallback", statusCallback);
    }
    return message;
  }

  /** The service if there is one, else the configured number, else the one that was written to. */
  private Map<String, String> sender(TwilioHint hint) {
    boolean sms = hint.channel().isEmpty();
    if (sms && !messagingServiceSid.isEmpty()) {
      return Map.of("MessagingServiceSid", messagingServiceSid);
    }
    boolean fits = TwilioAddress.parse(from).channel().equals(hint.channel());
    String number = !from.isEmpty() && fits ? from : hint.to();
    return number.isEmpty() ? Map.of() : Map.of("From", number);
  }

  /** Twilio fetches pictures itself, so only public addresses will do. */
  private static List<String> photoUrls(Reply reply) {
    List<String> urls = new ArrayList<>();
    for (Photo photo : reply.photos()) {
      if (!photo.reference().startsWith("https://")) {
        throw ChannelException.of(
            Kind.NOT_PERMITTED, "Twilio takes pictures from public https addresses only");
      }
      urls.add(photo.reference());
    }
    return urls;
  }

  /** As Twilio knows no id of ours, it is asked for the same words before they are sent again. */
  @Override
  public boolean recognisesRepetition() {
    return true;
  }

  /** Twilio counts UTF-16 units: an emoji is two. */
  @Override
  public int lengthOf(String text) {
    return text.length();
  }

  @Override
  public Picture download(String reference) {
    return media.download(reference);
  }

  /** Collects the settings of the connection. Not thread-safe. */
  public static final class Builder {

    private final AccountId account;
    private final String accountSid;
    private final HttpClient client;
    private final InstantSource clock;
    private final List<String> authTokens = new ArrayList<>();
    private final List<String> publicUrls = new ArrayList<>();
    private final Set<String> ownNumbers = new HashSet<>();
    private StopWords stopWords = StopWords.of(TwilioMessages.STOP, TwilioMessages.START);
    private Set<String> mediaStores = Set.of(".twiliocdn.com", ".amazonaws.com");
    private URI baseUrl = BASE_URL;
    private Duration timeout = Duration.ofSeconds(20);
    private String region = "ID";
    private String from = "";
    private String messagingServiceSid = "";
    private String statusCallback = "";
    private String price = "";
    private boolean mms;

    private Builder(AccountId account, String accountSid, HttpClient client, InstantSource clock) {
      this.account = Objects.requireNonNull(account, "account");
      this.accountSid = Objects.requireNonNull(accountSid, "accountSid");
      this.client = Objects.requireNonNull(client, "client");
      this.clock = Objects.requireNonNull(clock, "clock");
      if (!isAccountSid(accountSid)) {
        throw new IllegalArgumentException("accountSid is none, such as AC and 32 hex digits");
      }
    }

    /**
     * Adds a token that Twilio may sign with. At least one is needed; calls are made with the
     * first.
     *
     * @param token the account's auth token
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public Builder authToken(String token) {
      if (token.isBlank()) {
        throw new IllegalArgumentException("authToken is blank");
      }
      authTokens.add(token);
      return this;
    }

    /**
     * Adds an address that Twilio calls, as it is written in Twilio's console. At least one is
     * needed; messages and statuses may come to the same or to different ones.
     *
     * @param address scheme, host, perhaps port, path, perhaps query
     * @return this builder
     * @throws IllegalArgumentException if it is no http or https address
     */
    public Builder publicUrl(String address) {
      if (!TwilioSignature.isAddress(address)) {
        throw new IllegalArgumentException("publicUrl is no http or https address");
      }
      publicUrls.add(address);
      return this;
    }

    /**
     * The number from which to answer; the one that the citizen wrote to unless set.
     *
     * @param number in E.164, or {@code whatsapp:} and such a number
     * @return this builder
     */
    public Builder from(String number) {
      this.from = number.strip();
      return ownNumber(number);
    }

    /**
     * Adds a number of ours: what comes from it is not a report.
     *
     * @param number in any usual form
     * @return this builder
     */
    public Builder ownNumber(String number) {
      ownNumbers.add(number.strip());
      return this;
    }

    /**
     * Answers SMS by a messaging service instead of a number.
     *
     * @param sid Twilio's id of the service, {@code MG…}
     * @return this builder
     */
    public Builder messagingService(String sid) {
      this.messagingServiceSid = sid.strip();
      return this;
    }

    /**
     * Where Twilio tells what became of answers; also taken as {@link #publicUrl}. Without it,
     * statuses come if the number or service is configured so at Twilio.
     *
     * @param address the public address
     * @return this builder
     * @throws IllegalArgumentException if it is no http or https address
     */
    public Builder statusCallback(String address) {
      publicUrl(address);
      this.statusCallback = address;
      return this;
    }

    /**
     * Words that end answers to a person when a message is nothing else; Twilio's own, {@code
     * BERHENTI} and {@code UNREG} unless set. Twilio's own mark {@code OptOutType} holds before
     * them.
     *
     * @param words the words
     * @return this builder
     */
    public Builder stopWords(StopWords words) {
      this.stopWords = Objects.requireNonNull(words, "words");
      return this;
    }

    /**
     * Whether pictures may go with an SMS, which works in few countries.
     *
     * @param allowed false unless set
     * @return this builder
     */
    public Builder mms(boolean allowed) {
      this.mms = allowed;
      return this;
    }

    /**
     * What an answer costs, for the officer.
     *
     * @param cost such as {@code USD 0.04}; empty unless set
     * @return this builder
     */
    public Builder price(String cost) {
      this.price = Objects.requireNonNull(cost, "cost");
      return this;
    }

    /**
     * The country in whose manner numbers without {@code +} are read.
     *
     * @param code in ISO 3166-1, {@code ID} unless set
     * @return this builder
     */
    public Builder region(String code) {
      this.region = Objects.requireNonNull(code, "code");
      return this;
    }

    /**
     * Where the API is; only pictures at this address are brought, with the credential.
     *
     * @param address {@link #BASE_URL} unless set
     * @return this builder
     */
    public Builder baseUrl(URI address) {
      this.baseUrl = Objects.requireNonNull(address, "address");
      return this;
    }

    /**
     * The hosts to which Twilio may lead on for a picture, without the credential.
     *
     * @param hosts names; one that begins with a point stands for all hosts under it
     * @return this builder
     */
    public Builder mediaStores(Set<String> hosts) {
      this.mediaStores = Set.copyOf(hosts);
      return this;
    }

    /**
     * How long a call may take, the whole answer included.
     *
     * @param time 20 seconds unless set
     * @return this builder
     */
    public Builder timeout(Duration time) {
      this.timeout = Objects.requireNonNull(time, "time");
      return this;
    }

    private Set<String> ownHandles(PhoneNumbers phones) {
      Set<String> handles = new HashSet<>();
      ownNumbers.forEach(
          number -> handles.add(phones.handleOf(TwilioAddress.parse(number).name())));
      return handles;
    }

    /**
     * The connection.
     *
     * @return a channel
     * @throws IllegalStateException if there is no token or no public address
     * @throws IllegalArgumentException if the region is none
     */
    public TwilioChannel build() {
      if (authTokens.isEmpty() || publicUrls.isEmpty()) {
        throw new IllegalStateException(account + " needs an authToken and a publicUrl");
      }
      return new TwilioChannel(this);
    }
  }
}
