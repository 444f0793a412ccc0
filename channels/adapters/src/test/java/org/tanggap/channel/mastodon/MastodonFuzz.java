package org.tanggap.channel.mastodon;

import org.tanggap.channel.ChannelException;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;

/** Any bytes as an answer of the server: one message for each element, or the one typed error. */
public final class MastodonFuzz {

  private static final MastodonMessages MESSAGES =
      new MastodonMessages(Mastodons.ACCOUNT, FakeMastodon.OWN_ID, "kota.example");

  private MastodonFuzz() {}

  /**
   * One input.
   *
   * @param data the bytes
   */
  public static void fuzzerTestOneInput(byte[] data) {
    JsonNode page = Json.find(data).orElse(null);
    if (page == null) {
      return;
    }
    try {
      MastodonMessages.Batch batch = MESSAGES.read(page, "0");
      if (batch.messages().size() != page.size() || !MastodonMessages.isId(batch.newest())) {
        throw new AssertionError("an element was passed over or the cursor is none");
      }
    } catch (ChannelException refused) {
      if (page.isArray()) {
        throw new AssertionError("a list was refused", refused);
      }
    }
  }
}
