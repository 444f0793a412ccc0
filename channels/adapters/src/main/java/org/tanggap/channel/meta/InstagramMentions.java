package org.tanggap.channel.meta;

import java.util.List;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.Ignored;
import org.tanggap.channel.ChannelMessage.Malformed;
import org.tanggap.channel.ChannelMessage.NeedsFetch;
import org.tanggap.channel.ChannelMessage.NewReport;
import org.tanggap.channel.ChannelMessage.Unsupported;
import org.tanggap.channel.Conversation;
import org.tanggap.channel.web.ApiRequest;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;
import tools.jackson.databind.JsonNode;

/**
 * Fetches what a mention announced ("IG User Mentioned Comment", "Mentioned Media"). Instagram
 * tells the author's name there and no id.
 */
final class InstagramMentions {

  private final GraphApi api;
  private final InstagramAccount own;

  InstagramMentions(GraphApi api, InstagramAccount own) {
    this.api = api;
    this.own = own;
  }

  ChannelMessage fetch(NeedsFetch announced) {
    InstagramHint hint = InstagramHint.parse(announced.hint());
    if (!hint.isMention()) {
      return new Malformed(
          announced.key().externalId(), "the announcement of a mention is damaged");
    }
    return hint.comment().isEmpty() ? caption(announced, hint) : comment(announced, hint);
  }

  private ChannelMessage comment(NeedsFetch announced, InstagramHint hint) {
    JsonNode comment =
        read(
            "mentioned_comment",
            "mentioned_comment.comment_id(" + hint.comment() + "){id,text,timestamp,username}");
    return message(announced, hint, comment, GraphJson.words(comment.path("text")), List.of());
  }

  private ChannelMessage caption(NeedsFetch announced, InstagramHint hint) {
    JsonNode media =
        read(
            "mentioned_media",
            "mentioned_media.media_id("
                + hint.media()
                + "){id,caption,media_type,media_url,timestamp,username}");
    return message(announced, hint, media, GraphJson.words(media.path("caption")), photos(media));
  }

  private JsonNode read(String field, String fields) {
    JsonNode found = api.read(ApiRequest.get(own.id()).query("fields", fields)).path(field);
    if (!found.isObject()) {
      throw ChannelException.of(Kind.MALFORMED, "Meta answered without the mention");
    }
    return found;
  }

  private static List<Photo> photos(JsonNode media) {
    String address = Json.text(media.path("media_url"));
    boolean picture = Json.text(media.path("media_type")).equals("IMAGE");
    return picture && address.startsWith("https://") && address.length() <= 2_000
        ? List.of(Photo.of(address))
        : List.of();
  }

  private ChannelMessage message(
      NeedsFetch announced,
      InstagramHint hint,
      JsonNode content,
      String words,
      List<Photo> photos) {
    String id = announced.key().externalId();
    String name = Json.textOrNull(content.path("username"));
    if (name != null && own.isName(name)) {
      return new Ignored(id, Ignored.Reason.OWN_MESSAGE);
    }
    Report report =
        new Report(
            words,
            LocationEvidence.none(),
            null,
            photos,
            Json.timeOrNull(content.path("timestamp")),
            name == null ? null : new Reporter("@" + name, name));
    return report.isEmpty()
        ? new Unsupported(id, "a mention without words or a photo")
        : new NewReport(announced.key(), report, Conversation.NONE.withHint(hint.text()));
  }
}
