package org.tanggap.channel.twilio;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.testkit.PushChannelContract;

class TwilioPushContractTest extends PushChannelContract {

  private static final String NEXT = "00112233445566778899aabbccddeeff";

  private int next = 1;

  @Override
  protected PushChannel connect() {
    return Twilios.builder(clock()).authToken(NEXT).build();
  }

  private PushRequest request(String from, String text) {
    return FakeTwilio.signed(
        FakeTwilio.HOOK,
        FakeTwilio.TOKEN,
        Map.of("MessageSid", "SM" + next++, "From", from, "To", FakeTwilio.OURS, "Body", text));
  }

  @Override
  protected PushRequest publish(String... texts) {
    return request(FakeTwilio.CITIZEN, texts[0]);
  }

  @Override
  protected PushRequest publishOwn(String text) {
    return request(FakeTwilio.OURS, text);
  }

  @Override
  protected PushRequest signedWith(String secret, byte[] body) {
    return PushRequest.of(
        "POST",
        URI.create("/internal/path"),
        body,
        Map.of(
            "X-Twilio-Signature",
            List.of(FakeTwilio.hmac(secret, FakeTwilio.HOOK + parameters(body))),
            "Content-Type",
            List.of("application/x-www-form-urlencoded")));
  }

  /** What Twilio would sign if it sent these bytes; nothing if it never could. */
  private static String parameters(byte[] body) {
    Map<String, TreeSet<String>> form = new TreeMap<>();
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        form.computeIfAbsent(decoded(parts[0]), unused -> new TreeSet<>())
            .add(parts.length < 2 ? "" : decoded(parts[1]));
      }
    } catch (IllegalArgumentException e) {
      return "";
    }
    StringBuilder all = new StringBuilder();
    form.forEach((name, values) -> values.forEach(value -> all.append(name).append(value)));
    return all.toString();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  protected String signatureHeader() {
    return "X-Twilio-Signature";
  }

  @Override
  protected List<String> secrets() {
    return List.of(FakeTwilio.TOKEN, NEXT);
  }

  @Override
  protected boolean signsRawBytes() {
    return false;
  }

  @Override
  protected int batchSize() {
    return 1;
  }

  @Override
  protected int mostCharacters() {
    return 1_600;
  }
}
