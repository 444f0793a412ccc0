package org.tanggap.channel.meta;

import java.util.List;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.testkit.PushChannelContract;
import tools.jackson.databind.node.ObjectNode;

class InstagramPushTest extends PushChannelContract {

  private static final String BATCHED = "17865799";
  private int batched;

  @Override
  protected PushChannel connect() {
    return InstagramChannel.builder(
            MetaAccounts.INSTAGRAM, MetaAccounts.INSTAGRAM_ID, MetaAccounts.app())
        .build();
  }

  @Override
  protected PushRequest publish(String... texts) {
    ObjectNode[] all = new ObjectNode[texts.length];
    for (int i = 0; i < texts.length; i++) {
      all[i] = written(texts[i]);
    }
    return signed(body(all));
  }

  private ObjectNode written(String text) {
    String id = BATCHED + ++batched;
    return FakeInstagram.comment(id, text, "232323232323232");
  }

  private static byte[] body(ObjectNode... messages) {
    return FakeInstagram.change("comments", messages);
  }

  @Override
  protected PushRequest signedBatchWithOneBad(String before, String after) {
    ObjectNode bad = written("tanpa id");
    bad.remove("id");
    return signed(body(written(before), bad, written(after)));
  }

  @Override
  protected PushRequest publishOwn(String text) {
    return signed(
        body(FakeInstagram.comment(BATCHED + ++batched, text, MetaAccounts.INSTAGRAM_ID)));
  }

  @Override
  protected PushRequest signedWith(String secret, byte[] body) {
    return MetaAccounts.signed(secret, body);
  }

  @Override
  protected String signatureHeader() {
    return "X-Hub-Signature-256";
  }

  @Override
  protected String signaturePrefix() {
    return "sha256=";
  }

  @Override
  protected List<String> secrets() {
    return List.of(MetaAccounts.SECRET, MetaAccounts.NEXT_SECRET);
  }
}
