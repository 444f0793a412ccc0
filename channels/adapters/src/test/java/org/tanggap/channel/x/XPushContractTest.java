package org.tanggap.channel.x;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.web.Json;
import org.tanggap.testkit.PushChannelContract;

/** X's web hook keeps the promises of every push channel. */
class XPushContractTest extends PushChannelContract {

  private final FakeX vendor = new FakeX(clock());
  private long ids = 2_080_765_813_578_191_000L;

  @Override
  protected PushChannel connect() {
    return Accounts.builder(vendor, clock()).build();
  }

  private String newId() {
    return Long.toString(++ids);
  }

  @Override
  protected PushRequest publish(String... texts) {
    return Hooks.signed(Hooks.event("post.mention.create", Hooks.post(newId(), "1001", texts[0])));
  }

  @Override
  protected PushRequest publishOwn(String text) {
    return Hooks.signed(Hooks.event("post.reply.create", Hooks.post(newId(), FakeX.USER, text)));
  }

  @Override
  protected PushRequest signedWith(String secret, byte[] body) {
    return Hooks.signed(secret, body);
  }

  @Override
  protected String signatureHeader() {
    return Hooks.HEADER;
  }

  @Override
  protected String signaturePrefix() {
    return "sha256=";
  }

  @Override
  protected List<String> secrets() {
    return Accounts.SECRETS;
  }

  @Override
  protected int batchSize() {
    return 1;
  }

  @Override
  protected @Nullable PushRequest edit(String id, String text) {
    return Hooks.signed(Hooks.event("post.mention.create", Hooks.post(newId(), "1001", text, id)));
  }

  @Override
  protected PushRequest delete(String id) {
    return Hooks.signed(
        Hooks.event("post.delete", Json.object().put("id", id).put("author_id", "1001")));
  }
}
