package org.tanggap.channel.gammu;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.AccountId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files that the last page was made of. Once it is stored they are let go, and no others: so it
 * names each, and a checksum stands against damage.
 *
 * @param done files that were read
 * @param unreadable files that could not be read and are kept aside
 * @param failed answers of which SMSD says that they failed
 */
record GammuCursor(List<String> done, List<String> unreadable, List<String> failed) {

  static final GammuCursor START = new GammuCursor(List.of(), List.of(), List.of());

  GammuCursor {
    done = List.copyOf(done);
    unreadable = List.copyOf(unreadable);
    failed = List.copyOf(failed);
  }

  static GammuCursor parse(@Nullable Cursor cursor, AccountId account) {
    if (cursor == null) {
      return START;
    }
    JsonNode root =
        Json.find(cursor.value().getBytes(StandardCharsets.UTF_8)).orElseThrow(() -> bad(account));
    GammuCursor read =
        new GammuCursor(names(root, "done"), names(root, "unreadable"), names(root, "failed"));
    if (!Json.text(root.path("check")).equals(read.check())) {
      throw bad(account);
    }
    return read;
  }

  private static List<String> names(JsonNode root, String field) {
    List<String> names = new ArrayList<>();
    root.path(field).forEach(name -> names.add(Json.text(name)));
    return names;
  }

  private static ChannelException bad(AccountId account) {
    return ChannelException.of(
        ChannelException.Kind.MALFORMED, "the stored cursor of " + account + " is damaged");
  }

  private String check() {
    MessageDigest digest = GammuMessages.sha256();
    for (List<String> names : List.of(done, unreadable, failed)) {
      names.forEach(name -> digest.update((name + "/").getBytes(StandardCharsets.UTF_8)));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  Cursor toCursor() {
    ObjectNode root = Json.object();
    put(root.putArray("done"), done);
    put(root.putArray("unreadable"), unreadable);
    put(root.putArray("failed"), failed);
    return new Cursor(root.put("check", check()).toString());
  }

  private static void put(ArrayNode array, List<String> names) {
    names.forEach(array::add);
  }
}
