package org.tanggap.channel.mastodon;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
final class Mastodons {

  static final AccountId ACCOUNT = AccountId.of("mastodon", "@posko@kota.example");
  static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Mastodons() {}

  static MastodonChannel.Builder builder(FakeMastodon server, InstantSource clock) {
    return MastodonChannel.builder(
            ACCOUNT, server.url(), FakeMastodon.OWN_ID, FakeMastodon.TOKEN, CLIENT, clock)
        .domain("kota.example")
        .mediaPause(Duration.ofMillis(1))
        .photoStore(new Pictures());
  }

  static ReplyTarget target(String id, String visibility) {
    return new ReplyTarget(
        new MessageKey(ACCOUNT, id),
        Instant.parse("2026-11-20T03:12:45Z"),
        new Reporter(FakeMastodon.CITIZEN, "Warga Tujuhbelas"),
        ReplyRoute.of(FakeMastodon.CITIZEN, visibility).hint());
  }

  /** Has every picture whose reference begins with {@code foto-}. */
  static final class Pictures implements PhotoStore {
    @Override
    public Photo keep(Picture picture, @Nullable Instant takenAt, @Nullable Position position) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Picture> find(String reference) {
      return reference.startsWith("foto-")
          ? Optional.of(Picture.of("image/jpeg", reference.getBytes(StandardCharsets.UTF_8)))
          : Optional.empty();
    }
  }
}
