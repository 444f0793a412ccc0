package org.tanggap.channel.citizenapp;

import org.tanggap.channel.PushVerdict;
import org.tanggap.testkit.Rendering;

/** Any bytes as posts: messages, the same each time, or a refusal; never an exception. */
public final class CitizenAppFuzz {

  private static final PostReader READER = new PostReader(Apps.ACCOUNT, Apps.JAKARTA, "");

  private CitizenAppFuzz() {}

  /**
   * One input.
   *
   * @param data the bytes
   */
  public static void fuzzerTestOneInput(byte[] data) {
    PushVerdict verdict = READER.read(data);
    if (!verdict.equals(READER.read(data))) {
      throw new AssertionError("posts mean the same each time");
    }
    if (verdict instanceof PushVerdict.Handshake || Rendering.of(verdict).isEmpty()) {
      throw new AssertionError("posts are messages or refused");
    }
  }
}
