package org.tanggap.integrator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.testkit.PushChannelContract;

/** Pigeon, held to what every push channel promises. */
public class PigeonPushTest extends PushChannelContract {

  private final FakePigeon vendor = new FakePigeon(clock());
  private final Pigeons pigeons = new Pigeons(vendor.url(), clock());

  @Override
  protected PushChannel connect() {
    return pigeons.connect();
  }

  final Pigeons pigeons() {
    return pigeons;
  }

  @Override
  protected PushRequest publish(String... texts) {
    return pushed(
        () -> {
          for (String text : texts) {
            vendor.publish(text);
          }
        });
  }

  @Override
  protected PushRequest publishOwn(String text) {
    return pushed(() -> vendor.publishOwn(text));
  }

  @Override
  protected PushRequest edit(String id, String text) {
    return pushed(() -> vendor.edit(id, text));
  }

  @Override
  protected PushRequest delete(String id) {
    return pushed(() -> vendor.delete(id));
  }

  @Override
  protected PushRequest signedBatchWithOneBad(String before, String after) {
    return pushed(
        () -> {
          vendor.publish(before);
          vendor.publishBroken();
          vendor.publish(after);
        });
  }

  private PushRequest pushed(Runnable events) {
    int earlier = vendor.count();
    events.run();
    return signed(vendor.bodySince(earlier));
  }

  @Override
  protected PushRequest signedWith(String secret, byte[] body) {
    return signedAt(clock().instant(), secret, body);
  }

  @Override
  protected PushRequest stale() {
    byte[] body = publish("dari kemarin").body();
    return signedAt(clock().instant().minus(Duration.ofDays(1)), secrets().get(0), body);
  }

  private PushRequest signedAt(Instant at, String secret, byte[] body) {
    String time = Long.toString(at.getEpochSecond());
    String signature = PigeonSignature.of(secret, time, body);
    return PushRequest.of(
        body, Map.of(signatureHeader(), List.of(signature), PigeonSignature.TIME, List.of(time)));
  }

  @Override
  protected List<String> otherHeaders() {
    return List.of(PigeonSignature.TIME);
  }

  @Override
  protected String signatureHeader() {
    return PigeonSignature.HEADER;
  }

  @Override
  protected String signaturePrefix() {
    return PigeonSignature.PREFIX;
  }

  @Override
  protected List<String> secrets() {
    return Pigeons.SECRETS;
  }

  @AfterEach
  void closeTheVendor() {
    vendor.close();
  }
}
