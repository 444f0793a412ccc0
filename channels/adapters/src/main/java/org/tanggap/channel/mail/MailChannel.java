package org.tanggap.channel.mail;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Cursor;
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
import org.tanggap.channel.web.SignatureCheck;
import org.tanggap.complaint.AccountId;

/**
 * A mail address of the city's: what citizens write to it, and the answers to them.
 *
 * <pre>{@code
 * MailServer imap = new MailServer("imap.example.go.id", 993, Security.TLS, user, password);
 * MailServer smtp = new MailServer("smtp.example.go.id", 587, Security.STARTTLS, user, password);
 * MailChannel mail =
 *     MailChannel.builder(AccountId.of("mail", "lapor"), "lapor@example.go.id", clock)
 *         .imap(imap)
 *         .smtp(smtp)
 *         .sentFolder("Sent", false)
 *         .photoStore(photos)
 *         .build();
 * Page page = mail.pull(null);
 * }</pre>
 *
 * <p>Mails are read from a folder by IMAP (RFC 3501), which is left as it is, or the city's own
 * mail server hands over each as the raw body of a POST with a secret in {@code X-Mail-Secret}. A
 * mail is known by its Message-ID, otherwise by a hash of its bytes. Its subject and words are
 * taken, without what it quotes and the signature where these are clearly marked; pictures are
 * cleaned and kept in the photo store, and the first that says where it was taken gives the place.
 * What else is attached is noted as left out.
 *
 * <p>What machines send is ignored (RFC 3834), so that no two of them ever answer each other. A
 * bounce of an answer of ours is a {@code ReplyStatus} (RFC 3464), and so is a confirmation that it
 * was read (RFC 8098).
 *
 * <p>An answer goes to the address in From, in the thread of the citizen's mail, with a Message-ID
 * that is made of the answer's id, the same for every attempt. Only with a folder of sent mails is
 * a repetition recognised: this class looks there before it sends again. If it files the copies
 * itself, a moment is left between the mail server's taking and the copy; a repetition that falls
 * into it reaches the citizen under the same Message-ID, which most mailboxes show once. The copies
 * of a server that files them itself have no such moment.
 *
 * <p>Mail knows no edits, no deletions and no place. Signing in is by user and password; tokens
 * (OAuth) are not supported.
 *
 * <p>Thread-safe. A connection lives for one call; while it does, jakarta.mail keeps a thread that
 * watches the time-out of its writes.
 */
public final class MailChannel implements PullChannel, PushChannel, ReplyChannel {

  private final AccountId account;
  private final MailMessages messages;
  private final @Nullable MailFolder folder;
  private final @Nullable MailAnswers answers;
  private final List<String> pushSecrets;
  private final int maxMessageBytes;

  private MailChannel(Builder builder) {
    this.account = builder.account;
    MailSessions sessions = new MailSessions(builder.timeout, builder.tls);
    OwnIds ids = new OwnIds(MailAddress.domain(builder.address));
    this.messages =
        new MailMessages(
            account,
            builder.ownAddresses,
            ids,
            new MailPictures(builder.photoStore, builder.zone, builder.clock),
            builder.senderCheck);
    this.folder = builder.folder(sessions, messages);
    this.answers = builder.answers(sessions, ids);
    this.pushSecrets = List.copyOf(builder.pushSecrets);
    this.maxMessageBytes = builder.maxMessageBytes;
  }

  /**
   * Starts the connection to an address.
   *
   * @param account the account under which its mails are known
   * @param address the address itself, under which answers are written
   * @param clock tells the time
   * @return a builder
   * @throws IllegalArgumentException if the address is none
   */
  public static Builder builder(AccountId account, String address, InstantSource clock) {
    return new Builder(account, address, clock);
  }

  @Override
  public AccountId account() {
    return account;
  }

  /** An empty page for ever if no IMAP server is given. */
  @Override
  public Page pull(@Nullable Cursor cursor) {
    MailCursor from = MailCursor.parse(cursor, account);
    return folder == null ? new Page(List.of(), from.toCursor(), false) : folder.read(from);
  }

  @Override
  public PushVerdict open(PushRequest request) {
    if (!SignatureCheck.isSecret(pushSecrets, request.header("X-Mail-Secret"))) {
      return PushVerdict.Refused.of(401, "the secret is missing or wrong");
    } else if (!request.method().equals("POST")) {
      return PushVerdict.Refused.of(405, "mails come by POST");
    } else if (request.bodyLength() > maxMessageBytes) {
      return PushVerdict.Refused.of(413, "the mail is longer than " + maxMessageBytes + " bytes");
    } else if (request.bodyLength() == 0) {
      return PushVerdict.Refused.of(400, "the body is no mail");
    }
    try {
      return new PushVerdict.Genuine(messages.read(request.body(), null));
    } catch (UncheckedIOException e) {
      return new PushVerdict.Refused(PushResponse.of(503, "the photo store fails; try again"));
    }
  }

  @Override
  public ReplyPermission permission(ReplyTarget to) {
    return answers == null
        ? new ReplyPermission.ByHand("no mail server is configured for answers")
        : answers.permission(to);
  }

  @Override
  public SentReply send(Reply reply) {
    if (answers == null) {
      throw ChannelException.of(Kind.NOT_PERMITTED, "no mail server is configured for answers");
    }
    return answers.send(reply);
  }

  /** Only with a folder of sent mails, see above. */
  @Override
  public boolean recognisesRepetition() {
    return answers != null && answers.recognisesRepetition();
  }

  /** Collects the settings of the connection. Not thread-safe. */
  public static final class Builder {

    private final AccountId account;
    private final String address;
    private final InstantSource clock;
    private final Set<String> ownAddresses = new HashSet<>();
    private final List<String> pushSecrets = new ArrayList<>();
    private @Nullable MailServer imap;
    private @Nullable MailServer smtp;
    private @Nullable String sentFolder;
    private boolean filledByServer;
    private String name = "";
    private String inbox = "INBOX";
    private int pageSize = 50;
    private int maxMessageBytes = 25 << 20;
    private boolean markSeen;
    private Duration timeout = Duration.ofSeconds(20);
    private ZoneId zone = ZoneId.of("Asia/Jakarta");
    private @Nullable SSLContext tls;
    private @Nullable PhotoStore photoStore;
    private @Nullable SenderCheck senderCheck;

    private Builder(AccountId account, String address, InstantSource clock) {
      this.account = Objects.requireNonNull(account, "account");
      this.clock = Objects.requireNonNull(clock, "clock");
      this.address =
          MailAddress.findSendable(address)
              .orElseThrow(() -> new IllegalArgumentException("address is no mail address"));
      ownAddresses.add(address.toLowerCase(Locale.ROOT));
    }

    /**
     * Where mails are read.
     *
     * @param server the IMAP server; without it nothing is read
     * @return this builder
     */
    public Builder imap(MailServer server) {
      this.imap = Objects.requireNonNull(server, "server");
      return this;
    }

    /**
     * Where answers are handed in.
     *
     * @param server the SMTP server; without it answers are left to a person
     * @return this builder
     */
    public Builder smtp(MailServer server) {
      this.smtp = Objects.requireNonNull(server, "server");
      return this;
    }

    /**
     * The folder of sent mails, on the IMAP server, by which a repetition is recognised.
     *
     * @param folder its name, made if it is missing
     * @param byServer true if the mail server files the copies itself, as Gmail does; false if this
     *     class has to
     * @return this builder
     */
    public Builder sentFolder(String folder, boolean byServer) {
      this.sentFolder = Objects.requireNonNull(folder, "folder");
      this.filledByServer = byServer;
      return this;
    }

    /**
     * The name that stands beside the address in answers.
     *
     * @param shown such as the city's; empty unless set
     * @return this builder
     */
    public Builder name(String shown) {
      this.name = Objects.requireNonNull(shown, "shown");
      return this;
    }

    /**
     * Adds another address under which we write; its mails are our own.
     *
     * @param other an address
     * @return this builder
     */
    public Builder ownAddress(String other) {
      ownAddresses.add(other.toLowerCase(Locale.ROOT));
      return this;
    }

    /**
     * Adds a secret with which the mail server hands over mails.
     *
     * @param secret at least 16 characters
     * @return this builder
     * @throws IllegalArgumentException if it is shorter
     */
    public Builder pushSecret(String secret) {
      if (secret.length() < 16) {
        throw new IllegalArgumentException("a secret has at least 16 characters");
      }
      pushSecrets.add(secret);
      return this;
    }

    /**
     * The folder that is read.
     *
     * @param folder {@code INBOX} unless set
     * @return this builder
     */
    public Builder folder(String folder) {
      this.inbox = Objects.requireNonNull(folder, "folder");
      return this;
    }

    /**
     * How many mails one poll brings.
     *
     * @param mails 1 to 500; 50 unless set
     * @return this builder
     * @throws IllegalArgumentException if it is outside that
     */
    public Builder pageSize(int mails) {
      if (mails < 1 || mails > 500) {
        throw new IllegalArgumentException("pageSize is not 1 to 500");
      }
      this.pageSize = mails;
      return this;
    }

    /**
     * The longest mail that is read. Of a longer one only the header is.
     *
     * @param bytes at least 1,000; 25 MiB unless set
     * @return this builder
     * @throws IllegalArgumentException if it is less
     */
    public Builder maxMessageBytes(int bytes) {
      if (bytes < 1_000) {
        throw new IllegalArgumentException("maxMessageBytes is less than 1,000");
      }
      this.maxMessageBytes = bytes;
      return this;
    }

    /**
     * Marks mails as read once they are stored, that is with the poll after.
     *
     * @param mark false unless set, which leaves the mailbox as it is
     * @return this builder
     */
    public Builder markSeen(boolean mark) {
      this.markSeen = mark;
      return this;
    }

    /**
     * How long a connection, a read or a write may take.
     *
     * @param time 20 seconds unless set
     * @return this builder
     */
    public Builder timeout(Duration time) {
      this.timeout = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * The zone of our dates and of cameras that do not name their own.
     *
     * @param ours Asia/Jakarta unless set
     * @return this builder
     */
    public Builder zone(ZoneId ours) {
      this.zone = Objects.requireNonNull(ours, "ours");
      return this;
    }

    /**
     * Which certificates are trusted, such as those of a city's own authority.
     *
     * @param context what Java trusts unless set
     * @return this builder
     */
    public Builder tls(SSLContext context) {
      this.tls = Objects.requireNonNull(context, "context");
      return this;
    }

    /**
     * Where pictures are kept, and the photos of answers lie. Without it, pictures are left out.
     *
     * @param store the store
     * @return this builder
     */
    public Builder photoStore(PhotoStore store) {
      this.photoStore = Objects.requireNonNull(store, "store");
      return this;
    }

    /**
     * Leaves out mails whose sender our own mail server could not confirm (RFC 8601): neither by
     * DMARC nor, where the sender's domain has no policy, by DKIM or SPF of the same domain. They
     * are noted for somebody to look at. Unless set, every mail is taken.
     *
     * @param server our mail server's name in {@code Authentication-Results}; it has to take out
     *     fields of that name in mails from outside
     * @return this builder
     */
    public Builder requireAuthenticated(String server) {
      this.senderCheck = new SenderCheck(server);
      return this;
    }

    /**
     * The connection; nothing is called yet.
     *
     * @return a channel
     * @throws IllegalStateException if there is a folder of sent mails and no IMAP server
     */
    public MailChannel build() {
      if (sentFolder != null && imap == null) {
        throw new IllegalStateException("a folder of sent mails needs an IMAP server");
      }
      return new MailChannel(this);
    }

    private @Nullable MailFolder folder(MailSessions sessions, MailMessages messages) {
      return imap == null
          ? null
          : new MailFolder(
              sessions,
              imap,
              messages,
              new MailFolder.Reading(inbox, pageSize, maxMessageBytes, markSeen));
    }

    private @Nullable MailAnswers answers(MailSessions sessions, OwnIds ids) {
      if (smtp == null) {
        return null;
      }
      SentFolder sent =
          sentFolder == null || imap == null
              ? null
              : new SentFolder(sessions, imap, sentFolder, filledByServer);
      AnswerMail writer = new AnswerMail(address, name, ids, zone);
      return new MailAnswers(sessions, smtp, address, ids, writer, sent, photoStore, clock);
    }
  }
}
