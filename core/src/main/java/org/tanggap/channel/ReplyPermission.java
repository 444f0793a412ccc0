package org.tanggap.channel;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether and how a message may be answered. */
public sealed interface ReplyPermission {

  /**
   * The library may answer.
   *
   * @param until when the permission ends, exclusive, or null if it does not
   * @param maxCharacters how long an answer may be, as {@link ReplyChannel#lengthOf} counts
   * @param maxPhotos how many photos may go with it
   * @param mentions whether the citizen is named in the answer and so notified
   * @param price what an answer costs, such as {@code USD 0.01}; empty if nothing
   */
  record Allowed(
      @Nullable Instant until, int maxCharacters, int maxPhotos, boolean mentions, String price)
      implements ReplyPermission {

    public Allowed {
      Objects.requireNonNull(price, "price");
    }

    /**
     * A permission to answer in words, for ever and for nothing.
     *
     * @param maxCharacters how long an answer may be
     * @return the permission
     */
    public static Allowed words(int maxCharacters) {
      return new Allowed(null, maxCharacters, 0, false, "");
    }

    /**
     * This permission until a time.
     *
     * @param end when it ends, exclusive
     * @return a copy
     */
    public Allowed withUntil(Instant end) {
      return new Allowed(end, maxCharacters, maxPhotos, mentions, price);
    }

    /**
     * This permission with photos.
     *
     * @param most how many may go with an answer
     * @return a copy
     */
    public Allowed withPhotos(int most) {
      return new Allowed(until, maxCharacters, most, mentions, price);
    }

    /**
     * This permission on a channel that names the citizen in the answer.
     *
     * @return a copy
     */
    public Allowed withMentions() {
      return new Allowed(until, maxCharacters, maxPhotos, true, price);
    }

    /**
     * This permission at a price.
     *
     * @param cost what an answer costs, such as {@code USD 0.01}
     * @return a copy
     */
    public Allowed withPrice(String cost) {
      return new Allowed(until, maxCharacters, maxPhotos, mentions, cost);
    }
  }

  /**
   * A person has to answer outside the library.
   *
   * @param because one sentence for the officer
   */
  record ByHand(String because) implements ReplyPermission {

    public ByHand {
      Objects.requireNonNull(because, "because");
    }
  }
}
