package org.tanggap.channel.meta;

import java.util.Objects;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.FetchChannel;
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
 * A professional account on Instagram: comments under its pictures, mentions of it elsewhere, and
 * the answers to them.
 *
 * <pre>{@code
 * MetaApp app =
 *     MetaApp.builder(token, client, clock).secret(appSecret).verifyToken("kata").build();
 * InstagramChannel instagram =
 *     InstagramChannel.builder(AccountId.of("instagram", "kotatebet"), "17841400000000001", app)
 *         .username("kotatebet")
 *         .build();
 * PushVerdict verdict = instagram.open(request);
 * instagram.send(reply);
 * }</pre>
 *
 * <p>It follows the Instagram Platform: the web hook's fields {@code comments}, {@code
 * live_comments} and {@code mentions}, {@code GET /{ig-user-id}?fields=mentioned_comment…} and
 * {@code mentioned_media…}, {@code POST /{ig-comment-id}/replies} and {@code POST
 * /{ig-user-id}/mentions}. A mention comes as ids and is {@linkplain #fetch fetched}; its author is
 * known by name only, written as {@code @name}. Instagram tells no places, and of no edits and
 * deletions; the time of a comment is that of the notice. Mentions in stories do not come, and
 * direct messages are left to a person.
 *
 * <p>Answers are words only. A comment on a live video is answered by hand. Before an answer to a
 * comment is sent again, the answers under it are looked through; an answer to a mention cannot be
 * looked up, so one of unknown end is refused and left to a person.
 *
 * <p>Thread-safe.
 */
public final class InstagramChannel implements PushChannel, FetchChannel, ReplyChannel {

  private final AccountId account;
  private final GraphApi api;
  private final GraphWebhook webhook;
  private final InstagramMentions mentions;
  private final InstagramAnswers answers;

  private InstagramChannel(Builder builder) {
    InstagramAccount own = InstagramAccount.of(builder.accountId, builder.username);
    this.account = builder.account;
    this.api = new GraphApi(builder.app);
    this.webhook =
        new GraphWebhook(builder.app, "instagram", new InstagramMessages(builder.account, own));
    this.mentions = new InstagramMentions(api, own);
    this.answers = new InstagramAnswers(api, own, builder.maxCharacters);
  }

  /**
   * Starts the connection to an account.
   *
   * @param account the account under which its messages are known
   * @param accountId Meta's id of the professional account, digits
   * @param app the app, with a token for the account
   * @return a builder
   * @throws IllegalArgumentException if the id is none
   */
  public static Builder builder(AccountId account, String accountId, MetaApp app) {
    return new Builder(account, accountId, app);
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
  public ChannelMessage fetch(ChannelMessage.NeedsFetch announced) {
    return mentions.fetch(announced);
  }

  @Override
  public ReplyPermission permission(ReplyTarget to) {
    return answers.permission(to);
  }

  @Override
  public SentReply send(Reply reply) {
    return answers.send(reply);
  }

  /** By looking; an answer to a mention is refused instead. */
  @Override
  public boolean recognisesRepetition() {
    return true;
  }

  /** Collects the settings of the connection. Not thread-safe. */
  public static final class Builder {

    private final AccountId account;
    private final String accountId;
    private final MetaApp app;
    private String username = "";
    private int maxCharacters = 2_200;

    private Builder(AccountId account, String accountId, MetaApp app) {
      this.account = Objects.requireNonNull(account, "account");
      this.accountId = accountId;
      this.app = Objects.requireNonNull(app, "app");
      if (!MetaIds.isId(accountId)) {
        throw new IllegalArgumentException("accountId is not 1 to 32 digits");
      }
    }

    /**
     * The account's name, by which our own comments are told as well: some events name us by an id
     * that is scoped to the app.
     *
     * @param name with or without the at sign
     * @return this builder
     */
    public Builder username(String name) {
      this.username = Objects.requireNonNull(name, "name");
      return this;
    }

    /**
     * How long an answer may be.
     *
     * @param characters 2,200 unless set
     * @return this builder
     */
    public Builder maxCharacters(int characters) {
      this.maxCharacters = characters;
      return this;
    }

    /**
     * The connection; nothing is called yet.
     *
     * @return a channel
     */
    public InstagramChannel build() {
      return new InstagramChannel(this);
    }
  }
}
