package org.tanggap.channel.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.channel.PullChannel;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.complaint.AccountId;

/**
 * A feed of reports in a file, or in all files of a folder, in the order of their names: CSV with a
 * header ({@code .csv}) or newline-delimited JSON (any other name; in a folder {@code .ndjson} and
 * {@code .jsonl}).
 *
 * <p>Fields are found by name: {@code id}; {@code text}, {@code title}; {@code lat}, {@code lon};
 * {@code accuracy_m}; {@code created_at}; {@code category}; {@code photo}; {@code reporter}. {@code
 * FeedRecord} lists the other spellings. Unknown fields are passed over. A record without an id is
 * known by its content.
 *
 * <p>New records at the end are found by the next pull. A last line without a line break is taken
 * when the file has not changed for two seconds. A file that was replaced (it is shorter than
 * before, or what was read last no longer stands there) is read anew; what is known already is told
 * by its id.
 *
 * <p>Not thread-safe beyond what {@link PullChannel} asks: one thread at a time.
 */
public final class FileFeed implements PullChannel, ReplyChannel {

  private static final int MAX_FILES = 500;
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private final AccountId account;
  private final Path path;
  private final ZoneId zone;
  private final int pageSize;
  private final InstantSource clock;
  private final @Nullable AnswerFile answers;

  private FileFeed(Builder builder) {
    this.account = builder.account;
    this.path = builder.path;
    this.zone = builder.zone;
    this.pageSize = builder.pageSize;
    this.clock = builder.clock;
    this.answers = builder.answers == null ? null : new AnswerFile(builder.answers);
  }

  /**
   * Starts a feed.
   *
   * @param account the account under which its reports are known
   * @param path a file or a folder
   * @param zone the zone of times that have none of their own
   * @return a builder
   */
  public static Builder builder(AccountId account, Path path, ZoneId zone) {
    return new Builder(account, path, zone);
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public Page pull(@Nullable Cursor cursor) {
    FeedCursor at = FeedCursor.parse(cursor);
    List<ChannelMessage> messages = new ArrayList<>();
    boolean hasMore = false;
    try {
      List<Path> files = files();
      at = at.only(files.stream().map(FileFeed::nameOf).toList());
      for (Path file : files) {
        String name = nameOf(file);
        FeedFile feedFile = new FeedFile(file, name, settledSize(file), account, zone);
        at = at.with(name, feedFile.read(at.of(name), pageSize - messages.size(), messages));
        if (messages.size() >= pageSize) {
          hasMore = true;
          break;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new ChannelException(
          ChannelException.Kind.TEMPORARY, path + " cannot be read now", null, e);
    }
    return new Page(messages, at.toCursor(), hasMore);
  }

  /** The size that has stood for a while, or -1. Looked at first: what comes now is not settled. */
  private long settledSize(Path file) throws IOException {
    long size = Files.size(file);
    Instant changed = Files.getLastModifiedTime(file).toInstant();
    return changed.plus(SETTLED).isBefore(clock.instant()) ? size : -1;
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  private List<Path> files() throws IOException {
    if (!Files.exists(path)) {
      throw new ChannelException(
          ChannelException.Kind.TEMPORARY,
          path + ": there is no such file or folder. Check the path of the feed.",
          null,
          null);
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.list(path)) {
      List<Path> files = all.filter(FileFeed::isFeed).sorted().limit(MAX_FILES + 1L).toList();
      if (files.size() > MAX_FILES) {
        throw new ChannelException(
            ChannelException.Kind.MALFORMED,
            path + ": more than " + MAX_FILES + " files. Move the old ones away.",
            null,
            null);
      }
      return files;
    }
  }

  private static boolean isFeed(Path file) {
    String name = nameOf(file).toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file)
        && (name.endsWith(".csv") || name.endsWith(".ndjson") || name.endsWith(".jsonl"));
  }

  @Override
  public ReplyPermission permission(ReplyTarget to) {
    return answers == null
        ? new ReplyPermission.ByHand("a feed goes one way: answer where the report was made")
        : ReplyPermission.Allowed.words(10_000);
  }

  @Override
  public SentReply send(Reply reply) {
    if (answers == null) {
      throw new ChannelException(
          ChannelException.Kind.NOT_PERMITTED, "the feed has no file for answers", null, null);
    }
    answers.append(reply);
    return SentReply.WITHOUT_ID;
  }

  /** The lines carry the answer's id, by which their reader tells a repetition. */
  @Override
  public boolean recognisesRepetition() {
    return true;
  }

  /** Collects the settings of a feed. Not thread-safe. */
  public static final class Builder {

    private final AccountId account;
    private final Path path;
    private final ZoneId zone;
    private int pageSize = 500;
    private InstantSource clock = InstantSource.system();
    private @Nullable Path answers;

    private Builder(AccountId account, Path path, ZoneId zone) {
      this.account = Objects.requireNonNull(account, "account");
      this.path = Objects.requireNonNull(path, "path");
      this.zone = Objects.requireNonNull(zone, "zone");
    }

    /**
     * How many records a page holds; 500 unless set.
     *
     * @param records 1 to 10,000
     * @return this builder
     * @throws IllegalArgumentException if out of range
     */
    public Builder pageSize(int records) {
      if (records < 1 || records > 10_000) {
        throw new IllegalArgumentException("pageSize is not between 1 and 10,000");
      }
      this.pageSize = records;
      return this;
    }

    /**
     * Writes answers to a file, one JSON object a line with {@code id}, {@code in_reply_to} and
     * {@code text}. Without it, answers are left to a person.
     *
     * @param file the file, made when the first answer comes
     * @return this builder
     */
    public Builder answersTo(Path file) {
      this.answers = file;
      return this;
    }

    /**
     * Tells the time; the system's clock unless set.
     *
     * @param source the clock
     * @return this builder
     */
    public Builder clock(InstantSource source) {
      this.clock = source;
      return this;
    }

    /**
     * The feed.
     *
     * @return a channel
     */
    public FileFeed build() {
      return new FileFeed(this);
    }
  }
}
