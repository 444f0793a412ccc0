package org.tanggap.channel.gammu;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
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
 * SMS by a modem, through Gammu SMSD. A small script, {@code tanggap-spool.sh} among this package's
 * resources, is SMSD's {@code RunOnReceive}: it writes each message as one file into a folder, and
 * this channel is pulled from there.
 *
 * <pre>{@code
 * GammuChannel modem =
 *     GammuChannel.builder(AccountId.of("gammu", "+62812…"), Path.of("/var/spool/tanggap"), clock)
 *         .outbox(Path.of("/var/spool/gammu/outbox"))
 *         .sent(Path.of("/var/spool/gammu/sent"))
 *         .errors(Path.of("/var/spool/gammu/error"))
 *         .build();
 * Page page = modem.pull(cursor);
 * }</pre>
 *
 * <p>After the manual pages gammu-smsd-run(7), gammu-smsd-files(7) and gammu-smsdrc(5). A file goes
 * when the page that it was in is stored, that is, when the next pull brings its cursor; one that
 * cannot be read goes to the folder {@code unreadable} beneath. A message has no id that lasts: its
 * key is a hash of sender, words and the ids that SMSD gives. SMSD gives up on a script after two
 * minutes and may run it again; with the same ids that is the same message. With the null service
 * there are no ids, and the same words from the same sender within ten minutes are one message. The
 * time of sending is not told either; the time is that at which SMSD ran the script.
 *
 * <p>SMSD itself joins the parts of a long message, and only if all have come. It waits for them as
 * long as {@code MultipartTimeout} says, 10 minutes unless set; what has come by then is handed
 * over with {@code DECODED_PARTS} 0 and comes here as one report that ends with {@code […]}. A part
 * that comes later still is a message of its own: nothing tells where it belongs. As SMS is a chat,
 * the desk takes what one person sends within a few minutes together.
 *
 * <p>Answers go into the outbox of SMSD's files service, a file each; without it they are left to a
 * person. The file's name holds the answer's id, so an answer is sent once however often it is
 * tried, if SMSD keeps what it has sent ({@link Builder#sent}). SMSD has taken an answer when its
 * file is there. An answer that it could not send is told as failed ({@link Builder#errors}).
 *
 * <p>Pull from one thread at a time; the rest is thread-safe.
 */
public final class GammuChannel implements PullChannel, ReplyChannel {

  private static final Pattern SPOOLED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,80}\\.sms");
  private static final String ASIDE = "unreadable";

  private final AccountId account;
  private final InstantSource clock;
  private final GammuMessages messages;
  private final GammuSpool spool;
  private final @Nullable GammuSpool errors;
  private final @Nullable GammuOutbox outbox;
  private final Charset charset;
  private final int pageSize;
  private final int maxParts;

  private GammuChannel(Builder builder) {
    this.account = builder.account;
    this.clock = builder.clock;
    PhoneNumbers phones = PhoneNumbers.inRegion(builder.region);
    Set<String> own = new HashSet<>();
    builder.ownNumbers.forEach(number -> own.add(phones.handleOf(number)));
    this.messages = new GammuMessages(account, phones, own, builder.stopWords, builder.sameWithin);
    this.spool = new GammuSpool(builder.spool, SPOOLED);
    Path failed = builder.errors;
    this.errors = failed == null ? null : new GammuSpool(failed, GammuOutbox.NAMES);
    Path out = builder.outbox;
    this.outbox = out == null ? null : new GammuOutbox(out, builder.sent, builder.deliveryReports);
    this.charset = builder.charset;
    this.pageSize = builder.pageSize;
    this.maxParts = builder.maxParts;
  }

  /**
   * Starts the connection to a modem.
   *
   * @param account the account under which its messages are known
   * @param spool the folder into which the script writes
   * @param clock tells the time
   * @return a builder
   */
  public static Builder builder(AccountId account, Path spool, InstantSource clock) {
    return new Builder(account, spool, clock);
  }

  @Override
  public AccountId account() {
    return account;
  }

  /**
   * What one run of {@code RunOnReceive} says, for a program that SMSD runs without the spool.
   *
   * @param environment the variables, as {@link System#getenv()} gives them
   * @param ids the arguments that SMSD has appended
   * @return exactly one message
   */
  public List<ChannelMessage> parse(Map<String, String> environment, List<String> ids) {
    return List.of(messages.read(environment, ids, clock.instant()));
  }

  @Override
  public Page pull(@Nullable Cursor cursor) {
    GammuCursor stored = GammuCursor.parse(cursor, account);
    try {
      letGo(stored);
      List<String> files = spool.list(pageSize + 1);
      List<String> failed =
          errors == null || files.size() >= pageSize
              ? List.of()
              : errors.list(pageSize - files.size());
      return page(files, failed);
    } catch (IOException e) {
      // A file's name may hold a number, so the fault itself is not shown.
      throw ChannelException.of(
          Kind.TEMPORARY,
          "the folders of "
              + account
              + " cannot be read or cleared: "
              + e.getClass().getSimpleName()
              + ". Check their rights.");
    }
  }

  private void letGo(GammuCursor stored) throws IOException {
    spool.remove(stored.done());
    spool.setAside(stored.unreadable(), ASIDE);
    if (errors != null) {
      errors.remove(stored.failed());
    }
  }

  private Page page(List<String> files, List<String> failed) {
    List<ChannelMessage> read = new ArrayList<>();
    List<String> done = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (String name : files.subList(0, Math.min(pageSize, files.size()))) {
      try {
        ChannelMessage message = read(name);
        (message instanceof ChannelMessage.Malformed ? unreadable : done).add(name);
        read.add(message);
      } catch (NoSuchFileException e) {
        // Somebody has taken it away since it was listed.
      }
    }
    for (String name : failed) {
      read.add(
          new ChannelMessage.ReplyStatus(
              new MessageKey(account, GammuOutbox.idOf(name)),
              ChannelMessage.ReplyStatus.State.FAILED,
              "the modem could not send it"));
    }
    Cursor cursor = new GammuCursor(done, unreadable, failed).toCursor();
    return new Page(read, cursor, files.size() > pageSize);
  }

  private ChannelMessage read(String name) throws NoSuchFileException {
    return spool
        .read(name)
        .filter(content -> content.length <= GammuSpool.MAX_BYTES)
        .flatMap(content -> SpoolFile.read(content, charset, clock.instant()))
        .map(file -> messages.read(file.environment(), file.ids(), file.receivedAt()))
        .orElseGet(
            () ->
                new ChannelMessage.Malformed(
                    name, "the file is cut off, too long or cannot be opened"));
  }

  @Override
  public ReplyPermission permission(ReplyTarget to) {
    if (outbox == null) {
      return new ReplyPermission.ByHand("the modem's outbox is not configured");
    }
    Reporter reporter = to.reporter();
    if (reporter == null || !reporter.handle().matches("\\+[0-9]{7,15}")) {
      return new ReplyPermission.ByHand("no number is known to which an answer could be sent");
    }
    return ReplyPermission.Allowed.words(SmsText.maxLength(maxParts));
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
    Objects.requireNonNull(outbox).write(reply, reporter.handle());
    return new SentReply(GammuOutbox.idOf(reply.id()));
  }

  /** True if SMSD keeps what it has sent, where it can be looked for. */
  @Override
  public boolean recognisesRepetition() {
    return outbox != null && outbox.remembersSent();
  }

  /** Septets of a long SMS; a text that needs UCS-2 counts as much more as it takes. */
  @Override
  public int lengthOf(String text) {
    return SmsText.lengthOf(text);
  }

  /** Collects the settings of the connection. Not thread-safe. */
  public static final class Builder {

    private final AccountId account;
    private final Path spool;
    private final InstantSource clock;
    private final Set<String> ownNumbers = new HashSet<>();
    private @Nullable Path outbox;
    private @Nullable Path sent;
    private @Nullable Path errors;
    private StopWords stopWords = StopWords.usual();
    private Duration sameWithin = Duration.ofMinutes(10);
    private Charset charset = StandardCharsets.UTF_8;
    private String region = "ID";
    private boolean deliveryReports;
    private int pageSize = 100;
    private int maxParts = 4;

    private Builder(AccountId account, Path spool, InstantSource clock) {
      this.account = Objects.requireNonNull(account, "account");
      this.spool = Objects.requireNonNull(spool, "spool");
      this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Sends answers through SMSD's files service.
     *
     * @param folder its {@code OutboxPath}
     * @return this builder
     */
    public Builder outbox(Path folder) {
      this.outbox = folder;
      return this;
    }

    /**
     * Looks for answers that were sent already.
     *
     * @param folder SMSD's {@code SentSMSPath}, another one than the outbox
     * @return this builder
     */
    public Builder sent(Path folder) {
      this.sent = folder;
      return this;
    }

    /**
     * Tells of answers that SMSD could not send, and takes their files away.
     *
     * @param folder SMSD's {@code ErrorSMSPath}, another one than the outbox
     * @return this builder
     */
    public Builder errors(Path folder) {
      this.errors = folder;
      return this;
    }

    /**
     * Asks the network for delivery reports, which SMSD writes into its log.
     *
     * @param wanted false unless set
     * @return this builder
     */
    public Builder deliveryReports(boolean wanted) {
      this.deliveryReports = wanted;
      return this;
    }

    /**
     * Adds a number of ours: what comes from it is not a report.
     *
     * @param number in any usual form
     * @return this builder
     */
    public Builder ownNumber(String number) {
      ownNumbers.add(number);
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
     * How long the same words from the same sender are one message where SMSD gives no ids.
     *
     * @param time at least a second; ten minutes unless set. It is counted in whole spans of the
     *     clock, so two runs around the end of a span are two messages
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
     * In which charset SMSD hands the words over.
     *
     * @param set that of SMSD's locale; UTF-8 unless set
     * @return this builder
     */
    public Builder charset(Charset set) {
      this.charset = Objects.requireNonNull(set, "set");
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
     * How many files a page is made of.
     *
     * @param files 1 to 300; 100 unless set
     * @return this builder
     * @throws IllegalArgumentException if out of range
     */
    public Builder pageSize(int files) {
      if (files < 1 || files > 300) {
        throw new IllegalArgumentException("pageSize is not between 1 and 300");
      }
      this.pageSize = files;
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
     * The connection.
     *
     * @return a channel
     * @throws IllegalArgumentException if the region is none, or a folder is given twice
     */
    public GammuChannel build() {
      if (outbox != null && (outbox.equals(sent) || outbox.equals(errors))) {
        throw new IllegalArgumentException("sent and errors are other folders than the outbox");
      }
      return new GammuChannel(this);
    }
  }
}
