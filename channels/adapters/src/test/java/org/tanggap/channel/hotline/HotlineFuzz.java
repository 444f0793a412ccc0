package org.tanggap.channel.hotline;

import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushVerdict;

/** Any bytes as a form: one report, or a refusal with 400, 413 or 422; never an exception. */
public final class HotlineFuzz {

  private static final HotlineChannel HOTLINE = Hotlines.hotline();

  private HotlineFuzz() {}

  /**
   * One input.
   *
   * @param data the bytes
   */
  public static void fuzzerTestOneInput(byte[] data) {
    check(FakeHotline.request(FakeHotline.SECRET, "application/json", data));
    check(FakeHotline.request(FakeHotline.SECRET, "application/x-www-form-urlencoded", data));
  }

  private static void check(PushRequest request) {
    PushVerdict verdict = HOTLINE.open(request);
    if (!verdict.equals(HOTLINE.open(request))) {
      throw new AssertionError("a form means the same each time");
    }
    boolean declared =
        verdict instanceof PushVerdict.Refused refused
            ? String.valueOf(refused.response().status()).matches("400|413|422")
            : verdict instanceof PushVerdict.Genuine genuine
                && genuine.messages().size() == 1
                && genuine.messages().get(0) instanceof ChannelMessage.NewReport;
    if (!declared) {
      throw new AssertionError("a form is one report or refused");
    }
  }
}
