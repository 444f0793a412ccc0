package org.tanggap.channel.hotline;

import java.nio.charset.StandardCharsets;
import org.tanggap.channel.PushRequest;
import org.tanggap.complaint.AccountId;
import org.tanggap.testkit.ManualClock;

/** A form's channel and its requests. */
final class Hotlines {

  static final AccountId ACCOUNT = AccountId.of("hotline", "tebet");
  static final String NEXT_SECRET = "Rahasia-kantor_2031";

  private Hotlines() {}

  static HotlineChannel hotline() {
    return HotlineChannel.builder(ACCOUNT, ManualClock.at("2026-11-21T02:15:00Z"))
        .secret(FakeHotline.SECRET)
        .secret(NEXT_SECRET)
        .build();
  }

  static PushRequest form(String body) {
    return form(body.getBytes(StandardCharsets.UTF_8));
  }

  /** As JSON if it begins like JSON, otherwise as a browser sends it. */
  static PushRequest form(byte[] body) {
    boolean json = body.length > 0 && (body[0] == '{' || body[0] == '[');
    return FakeHotline.request(
        FakeHotline.SECRET,
        json ? "application/json" : "application/x-www-form-urlencoded; charset=UTF-8",
        body);
  }
}
