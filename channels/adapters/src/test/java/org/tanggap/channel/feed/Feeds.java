package org.tanggap.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Report;

/** Files and feeds under a clock that stands still. */
final class Feeds {

  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  static final AccountId ACCOUNT = AccountId.of("feed", "laporan");

  private Feeds() {}

  static FileFeed.Builder reading(Path path) {
    return FileFeed.builder(ACCOUNT, path, JAKARTA).clock(InstantSource.fixed(NOW));
  }

  static FileFeed feed(Path path) {
    return reading(path).build();
  }

  /** A file that has not changed for ten minutes. */
  static Path settled(Path file, String text) throws IOException {
    return settled(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path settled(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    return settle(file);
  }

  static Path settle(Path file) throws IOException {
    return Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(600)));
  }

  /** A file that was written to in this moment. */
  static Path fresh(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return touch(file);
  }

  static Path append(Path file, String text) throws IOException {
    return append(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path append(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return touch(file);
  }

  private static Path touch(Path file) throws IOException {
    return Files.setLastModifiedTime(file, FileTime.from(NOW));
  }

  /** All messages from the cursor on, page after page. */
  static List<ChannelMessage> all(FileFeed feed, @Nullable Cursor cursor) {
    List<ChannelMessage> messages = new ArrayList<>();
    Page page = feed.pull(cursor);
    messages.addAll(page.messages());
    while (page.hasMore()) {
      page = feed.pull(page.cursor());
      messages.addAll(page.messages());
    }
    return messages;
  }

  static List<ChannelMessage> all(Path path) {
    return all(feed(path), null);
  }

  /** The keys of the reports and, where one could not be read, an exclamation mark. */
  static List<String> keys(List<ChannelMessage> messages) {
    return messages.stream()
        .map(
            message ->
                message instanceof ChannelMessage.NewReport report
                    ? report.key().externalId()
                    : "!")
        .toList();
  }

  static List<String> keys(Path path) {
    return keys(all(path));
  }

  /** The only message, which has to be a report. */
  static ChannelMessage.NewReport single(Path path) {
    List<ChannelMessage> messages = all(path);
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0)).isInstanceOf(ChannelMessage.NewReport.class);
    return (ChannelMessage.NewReport) messages.get(0);
  }

  static Report report(Path path) {
    return single(path).report();
  }

  static ChannelMessage.Malformed malformed(ChannelMessage message) {
    assertThat(message).isInstanceOf(ChannelMessage.Malformed.class);
    return (ChannelMessage.Malformed) message;
  }
}
