package org.tanggap.channel.rss;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Conversation;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.channel.PullChannel;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;

/**
 * A feed in RSS 2.0, RSS 1.0 or Atom 1.0. Its items are reports; there is no answering.
 *
 * <pre>{@code
 * RssChannel channel =
 *     RssChannel.builder(
 *             AccountId.of("rss", "laporan-warga"),
 *             URI.create("https://kota.example/laporan.xml"), client, clock)
 *         .interval(Duration.ofMinutes(10))
 *         .build();
 * Page page = channel.pull(null);
 * }</pre>
 *
 * <p>Follows the RSS 2.0 specification (rssboard.org), RSS 1.0 (web.resource.org), RFC 4287 (Atom),
 * GeoRSS Simple and GML (OGC 17-002r1), the W3C vocabulary for latitude and longitude, Media RSS,
 * and RFC 9110 for conditional requests and redirects. In GeoRSS the latitude comes first.
 *
 * <p>The feed is asked for only if it has changed and not more often than the interval, its {@code
 * ttl} and its {@code max-age} allow; before that a poll gives an empty page and calls nobody. An
 * item whose {@code updated} changes is an edit. A redirect is followed on the same host; a feed
 * that has moved to another host wants a new setting. A document type is refused, and nothing
 * outside the feed is loaded. Of a feed that is no well-formed XML, those items are taken that are
 * well-formed by themselves.
 *
 * <p>What it cannot do: an item that comes and goes between two polls is never seen, an item
 * without an {@code updated} has no edits, and a deletion does not show. The source of a place is
 * unknown.
 *
 * <p>Thread-safe, as far as the SPI asks for it.
 */
public final class RssChannel implements PullChannel {

  private final AccountId account;
  private final InstantSource clock;
  private final Duration interval;
  private final int pageSize;
  private final FeedCall call;
  private final FeedItems items;

  private RssChannel(Builder builder) {
    this.account = builder.account;
    this.clock = builder.clock;
    this.interval = builder.interval;
    this.pageSize = builder.pageSize;
    this.call =
        new FeedCall(builder.feed, builder.client, clock, builder.timeout, builder.maxBytes);
    this.items = new FeedItems(builder.zone);
  }

  /**
   * Starts the connection to a feed.
   *
   * @param account the account under which its items are known
   * @param feed the feed's address, http or https
   * @param client the host's client, which must not follow redirects
   * @param clock tells the time
   * @return a builder
   * @throws IllegalArgumentException if the address is none of the web
   */
  public static Builder builder(
      AccountId account, URI feed, HttpClient client, InstantSource clock) {
    return new Builder(account, feed, client, clock);
  }

  @Override
  public AccountId account() {
    return account;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The cursor holds the feed's {@code ETag} and {@code Last-Modified} and a hash of each item
   * that was delivered, so that the order of the feed does not matter.
   */
  @Override
  public Page pull(@Nullable Cursor cursor) {
    FeedCursor from = FeedCursor.parse(cursor, account);
    Instant now = clock.instant();
    if (now.isBefore(from.notBefore())) {
      return new Page(List.of(), from.toCursor(), false);
    }
    FeedCall.Answer answer = call.fetch(from.etag(), from.lastModified());
    byte[] document = answer.document();
    if (document == null) {
      Instant next = now.plus(answer.politeness(interval, null));
      return new Page(List.of(), from.waitingUntil(next).toCursor(), false);
    }
    FeedDocument feed = FeedDocument.parse(document, answer.charset(), answer.address());
    if (feed.elements().isEmpty() && feed.problem() != null) {
      throw ChannelException.of(Kind.MALFORMED, "the feed cannot be read: " + feed.problem());
    }
    return page(from, answer, feed, now.plus(answer.politeness(interval, feed.ttl())));
  }

  private Page page(FeedCursor from, FeedCall.Answer answer, FeedDocument feed, Instant next) {
    FeedCursor.Seen seen = from.seen();
    List<ChannelMessage> messages = new ArrayList<>();
    boolean more = false;
    List<FeedItem> all = items.oldestFirst(feed);
    for (FeedItem item : all) {
      FeedCursor.Sight sight = seen.look(item.name(), item.edition());
      if (sight == FeedCursor.Sight.KNOWN || messages.size() >= pageSize) {
        more |= sight != FeedCursor.Sight.KNOWN;
        continue;
      }
      messages.add(message(item, sight == FeedCursor.Sight.CHANGED));
      seen.add(item.name(), item.edition());
    }
    if (more) {
      return new Page(messages, from.onTheWay(seen).toCursor(), true);
    }
    List<String> names = all.stream().map(FeedItem::name).toList();
    return new Page(messages, from.finished(seen, names, answer, feed, next).toCursor(), false);
  }

  private ChannelMessage message(FeedItem item, boolean changed) {
    if (item.problem() != null) {
      return new ChannelMessage.Malformed(item.name(), item.problem());
    }
    MessageKey key = new MessageKey(account, item.name());
    return changed
        ? new ChannelMessage.Edited(key, item.edition(), item.report(), Conversation.NONE)
        : new ChannelMessage.NewReport(key, item.report());
  }

  /** Collects the settings of the connection. Not thread-safe. */
  public static final class Builder {

    private final AccountId account;
    private final URI feed;
    private final HttpClient client;
    private final InstantSource clock;
    private Duration interval = Duration.ofMinutes(5);
    private Duration timeout = Duration.ofSeconds(20);
    private ZoneId zone = ZoneId.of("Asia/Jakarta");
    private int pageSize = 500;
    private int maxBytes = 8 << 20;

    private Builder(AccountId account, URI feed, HttpClient client, InstantSource clock) {
      this.account = Objects.requireNonNull(account, "account");
      this.feed = feed;
      this.client = Objects.requireNonNull(client, "client");
      this.clock = Objects.requireNonNull(clock, "clock");
      if (!FeedCall.isWeb(feed)) {
        throw new IllegalArgumentException("the feed's address is no http or https address");
      }
    }

    /**
     * How long to wait at least between two calls; longer where the feed asks for it, up to six
     * hours.
     *
     * @param time five minutes unless set
     * @return this builder
     */
    public Builder interval(Duration time) {
      this.interval = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * How long a call may take.
     *
     * @param time 20 seconds unless set
     * @return this builder
     */
    public Builder timeout(Duration time) {
      this.timeout = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * The zone of times that have none of their own.
     *
     * @param local Asia/Jakarta unless set
     * @return this builder
     */
    public Builder zone(ZoneId local) {
      this.zone = Objects.requireNonNull(local, "local");
      return this;
    }

    /**
     * How many items a page holds at most; a longer feed makes several pages.
     *
     * @param most 1 to 1,000; 500 unless set
     * @return this builder
     * @throws IllegalArgumentException if it is outside that
     */
    public Builder pageSize(int most) {
      if (most < 1 || most > 1_000) {
        throw new IllegalArgumentException("pageSize is not 1 to 1,000");
      }
      this.pageSize = most;
      return this;
    }

    /**
     * How long the feed may be.
     *
     * @param bytes at least 1; 8 MiB unless set
     * @return this builder
     * @throws IllegalArgumentException if it is less
     */
    public Builder maxBytes(int bytes) {
      if (bytes < 1) {
        throw new IllegalArgumentException("maxBytes is less than 1");
      }
      this.maxBytes = bytes;
      return this;
    }

    /**
     * The connection; nothing is called yet.
     *
     * @return a channel
     */
    public RssChannel build() {
      return new RssChannel(this);
    }
  }
}
