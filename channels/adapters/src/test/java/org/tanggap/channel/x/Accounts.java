package org.tanggap.channel.x;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.channel.PullChannel;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.Position;
import org.tanggap.testkit.ManualClock;

/** What the tests have in common. */
final class Accounts {

  static final AccountId ACCOUNT = AccountId.of("x", "@" + FakeX.NAME);
  static final List<String> SECRETS = List.of("rahasia-konsumen-kesatu", "rahasia-konsumen-kedua");
  static final String NOW = "2026-11-21T02:15:00Z";
  static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Accounts() {}

  static XChannel.Builder builderWithoutVendor(ManualClock clock) {
    return XChannel.builder(ACCOUNT, FakeX.USER, CLIENT, clock)
        .baseUrl(URI.create("http://127.0.0.1:9/"))
        .token("token-contoh")
        .consumerSecrets(SECRETS);
  }

  static XChannel.Builder builder(FakeX vendor, ManualClock clock) {
    return XChannel.builder(ACCOUNT, FakeX.USER, CLIENT, clock)
        .baseUrl(vendor.url())
        .token(vendor.token())
        .renewal("aplikasi", null, vendor.refreshToken(), unused -> {})
        .consumerSecrets(SECRETS)
        .timeout(Duration.ofSeconds(5))
        .pageSize(5)
        .photoStore(PHOTOS);
  }

  static ReplyTarget target(String id, boolean summoned) {
    return new ReplyTarget(
        new MessageKey(ACCOUNT, id),
        Instant.parse("2026-11-21T02:00:00Z"),
        new Reporter("1001", "Warga Tebet"),
        new XHint(id, summoned, 0).text());
  }

  static Reply reply(ReplyTarget to, String text, String... photos) {
    return new Reply(
        new UUID(7, text.hashCode()), to, text, Stream.of(photos).map(Photo::of).toList(), false);
  }

  static Reply again(Reply reply) {
    return new Reply(reply.id(), reply.to(), reply.text(), reply.photos(), true);
  }

  static ChannelException failureOf(Runnable call) {
    try {
      call.run();
    } catch (ChannelException e) {
      return e;
    }
    throw new AssertionError("the call has to fail");
  }

  /** All pages until no more is ready; where they end is added to the cursors. */
  static List<ChannelMessage> drain(PullChannel channel, List<Cursor> cursors) {
    List<ChannelMessage> all = new ArrayList<>();
    boolean more = true;
    while (more) {
      Page page = channel.pull(last(cursors));
      all.addAll(page.messages());
      cursors.add(page.cursor());
      more = page.hasMore();
    }
    return all;
  }

  static @Nullable Cursor last(List<Cursor> cursors) {
    return cursors.isEmpty() ? null : cursors.get(cursors.size() - 1);
  }

  static List<String> ids(List<ChannelMessage> messages) {
    return messages.stream()
        .filter(ChannelMessage.NewReport.class::isInstance)
        .map(it -> ((ChannelMessage.NewReport) it).key().externalId())
        .toList();
  }

  static final PhotoStore PHOTOS =
      new PhotoStore() {
        @Override
        public Photo keep(Picture picture, @Nullable Instant at, @Nullable Position where) {
          throw new UnsupportedOperationException("only for reading");
        }

        @Override
        public Optional<Picture> find(String reference) {
          return switch (reference) {
            case "selesai-1", "selesai-2" ->
                Optional.of(Picture.of("image/jpeg", new byte[] {-1, -40, -1, 13, 10, 0}));
            case "dokumen" -> Optional.of(Picture.of("application/pdf", new byte[] {37}));
            case "besar" -> Optional.of(Picture.of("image/png", new byte[(5 << 20) + 1]));
            default -> Optional.empty();
          };
        }
      };
}
