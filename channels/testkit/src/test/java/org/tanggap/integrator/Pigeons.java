package org.tanggap.integrator;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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

/** Connections to Pigeon for tests. */
final class Pigeons {

  static final List<String> SECRETS = List.of("rahasia-merpati-baru-1", "rahasia-merpati-lama-2");
  static final Photo PHOTO = Photo.of("foto-1");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final URI base;
  private final InstantSource clock;

  Pigeons(URI base, InstantSource clock) {
    this.base = base;
    this.clock = clock;
  }

  PigeonChannel connect() {
    return connect(FakePigeon.ACCOUNT, SECRETS);
  }

  PigeonChannel connect(String account, List<String> secrets) {
    return new PigeonChannel(
        account,
        base,
        FakePigeon.TOKEN,
        secrets,
        new OnePhoto(),
        CLIENT,
        Duration.ofMillis(300),
        clock);
  }

  static ReplyTarget target(String post, Instant sentAt) {
    return new ReplyTarget(
        new MessageKey(AccountId.of("pigeon", FakePigeon.ACCOUNT), post),
        sentAt,
        new Reporter("warga-7", "Sari Merpati"),
        "ruang-" + post);
  }

  static final class OnePhoto implements PhotoStore {

    @Override
    public Photo keep(Picture picture, @Nullable Instant takenAt, @Nullable Position position) {
      throw new UnsupportedOperationException("Pigeon's citizens send no pictures");
    }

    @Override
    public Optional<Picture> find(String reference) {
      return reference.equals(PHOTO.reference())
          ? Optional.of(Picture.of("image/png", new byte[] {1, 2, 3}))
          : Optional.empty();
    }
  }
}
