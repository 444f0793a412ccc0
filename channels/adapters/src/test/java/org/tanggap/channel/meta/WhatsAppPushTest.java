package org.tanggap.channel.meta;

import java.util.List;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.testkit.PushChannelContract;
import tools.jackson.databind.node.ObjectNode;

class WhatsAppPushTest extends PushChannelContract {

  private static final String BATCHED = "wamid.HBgN";
  private int batched;

  @Override
  protected PushChannel connect() {
    return WhatsAppChannel.builder(
            MetaAccounts.WHATSAPP, MetaAccounts.PHONE_NUMBER_ID, MetaAccounts.app())
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
    ObjectNode message =
        FakeGraph.object().put("from", FakeWhatsApp.CITIZEN).put("id", id).put("type", "text");
    message.put("timestamp", "1795227300").putObject("text").put("body", text);
    return message;
  }

  private static byte[] body(ObjectNode... messages) {
    return FakeWhatsApp.batch(messages);
  }

  @Override
  protected PushRequest signedBatchWithOneBad(String before, String after) {
    ObjectNode bad = written("tanpa id");
    bad.remove("id");
    return signed(body(written(before), bad, written(after)));
  }

  @Override
  protected PushRequest publishOwn(String text) {
    ObjectNode value = FakeGraph.object();
    value.putObject("metadata").put("phone_number_id", MetaAccounts.PHONE_NUMBER_ID);
    value.withArray("/message_echoes").add(written(text));
    return signed(FakeWhatsApp.change("smb_message_echoes", value));
  }

  @Override
  protected PushRequest edit(String id, String text) {
    ObjectNode edit = written(text);
    ObjectNode inner = FakeGraph.object().put("type", "text");
    inner.putObject("text").put("body", text);
    edit.put("type", "edit").putObject("edit").put("original_message_id", id).set("message", inner);
    return signed(body(edit));
  }

  @Override
  protected PushRequest delete(String id) {
    ObjectNode revoke = written("").put("type", "revoke");
    revoke.putObject("revoke").put("original_message_id", id);
    return signed(body(revoke));
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
