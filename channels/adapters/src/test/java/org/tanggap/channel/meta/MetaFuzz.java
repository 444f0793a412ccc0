package org.tanggap.channel.meta;

import java.util.List;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.PushVerdict;
import org.tanggap.testkit.Rendering;

/** Any bytes as the body of a genuine request: messages or a refusal, the same each time. */
public final class MetaFuzz {

  private static final List<GraphWebhook> WEBHOOKS =
      List.of(MetaAccounts.whatsApp(), MetaAccounts.facebook(), MetaAccounts.instagram());

  private MetaFuzz() {}

  /**
   * One input.
   *
   * @param data the bytes
   */
  public static void fuzzerTestOneInput(byte[] data) {
    for (GraphWebhook webhook : WEBHOOKS) {
      PushVerdict verdict = webhook.read(data);
      if (!verdict.equals(webhook.read(data))) {
        throw new AssertionError("the same bytes were read in two ways");
      }
      if (verdict instanceof PushVerdict.Genuine genuine) {
        Rendering.of(genuine.messages());
        genuine.messages().forEach(MetaFuzz::check);
      } else if (!(verdict instanceof PushVerdict.Refused refused)
          || refused.response().status() / 100 != 4) {
        throw new AssertionError("a genuine request gives messages or a refusal");
      }
    }
  }

  private static void check(ChannelMessage message) {
    boolean nameless =
        (message instanceof ChannelMessage.Malformed m && m.where().isBlank())
            || (message instanceof ChannelMessage.Unsupported u && u.where().isBlank())
            || (message instanceof ChannelMessage.Ignored i && i.where().isBlank());
    if (nameless) {
      throw new AssertionError("a message that is left out has no name");
    }
  }
}
