package org.tanggap.channel.meta;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.channel.Reply;

/**
 * The picture of an answer: bytes from the host's store, or an address from which Meta fetches it.
 * One of the two is there.
 *
 * @param picture the bytes, or null
 * @param link the address, or null
 */
record AnswerPhoto(@Nullable Picture picture, @Nullable String link) {

  /** What Meta takes as a picture (WhatsApp Cloud API, "Supported media types"). */
  private static final Set<String> TYPES = Set.of("image/jpeg", "image/png");

  private static final int MAX_BYTES = 5 << 20;

  /** The picture of an answer; nothing if it has none. */
  static Optional<AnswerPhoto> find(Reply reply, @Nullable PhotoStore store) {
    if (reply.photos().isEmpty()) {
      return Optional.empty();
    } else if (reply.photos().size() > 1) {
      throw AnswerRules.refused("an answer takes one photo");
    }
    String reference = reply.photos().get(0).reference();
    Picture picture = store == null ? null : store.find(reference).orElse(null);
    if (picture != null) {
      return Optional.of(new AnswerPhoto(checked(picture), null));
    } else if (reference.startsWith("https://") || reference.startsWith("http://")) {
      return Optional.of(new AnswerPhoto(null, reference));
    }
    throw AnswerRules.refused("the photo of the answer is neither in the photo store nor a URL");
  }

  private static Picture checked(Picture picture) {
    if (!TYPES.contains(picture.mediaType())) {
      throw AnswerRules.refused("Meta takes JPEG and PNG");
    } else if (picture.content().length > MAX_BYTES) {
      throw AnswerRules.refused("Meta takes photos of at most " + MAX_BYTES + " bytes");
    }
    return picture;
  }
}
