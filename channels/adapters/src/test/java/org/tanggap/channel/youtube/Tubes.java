package org.tanggap.channel.youtube;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.channel.PullChannel;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.testkit.ManualClock;

/** What the tests have in common. */
final class Tubes {

  static final AccountId ACCOUNT = AccountId.of("youtube", "@KotaContoh");
  static final String NOW = "2026-11-21T02:15:00Z";
  static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Tubes() {}

  static YouTubeChannel.Builder builder(FakeYouTube vendor, ManualClock clock) {
    return YouTubeChannel.builder(ACCOUNT, FakeYouTube.CHANNEL, CLIENT, clock)
        .baseUrl(vendor.url().resolve("youtube/v3/"))
        .tokenUrl(vendor.url())
        .signIn(vendor.token(), "aplikasi", "rahasia-aplikasi", FakeYouTube.REFRESH, unused -> {})
        .dailyQuota(1_000_000, 100)
        .pageSize(5)
        .timeout(Duration.ofSeconds(5));
  }

  static ReplyTarget target(String id) {
    String thread = YouTubeHint.threadOf(id);
    return new ReplyTarget(
        new MessageKey(ACCOUNT, id),
        Instant.parse(NOW),
        null,
        new YouTubeHint(thread, "dQw4vid0001", true).text());
  }

  static Reply reply(String id, String text) {
    return new Reply(new UUID(7, 7), target(id), text, List.of(), false);
  }

  static Reply again(Reply reply) {
    return new Reply(reply.id(), reply.to(), reply.text(), reply.photos(), true);
  }

  /** All pages until no more is ready; where they end is stored in the list of cursors. */
  static List<ChannelMessage> drain(PullChannel channel, List<Cursor> cursors) {
    List<ChannelMessage> all = new ArrayList<>();
    boolean more = true;
    while (more) {
      Cursor at = cursors.isEmpty() ? null : cursors.get(cursors.size() - 1);
      Page page = channel.pull(at);
      all.addAll(page.messages());
      cursors.add(page.cursor());
      more = page.hasMore();
    }
    return all;
  }

  static List<String> ids(List<ChannelMessage> messages) {
    return messages.stream()
        .filter(ChannelMessage.NewReport.class::isInstance)
        .map(it -> ((ChannelMessage.NewReport) it).key().externalId())
        .toList();
  }

  static ChannelException failureOf(Runnable call) {
    try {
      call.run();
    } catch (ChannelException e) {
      return e;
    }
    throw new AssertionError("the call has to fail");
  }

  static @Nullable Cursor last(List<Cursor> cursors) {
    return cursors.isEmpty() ? null : cursors.get(cursors.size() - 1);
  }
}
