package org.tanggap.channel.meta;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanggap.complaint.AccountId;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Comments of an Instagram account, the replies to them, and mentions elsewhere. */
public final class FakeInstagram extends FakeGraph {

  private static final Pattern MENTION =
      Pattern.compile("mentioned_(comment|media)\\.(?:comment|media)_id\\(([0-9]+)\\)\\{.*}");

  private final Map<String, List<ObjectNode>> replies = new HashMap<>();
  private final Map<String, ObjectNode> mentioned = new HashMap<>();

  /**
   * Starts.
   *
   * @param clock tells the time
   */
  public FakeInstagram(InstantSource clock) {
    super(clock);
  }

  /**
   * Connects an account to this fake.
   *
   * @param account the account under which its messages are known
   * @return a builder
   */
  public InstagramChannel.Builder channel(AccountId account) {
    return InstagramChannel.builder(account, MetaAccounts.INSTAGRAM_ID, app());
  }

  @Override
  String idOf(long number) {
    return Long.toString(number);
  }

  @Override
  byte[] body(String id, String text) {
    return change("comments", comment(id, text, "232323232323232"));
  }

  static ObjectNode comment(String id, String text, String author) {
    ObjectNode value = object().put("id", id).put("text", text);
    value.putObject("from").put("id", author).put("username", "rina.jkt");
    value.putObject("media").put("id", "17887498072083520").put("media_product_type", "FEED");
    return value;
  }

  static byte[] change(String field, ObjectNode... values) {
    ObjectNode root = object().put("object", "instagram");
    ObjectNode entry =
        root.putArray("entry")
            .addObject()
            .put("id", MetaAccounts.INSTAGRAM_ID)
            .put("time", 1795227400);
    ArrayNode changes = entry.putArray("changes");
    for (ObjectNode value : values) {
      changes.addObject().put("field", field).set("value", value);
    }
    return MetaAccounts.utf8(root.toString());
  }

  /** What can be fetched of a mention. */
  void mention(String id, ObjectNode content) {
    mentioned.put(id, content.put("id", id));
  }

  @Override
  Answer call(Request request, String path) {
    if (path.equals(MetaAccounts.INSTAGRAM_ID)) {
      return fetch(request.query().getOrDefault("fields", ""));
    } else if (path.equals(MetaAccounts.INSTAGRAM_ID + "/mentions")) {
      return fields(request).containsKey("media_id")
          ? reply("mention", fields(request))
          : error(400, 100, null);
    }
    String under = path.replaceFirst("/replies$", "");
    if (!path.endsWith("/replies") || !under.matches("[0-9]+")) {
      return error(400, 100, 33);
    }
    return request.method().equals("GET") ? list(under) : reply(under, fields(request));
  }

  private Answer fetch(String fields) {
    Matcher asked = MENTION.matcher(fields);
    if (!asked.matches() || !mentioned.containsKey(asked.group(2))) {
      return error(400, 100, 33);
    }
    ObjectNode answer = object();
    answer.set("mentioned_" + asked.group(1), mentioned.get(asked.group(2)));
    return Answer.json(200, answer.put("id", MetaAccounts.INSTAGRAM_ID).toString());
  }

  private Answer list(String under) {
    ObjectNode answer = object();
    ArrayNode data = answer.putArray("data");
    replies.getOrDefault(under, List.of()).forEach(data::add);
    return Answer.json(200, answer.toString());
  }

  private Answer reply(String under, Map<String, String> fields) {
    String text = fields.getOrDefault("message", "");
    if (text.isEmpty() || text.codePointCount(0, text.length()) > 2_200) {
      return error(400, 100, null);
    }
    String id = nextId();
    replies
        .computeIfAbsent(under, unused -> new ArrayList<>())
        .add(object().put("id", id).put("text", text));
    answered(text, false);
    return Answer.json(200, object().put("id", id).toString());
  }
}
