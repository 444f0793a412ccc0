package org.tanggap.channel.smpp;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.channel.PullChannel;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.channel.phone.PhoneNumbers;
import org.tanggap.channel.sms.SmsText;
import org.tanggap.channel.sms.StopWords;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;

/**
 * SMS by a network's own message centre, over SMPP 3.4.
 *
 * <pre>{@code
 * SmppChannel sms =
 *     SmppChannel.builder(AccountId.of("smpp", "1708"), "smsc.example.net", 2775, clock)
 *         .tls(true)
 *         .credentials("tanggap", password)
 *         .from("1708")
 *         .build();
 * Page page = sms.pull(cursor);   // binds at the first time
 * }</pre>
 *
 * <p>This channel needs a live connection: it binds as a transceiver at the first {@link #pull},
 * {@link #send} or {@link #open} and stays bound until it is closed, with threads of the library
 * jsmpp. When the line broke, the next call binds anew, after a pause that grows from a second to a
 * minute. Keep jsmpp's log above DEBUG: there it writes messages out.
 *
 * <p>A message is answered ({@code deliver_sm_resp}) when its page is stored, that is, when the
 * next pull brings the page's cursor; so a page with messages always says that there is more. What
 * is not stored in time, or comes while the queue is full, is answered with a passing error, and
 * the network sends it again. What was not answered when the line broke comes again too; the cursor
 * holds the names of what was stored last, by which it is answered without being taken again.
 *
 * <p>SMPP gives messages no id and no time. The key is a hash of sender, our address and words, and
 * of the span of time in which they came first: the same words from the same sender within an hour
 * are one message. A message that the network sends again after a restart and in another hour of
 * the clock is taken twice.
 *
 * <p>Parts of long messages are joined per sender, by the header (references of 8 and 16 bits) or
 * the {@code sar} parameters, in any order. After some minutes what has come is delivered with
 * {@code […]} where a part is missing; a part that comes later still is a report of its own. Read
 * are the GSM alphabet, ASCII, Latin-1, Cyrillic, Hebrew and UCS-2; binary messages come as
 * unsupported. Messages by {@code data_sm} are refused.
 *
 * <p>Receipts tell what became of an answer, by {@code receipted_message_id} and {@code
 * message_state} or in their text form; for a long answer, of its last part. Answers are sent in
 * the GSM alphabet if it has all characters, else in UCS-2. The network knows no id of ours, so an
 * answer whose end is unknown is left to a person.
 *
 * <p>Pull from one thread at a time; the rest is thread-safe.
 */
public final class SmppChannel implements PullChannel, ReplyChannel {

  private final AccountId account;
  private final SmppInbox inbox;
  private final SmppLink link;
  private final SmppSubmit submit;
  private final String from;
  private final int pageSize;
  private final int maxParts;
  private final Duration waitFor;

  private SmppChannel(Builder builder) {
    this.account = builder.account;
    PhoneNumbers phones = PhoneNumbers.inRegion(builder.region);
    Set<String> own = new HashSet<>();
    builder.ownNumbers.forEach(number -> own.add(phones.handleOf(number)));
    this.inbox =
        new SmppInbox(
            new SmppMessages(account, phones, own, builder.stopWords, builder.alphabet),
            builder.clock,
            new SmppInbox.Limits(
                builder.capacity, builder.answerWithin, builder.joinWithin, builder.sameWithin));
    this.link = new SmppLink(account, builder.link(), inbox, builder.clock);
    this.submit = new SmppSubmit(builder.messagePayload, builder.hexIds);
    this.from = builder.from;
    this.pageSize = builder.pageSize;
    this.maxParts = builder.maxParts;
    this.waitFor = builder.waitFor;
  }

  /**
   * Starts the connection to a message centre.
   *
   * @param account the account under which its messages are known
   * @param host the message centre
   * @param port its port; 2775 by custom, 3550 with TLS
   * @param clock tells the time
   * @return a builder
   * @throws IllegalArgumentException if the host is blank or the port none
   */
  public static Builder builder(AccountId account, String host, int port, InstantSource clock) {
    return new Builder(account, host, port, clock);
  }

  @Override
  public AccountId account() {
    return account;
  }

  /**
   * Binds, so that messages come before the first pull.
   *
   * @throws ChannelException if the network does not bind us
   */
  public void open() {
    link.bound();
  }

  @Override
  public Page pull(@Nullable Cursor cursor) {
    SmppCursor from = SmppCursor.parse(cursor, account);
    link.bound();
    return inbox.take(from, pageSize, waitFor);
  }

  @Override
  public ReplyPermission permission(ReplyTarget to) {
    Reporter reporter = to.reporter();
    if (reporter == null || !reporter.handle().matches("\\+[0-9]{7,15}")) {
      return new ReplyPermission.ByHand("no number is known to which an answer could be sent");
    }
    return sender(to).isEmpty()
        ? new ReplyPermission.ByHand("no number is configured from which to answer")
        : ReplyPermission.Allowed.words(SmsText.maxLength(maxParts));
  }

  /** The configured address, else the one that the citizen wrote to. */
  private String sender(ReplyTarget to) {
    String hint = to.hint().strip();
    return !from.isEmpty() ? from : hint.matches("\\+?[0-9A-Za-z]{1,20}") ? hint : "";
  }

  @Override
  public SentReply send(Reply reply) {
    if (permission(reply.to()) instanceof ReplyPermission.ByHand byHand) {
      throw ChannelException.of(Kind.NOT_PERMITTED, byHand.because());
    }
    if (lengthOf(reply.text()) > SmsText.maxLength(maxParts) || !reply.photos().isEmpty()) {
      throw ChannelException.of(
          Kind.NOT_PERMITTED,
          "the answer is too long for SMS or has photos, which SMS cannot carry");
    }
    Reporter reporter = Objects.requireNonNull(reply.to().reporter());
    String id =
        submit.send(link.bound(), sender(reply.to()), reporter.handle(), reply.text(), reply.id());
    return MessageKey.isExternalId(id) ? new SentReply(id) : SentReply.WITHOUT_ID;
  }

  @Override
  public boolean recognisesRepetition() {
    return false;
  }

  /** Septets of a long SMS; a text that needs UCS-2 counts as much more as it takes. */
  @Override
  public int lengthOf(String text) {
    return SmsText.lengthOf(text);
  }

  @Override
  public void close() {
    link.close();
  }

  /** Collects the settings of the connection. Not thread-safe. */
  public static final class Builder {

    private final AccountId account;
    private final String host;
    private final int port;
    private final InstantSource clock;
    private final Set<String> ownNumbers = new HashSet<>();
    private SocketFactory sockets = SocketFactory.getDefault();
    private String systemId = "";
    private String password = "";
    private String systemType = "";
    private String from = "";
    private String region = "ID";
    private StopWords stopWords = StopWords.usual();
    private SmppText.DefaultAlphabet alphabet = SmppText.DefaultAlphabet.GSM;
    private Duration timeout = Duration.ofSeconds(20);
    private Duration enquireEvery = Duration.ofSeconds(30);
    private Duration waitFor = Duration.ofMillis(200);
    private Duration answerWithin = Duration.ofSeconds(20);
    private Duration joinWithin = Duration.ofMinutes(5);
    private Duration sameWithin = Duration.ofHours(1);
    private int capacity = 1_000;
    private int pageSize = 100;
    private int maxParts = 4;
    private boolean messagePayload;
    private boolean hexIds;

    private Builder(AccountId account, String host, int port, InstantSource clock) {
      this.account = Objects.requireNonNull(account, "account");
      this.host = Objects.requireNonNull(host, "host");
      this.port = port;
      this.clock = Objects.requireNonNull(clock, "clock");
      if (host.isBlank() || port < 1 || port > 65_535) {
        throw new IllegalArgumentException("host is blank or port is not between 1 and 65,535");
      }
    }

    /**
     * Who we are. Needed.
     *
     * @param id the system id, at most 15 characters
     * @param secret the password, at most 8 characters by the standard, 16 here
     * @return this builder
     * @throws IllegalArgumentException if one is too long or the id is blank
     */
    public Builder credentials(String id, String secret) {
      if (id.isBlank() || id.length() > 15 || secret.length() > 16) {
        throw new IllegalArgumentException("the system id or the password is too long or blank");
      }
      this.systemId = id;
      this.password = secret;
      return this;
    }

    /**
     * The kind of system that we are.
     *
     * @param type at most 12 characters; empty unless set
     * @return this builder
     * @throws IllegalArgumentException if it is too long
     */
    public Builder systemType(String type) {
      if (type.length() > 12) {
        throw new IllegalArgumentException("systemType is longer than 12 characters");
      }
      this.systemType = type;
      return this;
    }

    /**
     * Whether the line is TLS, with the host's name checked against its certificate.
     *
     * @param wanted false unless set
     * @return this builder
     */
    public Builder tls(boolean wanted) {
      this.sockets = wanted ? SSLSocketFactory.getDefault() : SocketFactory.getDefault();
      return this;
    }

    /**
     * Makes the connections otherwise, such as with certificates of one's own.
     *
     * @param factory if its sockets are TLS, the host's name is checked
     * @return this builder
     */
    public Builder sockets(SocketFactory factory) {
      this.sockets = Objects.requireNonNull(factory, "factory");
      return this;
    }

    /**
     * The address from which to answer; the one that the citizen wrote to unless set.
     *
     * @param address a number in E.164, a short code or a name of at most 11 characters
     * @return this builder
     */
    public Builder from(String address) {
      this.from = address.strip();
      return ownNumber(address);
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
     * Words that end answers to a person.
     *
     * @param words {@link StopWords#usual()} unless set
     * @return this builder
     */
    public Builder stopWords(StopWords words) {
      this.stopWords = Objects.requireNonNull(words, "words");
      return this;
    }

    /**
     * In which alphabet the network delivers messages of data coding 0.
     *
     * @param name {@code gsm} (unless set), {@code latin1} or {@code utf8}
     * @return this builder
     * @throws IllegalArgumentException if it is another
     */
    public Builder defaultAlphabet(String name) {
      this.alphabet = SmppText.DefaultAlphabet.valueOf(name.toUpperCase(Locale.ROOT));
      return this;
    }

    /**
     * How long the network may take for an answer, and for the bind.
     *
     * @param time 20 seconds unless set
     * @return this builder
     */
    public Builder timeout(Duration time) {
      this.timeout = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * How long the line may be quiet before we ask whether it stands ({@code enquire_link}).
     *
     * @param time 30 seconds unless set
     * @return this builder
     */
    public Builder enquireEvery(Duration time) {
      this.enquireEvery = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * How long a pull waits for a first message.
     *
     * @param time 200 milliseconds unless set
     * @return this builder
     */
    public Builder waitFor(Duration time) {
      this.waitFor = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * How long a message may wait for being stored before the network is told to send it again;
     * less than the network's own patience, and more than the time between two pulls.
     *
     * @param time 20 seconds unless set
     * @return this builder
     */
    public Builder answerWithin(Duration time) {
      this.answerWithin = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * How long the parts of a long message wait for the others.
     *
     * @param time 5 minutes unless set
     * @return this builder
     */
    public Builder joinWithin(Duration time) {
      this.joinWithin = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * How long the same words from the same sender are one message.
     *
     * @param time at least a second; an hour unless set
     * @return this builder
     * @throws IllegalArgumentException if it is shorter than a second
     */
    public Builder sameWithin(Duration time) {
      if (time.toSeconds() < 1) {
        throw new IllegalArgumentException("sameWithin is shorter than a second");
      }
      this.sameWithin = time;
      return this;
    }

    /**
     * How many messages are kept until they are stored, parts counted; more are refused with a
     * passing error.
     *
     * @param messages 1 to 100,000; 1,000 unless set
     * @return this builder
     * @throws IllegalArgumentException if out of range
     */
    public Builder capacity(int messages) {
      if (messages < 1 || messages > 100_000) {
        throw new IllegalArgumentException("capacity is not between 1 and 100,000");
      }
      this.capacity = messages;
      return this;
    }

    /**
     * How many messages a page has at most.
     *
     * @param messages 1 to 1,000; 100 unless set
     * @return this builder
     * @throws IllegalArgumentException if out of range
     */
    public Builder pageSize(int messages) {
      if (messages < 1 || messages > 1_000) {
        throw new IllegalArgumentException("pageSize is not between 1 and 1,000");
      }
      this.pageSize = messages;
      return this;
    }

    /**
     * How many SMS an answer may take.
     *
     * @param parts 1 to 10; 4 unless set
     * @return this builder
     * @throws IllegalArgumentException if out of range
     */
    public Builder maxParts(int parts) {
      if (parts < 1 || parts > 10) {
        throw new IllegalArgumentException("maxParts is not between 1 and 10");
      }
      this.maxParts = parts;
      return this;
    }

    /**
     * Whether a long answer goes in one piece ({@code message_payload}) instead of in parts.
     *
     * @param wanted false unless set
     * @return this builder
     */
    public Builder messagePayload(boolean wanted) {
      this.messagePayload = wanted;
      return this;
    }

    /**
     * Whether the network writes ids in hex when it takes an answer and in decimal in receipts.
     *
     * @param hex false unless set
     * @return this builder
     */
    public Builder hexIds(boolean hex) {
      this.hexIds = hex;
      return this;
    }

    private SmppLink.Settings link() {
      return new SmppLink.Settings(
          host, port, sockets, systemId, password, systemType, timeout, enquireEvery);
    }

    /**
     * The connection; nothing is bound yet.
     *
     * @return a channel
     * @throws IllegalStateException if there are no credentials
     * @throws IllegalArgumentException if the region is none
     */
    public SmppChannel build() {
      if (systemId.isEmpty()) {
        throw new IllegalStateException(account + " needs its credentials");
      }
      return new SmppChannel(this);
    }
  }
}
