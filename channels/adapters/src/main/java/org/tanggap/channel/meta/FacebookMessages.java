package org.tanggap.channel.meta;

import java.util.List;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;

/** Reads the events of one page, from its feed and from Messenger. Pure. */
final class FacebookMessages implements GraphWebhook.Reader {

  private final String pageId;
  private final FacebookFeed feed;
  private final MessengerEvents messenger;
  private final boolean withMessenger;

  FacebookMessages(
      String pageId, FacebookFeed feed, MessengerEvents messenger, boolean withMessenger) {
    this.pageId = pageId;
    this.feed = feed;
    this.messenger = messenger;
    this.withMessenger = withMessenger;
  }

  @Override
  public List<ChannelMessage> change(JsonNode entry, String field, JsonNode value) {
    return List.of(isOurs(entry) ? feed.read(field, value) : GraphWebhook.notForUs(value));
  }

  @Override
  public ChannelMessage event(JsonNode entry, JsonNode event) {
    return isOurs(entry) && withMessenger ? messenger.read(event) : GraphWebhook.notForUs(event);
  }

  private boolean isOurs(JsonNode entry) {
    return Json.text(entry.path("id")).equals(pageId);
  }
}
