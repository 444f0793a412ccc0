package org.tanggap.channel.meta;

import java.util.List;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.testkit.PushChannelContract;
import tools.jackson.databind.node.ObjectNode;

class FacebookPushTest extends PushChannelContract {

  private static final String BATCHED = "901097836652708_90343";
  private int batched;

  @Override
  protected PushChannel connect() {
    return FacebookChannel.builder(MetaAccounts.FACEBOOK, MetaAccounts.PAGE_ID, MetaAccounts.app())
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
    return FakeFacebook.comment(id, text).put("verb", "add");
  }

  private static byte[] body(ObjectNode... messages) {
    return FakeFacebook.page(messages);
  }

  @Override
  protected PushRequest signedBatchWithOneBad(String before, String after) {
    ObjectNode bad = written("tanpa id");
    bad.remove("comment_id");
    return signed(body(written(before), bad, written(after)));
  }

  @Override
  protected PushRequest publishOwn(String text) {
    ObjectNode own = written(text);
    own.putObject("from").put("id", MetaAccounts.PAGE_ID);
    return signed(body(own));
  }

  @Override
  protected PushRequest edit(String id, String text) {
    return signed(body(FakeFacebook.comment(id, text).put("verb", "edited")));
  }

  @Override
  protected PushRequest delete(String id) {
    return signed(body(FakeFacebook.comment(id, "").put("verb", "remove")));
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
