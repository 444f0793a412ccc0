package org.tanggap.channel.meta;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.AccountId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** WhatsApp's Cloud API: messages with their limits, media up and down. */
public final class FakeWhatsApp extends FakeGraph {

  static final String CITIZEN = "6281200001111";

  private final Map<String, byte[]> files = new HashMap<>();
  private @Nullable ObjectNode lastMessage;
  private @Nullable String hostOfFiles;

  /**
   * Starts.
   *
   * @param clock tells the time
   */
  public FakeWhatsApp(InstantSource clock) {
    super(clock);
  }

  /** A picture that a citizen has sent. */
  void file(String id, byte[] content) {
    files.put(id, content);
  }

  /** Lets the media lie at another address than this one. */
  void filesAt(String address) {
    hostOfFiles = address;
  }

  /** The last message that was sent, as it came. */
  JsonNode lastMessage() {
    if (lastMessage == null) {
      throw new AssertionError("nothing was sent");
    }
    return lastMessage;
  }

  /**
   * Connects a number to this fake.
   *
   * @param account the account under which its messages are known
   * @return a builder
   */
  public WhatsAppChannel.Builder channel(AccountId account) {
    return WhatsAppChannel.builder(account, MetaAccounts.PHONE_NUMBER_ID, app());
  }

  @Override
  String idOf(long number) {
    return "wamid.HBgNNjI4MTIwMDAwMTExMRUCABEYEk" + number + "AA==";
  }

  @Override
  byte[] body(String id, String text) {
    ObjectNode message = object().put("from", CITIZEN).put("id", id).put("type", "text");
    message.put("timestamp", Long.toString(now().getEpochSecond()));
    message.putObject("text").put("body", text);
    return batch(message);
  }

  static byte[] batch(ObjectNode... messages) {
    ObjectNode value = object().put("messaging_product", "whatsapp");
    value.putObject("metadata").put("phone_number_id", MetaAccounts.PHONE_NUMBER_ID);
    ObjectNode contact = value.putArray("contacts").addObject().put("wa_id", CITIZEN);
    contact.putObject("profile").put("name", "Sari Wulandari");
    for (ObjectNode message : messages) {
      value.withArray("/messages").add(message);
    }
    return change("messages", value);
  }

  static byte[] change(String field, ObjectNode value) {
    ObjectNode root = object().put("object", "whatsapp_business_account");
    ObjectNode entry = root.putArray("entry").addObject().put("id", "102290129340398");
    entry.putArray("changes").addObject().put("field", field).set("value", value);
    return MetaAccounts.utf8(root.toString());
  }

  @Override
  Answer call(Request request, String path) {
    if (request.method().equals("POST")
        && path.equals(MetaAccounts.PHONE_NUMBER_ID + "/messages")) {
      return send(parse(request.text()));
    } else if (path.equals(MetaAccounts.PHONE_NUMBER_ID + "/media")) {
      return upload(fields(request));
    } else if (path.startsWith("/whatsapp_business/attachments/")) {
      byte[] file = files.get(request.query().get("mid"));
      return file == null
          ? Answer.json(404, "{}")
          : new Answer(200, Map.of("Content-Type", "image/jpeg"), file);
    }
    return media(path);
  }

  private Answer media(String id) {
    byte[] file = files.get(id);
    if (file == null) {
      return error(400, 100, 33);
    }
    String base = hostOfFiles == null ? url().toString() : hostOfFiles;
    return Answer.json(
        200,
        object()
            .put("messaging_product", "whatsapp")
            .put(
                "url", base + "whatsapp_business/attachments/?mid=" + id + "&ext=1&hash=ATs-x_%2B1")
            .put("mime_type", "image/jpeg")
            .put("file_size", Integer.toString(file.length))
            .put("id", id)
            .toString());
  }

  private Answer upload(Map<String, String> fields) {
    boolean good = "whatsapp".equals(fields.get("messaging_product")) && fields.containsKey("file");
    return good
        ? Answer.json(200, object().put("id", "4490709327384033").toString())
        : error(400, 100, null);
  }

  private Answer send(ObjectNode message) {
    lastMessage = message;
    boolean addressed = message.has("to") || message.has("recipient");
    String type = message.path("type").asString("");
    JsonNode content = message.path(type);
    String words =
        switch (type) {
          case "text" -> content.path("body").asString("");
          case "image" -> content.path("caption").asString("");
          case "template" ->
              content
                  .path("components")
                  .path(0)
                  .path("parameters")
                  .path(0)
                  .path("text")
                  .asString("");
          default -> "";
        };
    int most = type.equals("text") ? 4_096 : 1_024;
    if (!addressed || words.codePointCount(0, words.length()) > most) {
      return error(400, 100, null);
    }
    answered(words, type.equals("image"));
    ObjectNode answer = object().put("messaging_product", "whatsapp");
    answer.putArray("messages").addObject().put("id", nextId());
    return Answer.json(200, answer.toString());
  }
}
