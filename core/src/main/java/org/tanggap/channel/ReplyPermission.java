package org.tanggap.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether and how a message may be answered. */
public sealed interface ReplyPermission {

  /**
   * The library may answer.
   *
   * @param until when the permission ends, or null if it does not
   * @param maxCharacters how long an answer may be
   * @param photos whether photos may go with it
   */
  record Allowed(@Nullable Instant until, int maxCharacters, boolean photos)
      implements ReplyPermission {}

  /**
   * A person has to answer outside the library.
   *
   * @param because one sentence for the officer
   */
  record ByHand(String because) implements ReplyPermission {}
}
