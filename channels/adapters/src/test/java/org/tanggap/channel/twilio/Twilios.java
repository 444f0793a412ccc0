package org.tanggap.channel.twilio;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.phone.PhoneNumbers;
import org.tanggap.channel.sms.StopWords;
import org.tanggap.complaint.AccountId;
import org.tanggap.testkit.ManualClock;
import org.tanggap.testkit.Rendering;

/** A channel as a city would configure it. */
final class Twilios {

  static final HttpClient CLIENT = HttpClient.newHttpClient();
  static final AccountId ACCOUNT = AccountId.of("twilio", "kota");

  private Twilios() {}

  static TwilioChannel.Builder builder(ManualClock clock) {
    return TwilioChannel.builder(ACCOUNT, FakeTwilio.ACCOUNT_SID, CLIENT, clock)
        .authToken(FakeTwilio.TOKEN)
        .publicUrl(FakeTwilio.HOOK)
        .ownNumber(FakeTwilio.OURS)
        .ownNumber("whatsapp:+14155550100");
  }

  static TwilioMessages messages() {
    return new TwilioMessages(
        ACCOUNT,
        PhoneNumbers.inRegion("ID"),
        Set.of(FakeTwilio.OURS, "+14155550100"),
        StopWords.of(TwilioMessages.STOP, TwilioMessages.START));
  }

  /** What the payload of a fixture says, form or JSON. */
  static List<ChannelMessage> read(byte[] payload) {
    boolean json = payload.length > 0 && payload[0] == '{';
    TwilioForm form =
        json
            ? TwilioForm.json(payload).orElseThrow()
            : TwilioForm.of(TwilioForm.decode(payload).orElseThrow());
    return messages().read(form, payload);
  }

  static String rendered(byte[] payload) {
    return Rendering.of(read(payload));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static PushRequest words(String text) {
    return FakeTwilio.signed(
        FakeTwilio.HOOK,
        FakeTwilio.TOKEN,
        Map.of(
            "MessageSid", "SM1", "From", FakeTwilio.CITIZEN, "To", FakeTwilio.OURS, "Body", text));
  }
}
