package org.tanggap.channel.gammu;

/** Any bytes as a file of the spool: one message, or no whole file. */
public final class GammuFuzz {

  private GammuFuzz() {}

  /**
   * One input.
   *
   * @param data the bytes
   */
  public static void fuzzerTestOneInput(byte[] data) {
    Modems.read(data)
        .ifPresent(
            message -> {
              if (message.toString().contains("rahasia")) {
                throw new IllegalStateException("a message shows words");
              }
            });
  }
}
