package org.tanggap.channel.meta;

import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.PhotoStore;
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
 * A Facebook page: what citizens write under its posts, on its wall, where they mention it and by
 * Messenger, and the answers to them.
 *
 * <pre>{@code
 * MetaApp app =
 *     MetaApp.builder(pageToken, client, clock).secret(appSecret).verifyToken("kata").build();
 * FacebookChannel page =
 *     FacebookChannel.builder(AccountId.of("facebook", "Tebet"), "1234567890321", app)
 *         .photoStore(photos)
 *         .build();
 * PushVerdict verdict = page.open(request);
 * page.send(reply);
 * }</pre>
 *
 * <p>It follows the Graph API's "Webhooks Reference: Page", fields {@code feed} and {@code mention}
 * with "include values" on, the Messenger Platform's webhook reference and Send API, and {@code
 * POST /{comment-id}/comments}. The key is the id of the comment, the post or the message. What the
 * page itself writes, hides or shows is left aside. Comments have no place; Messenger has pins.
 * Photos are addresses at Meta that run out after some days.
 *
 * <p>A comment may be answered at any time, with one photo; a message by Messenger for 24 hours, a
 * photo going out before the words. Before a comment is sent again, the page's own comments are
 * looked through. Messenger cannot be looked through, so {@link #recognisesRepetition} is true only
 * if {@linkplain Builder#messenger Messenger is left out}. What came while the web hook was not
 * there is lost after Meta's repetitions: this channel does not read back. When the page's token
 * has died, nothing comes any more, and nobody says so; see {@link MetaApp.Builder#credentialEnds}.
 *
 * <p>Thread-safe.
 */
public final class FacebookChannel implements PushChannel, ReplyChannel {

  private final AccountId account;
  private final GraphApi api;
  private final GraphWebhook webhook;
  private final FacebookAnswers answers;
  private final boolean messenger;

  private FacebookChannel(Builder builder) {
    this.account = builder.account;
    this.api = new GraphApi(builder.app);
    this.messenger = builder.messenger;
    this.webhook =
        new GraphWebhook(
            builder.app,
            "page",
            new FacebookMessages(
                builder.pageId,
                new FacebookFeed(builder.account, builder.pageId),
                new MessengerEvents(builder.account, builder.pageId, builder.wishes),
                builder.messenger));
    this.answers =
        new FacebookAnswers(
            api, builder.pageId, builder.mention, builder.photoStore, builder.app.clock());
  }

  /**
   * Starts the connection to a page.
   *
   * @param account the account under which its messages are known
   * @param pageId Meta's id of the page, digits
   * @param app the app, with the page's token
   * @return a builder
   * @throws IllegalArgumentException if the id is none
   */
  public static Builder builder(AccountId account, String pageId, MetaApp app) {
    return new Builder(account, pageId, app);
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
  public ReplyPermission permission(ReplyTarget to) {
    return answers.permission(to);
  }

  @Override
  public SentReply send(Reply reply) {
    return answers.send(reply);
  }

  /** For comments by looking; never for Messenger, and there is one answer for both. */
  @Override
  public boolean recognisesRepetition() {
    return !messenger;
  }

  /** Collects the settings of the connection. Not thread-safe. */
  public static final class Builder {

    private final AccountId account;
    private final String pageId;
    private final MetaApp app;
    private boolean messenger = true;
    private boolean mention;
    private Wishes wishes = Wishes.USUAL;
    private @Nullable PhotoStore photoStore;

    private Builder(AccountId account, String pageId, MetaApp app) {
      this.account = Objects.requireNonNull(account, "account");
      this.pageId = pageId;
      this.app = Objects.requireNonNull(app, "app");
      if (!MetaIds.isId(pageId)) {
        throw new IllegalArgumentException("pageId is not 1 to 32 digits");
      }
    }

    /**
     * Whether messages by Messenger are taken.
     *
     * @param taken true unless set; if false, they are ignored, and an answer of unknown end is
     *     looked for and sent again instead of being left to a person
     * @return this builder
     */
    public Builder messenger(boolean taken) {
      this.messenger = taken;
      return this;
    }

    /**
     * Whether a comment begins with a mention of the citizen, for which Meta has to have approved
     * the app.
     *
     * @param mentioned false unless set
     * @return this builder
     */
    public Builder mention(boolean mentioned) {
      this.mention = mentioned;
      return this;
    }

    /**
     * The words with which a citizen ends the answers by Messenger and has them again.
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
    public FacebookChannel build() {
      return new FacebookChannel(this);
    }
  }
}
