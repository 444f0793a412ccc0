package org.tanggap.channel.bluesky;

import java.net.http.HttpClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.Position;

/** What the tests of this channel have in common. */
final class Blueskies {

  static final AccountId ACCOUNT = AccountId.of("bluesky", FakeBluesky.HANDLE);
  static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Blueskies() {}

  static BlueskyChannel.Builder builder(FakeBluesky server, InstantSource clock) {
    return BlueskyChannel.builder(ACCOUNT, FakeBluesky.HANDLE, FakeBluesky.PASSWORD, CLIENT, clock)
        .baseUrl(server.url())
        .photoStore(new Pictures());
  }

  static ReplyTarget target(String uri) {
    return new ReplyTarget(
        new MessageKey(ACCOUNT, uri),
        Instant.parse("2026-11-20T03:12:45Z"),
        new Reporter(FakeBluesky.CITIZEN, "Warga Tujuhbelas"),
        new ThreadPlace(uri, FakeBluesky.CID, uri, FakeBluesky.CID, "warga17.bsky.social").hint());
  }

  /** Has every picture whose reference begins with {@code foto-}; the rest is its size. */
  static final class Pictures implements PhotoStore {
    @Override
    public Photo keep(Picture picture, @Nullable Instant takenAt, @Nullable Position position) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Picture> find(String reference) {
      return reference.startsWith("foto-")
          ? Optional.of(
              Picture.of("image/jpeg", new byte[Integer.parseInt(reference.substring(5))]))
          : Optional.empty();
    }
  }
}
