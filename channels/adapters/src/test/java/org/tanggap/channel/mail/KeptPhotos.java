package org.tanggap.channel.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.complaint.Photo;
import org.tanggap.jurisdiction.Position;

/** A photo store in memory, which fails when it is told to. */
final class KeptPhotos implements PhotoStore {

  private final Map<String, Picture> pictures = new LinkedHashMap<>();
  private boolean failing;

  void fail() {
    failing = true;
  }

  int count() {
    return pictures.size();
  }

  @Override
  public Photo keep(Picture picture, @Nullable Instant takenAt, @Nullable Position position) {
    if (failing) {
      throw new UncheckedIOException(new IOException("the disk is full"));
    }
    String reference = "kept-" + picture.mediaType() + "-" + picture.content().length;
    pictures.put(reference, picture);
    return new Photo(reference, takenAt, position);
  }

  @Override
  public Optional<Picture> find(String reference) {
    if (failing) {
      throw new UncheckedIOException(new IOException("the disk is full"));
    }
    return Optional.ofNullable(pictures.get(reference));
  }
}
