package org.tanggap.channel.citizenapp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.web.SignatureCheck;
import org.tanggap.testkit.PushChannelContract;

class CitizenAppPushContractTest extends PushChannelContract {

  private final FakeCitizenApp vendor = new FakeCitizenApp(clock());

  @AfterEach
  void stop() {
    vendor.close();
  }

  @Override
  protected PushChannel connect() {
    CitizenApp.Builder builder =
        CitizenApp.builder(Apps.ACCOUNT, Apps.JAKARTA).ownUser(FakeCitizenApp.OWN_USER);
    SignatureCheck.keys(secrets()).forEach(builder::secret);
    return builder.build();
  }

  @Override
  protected List<String> secrets() {
    return List.of("the-first-secret-of-the-app", "the-secret-that-comes-next!");
  }

  @Override
  protected String signatureHeader() {
    return "X-Signature";
  }

  @Override
  protected String signaturePrefix() {
    return "sha256=";
  }

  @Override
  protected PushRequest signedWith(String secret, byte[] body) {
    String signature =
        SignatureCheck.hmac(
                "HmacSHA256",
                "sha256=",
                SignatureCheck.Encoding.HEX,
                SignatureCheck.keys(List.of(secret)))
            .sign(body);
    return PushRequest.of(body, Map.of("X-Signature", List.of(signature)));
  }

  @Override
  protected PushRequest publish(String... texts) {
    return signed(vendor.body(Stream.of(texts).map(vendor::publish).toList()));
  }

  @Override
  protected @Nullable PushRequest publishOwn(String text) {
    String id = vendor.publish(text);
    vendor.post(id).putObject("user").put("id", FakeCitizenApp.OWN_USER);
    return signed(vendor.body(List.of(id)));
  }

  @Override
  protected @Nullable PushRequest signedBatchWithOneBad(String before, String after) {
    String bad = vendor.publish("tanpa id");
    byte[] body =
        new String(
                vendor.body(List.of(vendor.publish(before), bad, vendor.publish(after))),
                StandardCharsets.UTF_8)
            .replace("\"post_id\":" + bad, "\"post_id\":null")
            .getBytes(StandardCharsets.UTF_8);
    return signed(body);
  }

  @Override
  protected @Nullable PushRequest edit(String id, String text) {
    vendor.post(id).put("description", text).put("updated_at", "2026-11-21T02:16:00Z");
    return signed(vendor.body(List.of(id)));
  }

  @Override
  protected @Nullable PushRequest delete(String id) {
    vendor.post(id).put("deleted", true);
    return signed(vendor.body(List.of(id)));
  }
}
