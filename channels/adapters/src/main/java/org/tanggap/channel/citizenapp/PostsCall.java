package org.tanggap.channel.citizenapp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.channel.web.ApiRequest;
import org.tanggap.channel.web.Json;
import org.tanggap.channel.web.WebApi;
import org.tanggap.complaint.AccountId;
import tools.jackson.databind.JsonNode;

/**
 * The app's call that gives out posts. The posts of a page come in any order, so the cursor is the
 * highest id of the whole page, and moves only with it.
 */
final class PostsCall {

  private static final Pattern CURSOR = Pattern.compile("after=([0-9]{1,18})");

  private final WebApi api;
  private final PostReader reader;
  private final AccountId account;
  private final int pageSize;

  PostsCall(WebApi api, PostReader reader, AccountId account, int pageSize) {
    this.api = api;
    this.reader = reader;
    this.account = account;
    this.pageSize = pageSize;
  }

  Page pull(@Nullable Cursor cursor) {
    long after = after(cursor);
    List<JsonNode> posts = listPosts(after);
    boolean full = posts.size() >= pageSize;
    posts.removeIf(post -> number(post).orElse(Long.MAX_VALUE) <= after);
    posts.sort(Comparator.comparingLong(post -> number(post).orElse(Long.MAX_VALUE)));
    long highest =
        posts.stream()
            .map(PostsCall::number)
            .flatMapToLong(OptionalLong::stream)
            .max()
            .orElse(after);
    if (full && highest == after && !posts.isEmpty()) {
      throw ChannelException.of(
          Kind.MALFORMED, "a whole page of the app holds no number to go on from");
    }
    return new Page(
        posts.stream().map(reader::toMessage).toList(),
        new Cursor("after=" + highest),
        full && highest > after);
  }

  private long after(@Nullable Cursor cursor) {
    if (cursor == null) {
      return 0;
    }
    Matcher matcher = CURSOR.matcher(cursor.value());
    if (!matcher.matches()) {
      throw ChannelException.of(Kind.MALFORMED, "the cursor of " + account + " is damaged");
    }
    return Long.parseLong(matcher.group(1));
  }

  private List<JsonNode> listPosts(long after) {
    JsonNode posts =
        PostReader.postsIn(
            api.send(
                    ApiRequest.get("posts")
                        .query("after", Long.toString(after))
                        .query("limit", Integer.toString(pageSize)))
                .json());
    if (!posts.isArray() || posts.size() > PostReader.MAX_POSTS) {
      throw ChannelException.of(Kind.MALFORMED, "the app answered without a list of posts");
    }
    List<JsonNode> list = new ArrayList<>();
    posts.forEach(list::add);
    return list;
  }

  /** Ids that are no numbers come as they come and do not move the cursor. */
  private static OptionalLong number(JsonNode post) {
    String id = Json.text(post.path("post_id"));
    return id.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(id)) : OptionalLong.empty();
  }
}
