package org.tanggap.channel.meta;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tanggap.complaint.AccountId;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A page's comments, in pages of two, and the Send API of Messenger. */
public final class FakeFacebook extends FakeGraph {

  static final String CITIZEN = "6543210987654321";
  private static final int PAGE_SIZE = 2;

  private final Map<String, List<ObjectNode>> comments = new HashMap<>();

  /**
   * Starts.
   *
   * @param clock tells the time
   */
  public FakeFacebook(InstantSource clock) {
    super(clock);
  }

  /**
   * Connects a page to this fake.
   *
   * @param account the account under which its messages are known
   * @return a builder
   */
  public FacebookChannel.Builder channel(AccountId account) {
    return FacebookChannel.builder(account, MetaAccounts.PAGE_ID, app());
  }

  @Override
  String idOf(long number) {
    return "901097836652708_" + number;
  }

  @Override
  byte[] body(String id, String text) {
    return page(comment(id, text).put("verb", "add"));
  }

  static ObjectNode comment(String id, String text) {
    ObjectNode value = object().put("item", "comment").put("comment_id", id).put("message", text);
    value.put("post_id", MetaAccounts.PAGE_ID + "_901097836652708");
    value
        .put("parent_id", MetaAccounts.PAGE_ID + "_901097836652708")
        .put("created_time", 1795227391);
    value.putObject("from").put("id", CITIZEN).put("name", "Dewi Lestariningsih");
    return value;
  }

  static byte[] page(ObjectNode... changes) {
    ObjectNode root = object().put("object", "page");
    ObjectNode entry =
        root.putArray("entry").addObject().put("id", MetaAccounts.PAGE_ID).put("time", 1795227400);
    ArrayNode list = entry.putArray("changes");
    for (ObjectNode change : changes) {
      list.addObject().put("field", "feed").set("value", change);
    }
    return MetaAccounts.utf8(root.toString());
  }

  /** Somebody else writes under a message as well. */
  void talk(String under, String text) {
    keep(under, nextId(), "1112223334445556", text);
  }

  private void keep(String under, String id, String author, String text) {
    ObjectNode comment = object().put("id", id).put("message", text);
    comment.putObject("from").put("id", author);
    comments.computeIfAbsent(under, unused -> new ArrayList<>()).add(comment);
  }

  @Override
  Answer call(Request request, String path) {
    if (path.equals("me/messages")) {
      return message(request);
    }
    String under = path.replaceFirst("/comments$", "");
    if (!path.endsWith("/comments") || !under.matches("[0-9_]+")) {
      return error(400, 100, 33);
    }
    return request.method().equals("GET")
        ? list(under, Integer.parseInt(request.query().getOrDefault("after", "0")))
        : add(under, fields(request));
  }

  private Answer list(String under, int from) {
    List<ObjectNode> all = comments.getOrDefault(under, List.of());
    int to = Math.min(all.size(), from + PAGE_SIZE);
    ObjectNode answer = object();
    ArrayNode data = answer.putArray("data");
    all.subList(from, to).forEach(data::add);
    ObjectNode paging = answer.putObject("paging");
    paging.putObject("cursors").put("after", Integer.toString(to));
    if (to < all.size()) {
      paging.put("next", url() + "next");
    }
    return Answer.json(200, answer.toString());
  }

  private Answer add(String under, Map<String, String> fields) {
    String text = fields.getOrDefault("message", "");
    if (text.codePointCount(0, text.length()) > 8_000) {
      return error(400, 100, null);
    }
    String id = nextId();
    // A mention becomes the name of the person.
    String shown = text.replaceFirst("^@\\[[0-9]+]", "Dewi Lestariningsih");
    keep(under, id, MetaAccounts.PAGE_ID, shown);
    answered(shown, fields.containsKey("source") || fields.containsKey("attachment_url"));
    return Answer.json(200, object().put("id", id).toString());
  }

  private Answer message(Request request) {
    ObjectNode body = request.text().startsWith("{") ? parse(request.text()) : object();
    Map<String, String> form = body.isEmpty() ? fields(request) : Map.of();
    if (!form.isEmpty()) {
      body.set("message", parse(form.getOrDefault("message", "")));
      body.set("recipient", parse(form.getOrDefault("recipient", "")));
      body.put("messaging_type", form.get("messaging_type"));
    }
    String text = body.path("message").path("text").asString("");
    if (body.path("recipient").path("id").asString("").isEmpty()
        || !body.path("messaging_type").asString("").equals("RESPONSE")
        || text.codePointCount(0, text.length()) > 2_000) {
      return error(400, 100, null);
    }
    answered(text, body.path("message").has("attachment"));
    return Answer.json(
        200,
        object().put("recipient_id", "8887776665554443").put("message_id", nextId()).toString());
  }
}
