package org.tanggap.channel.meta;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.PhotoChannel;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.channel.Vitals;
import org.tanggap.complaint.AccountId;

/**
 * A WhatsApp number of the city's: what citizens write to it, and the answers to them.
 *
 * <pre>{@code
 * MetaApp app =
 *     MetaApp.builder(token, client, clock).secret(appSecret).verifyToken("kata-sandi").build();
 * WhatsAppChannel number =
 *     WhatsAppChannel.builder(AccountId.of("whatsapp", "Tebet"), "106540352242922", app)
 *         .photoStore(photos)
 *         .template("tanggapan_laporan", "id")
 *         .build();
 * PushVerdict verdict = number.open(request);
 * number.send(reply);
 * }</pre>
 *
 * <p>It follows the WhatsApp Cloud API: the web hook's field {@code messages} with its reference,
 * {@code user_preferences}, and {@code POST /{phone_number_id}/messages}. Taken are words, photos,
 * pins, the buttons and list lines that a citizen picks, and the caption of a video or file; what
 * has no words, such as a voice message, sticker or contact, is left to a person. The sender is the
 * number in E.164, or the business-scoped user id if the number is hidden. A whole message of
 * {@code STOP} or {@code BERHENTI}, or the choice in WhatsApp's own menu, ends the answers.
 *
 * <p>A deleted message comes as error 131051 under its own id, exactly as one of an unknown type
 * does; it is therefore kept as unsupported and withdraws nothing. Only numbers that are used in
 * the WhatsApp Business app too are told of deletions and edits as such.
 *
 * <p>For 24 hours after a message an answer may be anything: 4,096 characters, and a photo of which
 * the first 1,024 are the caption. A longer answer with a photo goes out as two messages. Later
 * only a template is taken, see {@link Builder#template}. WhatsApp knows no id for answers, so one
 * whose end is unknown is left to a person.
 *
 * <p>Thread-safe.
 */
public final class WhatsAppChannel implements PushChannel, PhotoChannel, ReplyChannel {

  private final AccountId account;
  private final GraphApi api;
  private final GraphWebhook webhook;
  private final WhatsAppAnswers answers;
  private final WhatsAppMedia media;

  private WhatsAppChannel(Builder builder) {
    this.account = builder.account;
    this.api = new GraphApi(builder.app);
    this.webhook =
        new GraphWebhook(
            builder.app,
            "whatsapp_business_account",
            new WhatsAppMessages(builder.account, builder.phoneNumberId, builder.wishes));
    this.answers =
        new WhatsAppAnswers(
            api, builder.phoneNumberId, builder.template, builder.photoStore, builder.app.clock());
    this.media =
        new WhatsAppMedia(
            api, builder.app, builder.phoneNumberId, builder.mediaHosts, builder.maxPhotoBytes);
  }

  /**
   * Starts the connection to a number.
   *
   * @param account the account under which its messages are known
   * @param phoneNumberId Meta's id of the number, digits; not the number itself
   * @param app the app, with a token that may send from this number
   * @return a builder
   * @throws IllegalArgumentException if the id is none
   */
  public static Builder builder(AccountId account, String phoneNumberId, MetaApp app) {
    return new Builder(account, phoneNumberId, app);
  }

  @Override
  public AccountId account() {
    return account;
  }

  /** The end of the token as configured, and how many percent of the nearest limit are left. */
  @Override
  public Vitals vitals() {
    return api.vitals();
  }

  @Override
  public PushVerdict open(PushRequest request) {
    return webhook.open(request);
  }

  @Override
  public Picture download(String reference) {
    return media.download(reference);
  }

  @Override
  public ReplyPermission permission(ReplyTarget to) {
    return answers.permission(to);
  }

  @Override
  public SentReply send(Reply reply) {
    return answers.send(reply);
  }

  /** Never: WhatsApp takes an answer as often as it is sent, and shows none. */
  @Override
  public boolean recognisesRepetition() {
    return false;
  }

  /** Collects the settings of the connection. Not thread-safe. */
  public static final class Builder {

    private final AccountId account;
    private final String phoneNumberId;
    private final MetaApp app;
    private Wishes wishes = Wishes.USUAL;
    private List<String> mediaHosts = List.of("lookaside.fbsbx.com", "fbcdn.net", "whatsapp.net");
    private int maxPhotoBytes = 5 << 20;
    private WhatsAppAnswers.@Nullable Template template;
    private @Nullable PhotoStore photoStore;

    private Builder(AccountId account, String phoneNumberId, MetaApp app) {
      this.account = Objects.requireNonNull(account, "account");
      this.phoneNumberId = phoneNumberId;
      this.app = Objects.requireNonNull(app, "app");
      if (!MetaIds.isId(phoneNumberId)) {
        throw new IllegalArgumentException("phoneNumberId is not 1 to 32 digits");
      }
    }

    /**
     * The words with which a citizen ends the answers and has them again. A message counts if it is
     * nothing but such a word, in any case.
     *
     * @param stop {@code STOP} and {@code BERHENTI} unless set
     * @param start {@code START} and {@code MULAI} unless set
     * @return this builder
     */
    public Builder wishes(Collection<String> stop, Collection<String> start) {
      return wishes(Wishes.of(stop, start));
    }

    Builder wishes(Wishes words) {
      this.wishes = words;
      return this;
    }

    /**
     * The template for answers later than 24 hours after the citizen's message. Meta has to have
     * approved it, as of category utility, with exactly one parameter in its body, {@code {{1}}},
     * which is the answer; for instance {@code Tanggapan atas laporan Anda: {{1}}}. Line breaks
     * become blanks, an answer has at most 1,024 characters and no photo, and Meta charges for it.
     *
     * @param name the template's name
     * @param language the code of its language, such as {@code id}
     * @return this builder
     * @throws IllegalArgumentException if either is none
     */
    public Builder template(String name, String language) {
      if (!name.matches("[a-z0-9_]{1,512}") || !language.matches("[A-Za-z_]{2,10}")) {
        throw new IllegalArgumentException(
            "a template has a name of a-z, 0-9 and _ and a language such as id");
      }
      this.template = new WhatsAppAnswers.Template(name, language);
      return this;
    }

    /**
     * Where photos may lie: these hosts and those below them are shown the token.
     *
     * @param hosts Meta's own unless set
     * @return this builder
     */
    public Builder mediaHosts(Collection<String> hosts) {
      this.mediaHosts = List.copyOf(hosts);
      return this;
    }

    /**
     * How long a photo may be.
     *
     * @param bytes 5 MiB unless set, which is what WhatsApp takes
     * @return this builder
     */
    public Builder maxPhotoBytes(int bytes) {
      this.maxPhotoBytes = bytes;
      return this;
    }

    /**
     * Where the photos of answers lie. Without it, they have to be URLs, which Meta fetches.
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
     */
    public WhatsAppChannel build() {
      return new WhatsAppChannel(this);
    }
  }
}
