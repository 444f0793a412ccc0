package org.tanggap.channel.meta;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Picture;
import org.tanggap.channel.photo.CleanPhoto;
import org.tanggap.channel.photo.UnusablePhotoException;
import org.tanggap.channel.web.ApiRequest;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;

/**
 * Brings the pictures that citizens send (WhatsApp Cloud API, "Media"): the id leads to an address
 * that holds for five minutes, and the address wants the token. The token goes to hosts of a list
 * only.
 */
final class WhatsAppMedia {

  private final GraphApi api;
  private final MetaApp app;
  private final String phoneNumberId;
  private final List<String> hosts;
  private final int maxBytes;

  WhatsAppMedia(GraphApi api, MetaApp app, String phoneNumberId, List<String> hosts, int maxBytes) {
    this.api = api;
    this.app = app;
    this.phoneNumberId = phoneNumberId;
    this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    this.maxBytes = maxBytes;
  }

  Picture download(String reference) {
    String prefix = WhatsAppContent.REFERENCE;
    if (!reference.startsWith(prefix)
        || !reference.substring(prefix.length()).matches("[0-9A-Za-z_-]{1,128}")) {
      throw ChannelException.of(Kind.NOT_PERMITTED, "the photo is none of WhatsApp's");
    }
    JsonNode media =
        api.read(
            ApiRequest.get(reference.substring(prefix.length()))
                .query("phone_number_id", phoneNumberId));
    if (Json.number(media.path("file_size")) > maxBytes) {
      throw malformed("the photo is longer than " + maxBytes + " bytes", null);
    }
    return clean(bytes(Json.text(media.path("url"))));
  }

  private byte[] bytes(String address) {
    try {
      URI uri = URI.create(address);
      if (!isAllowed(uri)) {
        throw malformed("the photo lies on a host that is not on the list", null);
      }
      return api.file(uri, maxBytes);
    } catch (IllegalArgumentException e) {
      throw malformed("the photo's address is none", e);
    }
  }

  private boolean isAllowed(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    boolean encrypted = "https".equalsIgnoreCase(uri.getScheme());
    boolean asTheApi = app.baseUrl().getScheme().equalsIgnoreCase(uri.getScheme());
    return (encrypted || asTheApi)
        && uri.getUserInfo() == null
        && hosts.stream().anyMatch(allowed -> host.equals(allowed) || host.endsWith("." + allowed));
  }

  private Picture clean(byte[] content) {
    try {
      CleanPhoto photo = CleanPhoto.of(content, ZoneOffset.UTC, app.clock());
      return Picture.of(photo.mediaType(), photo.content());
    } catch (UnusablePhotoException e) {
      throw malformed("the file is no picture to be shown", e);
    }
  }

  private static ChannelException malformed(String message, @Nullable Throwable cause) {
    return new ChannelException(Kind.MALFORMED, message, null, cause);
  }
}
