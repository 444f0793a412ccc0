package org.tanggap.channel.meta;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.Reporter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who wrote on WhatsApp. A person is named by the phone number; one who has taken a user name may
 * be named by the business-scoped user id alone, such as {@code ID.13491208655302741918} (WhatsApp
 * Cloud API, "Business-scoped user IDs").
 *
 * @param number the number's digits with the country code and without plus, or null if hidden
 * @param userId the scoped id, or null if the event has none
 */
record WhatsAppPerson(@Nullable String number, @Nullable String userId) {

  static WhatsAppPerson of(JsonNode number, JsonNode userId) {
    return new WhatsAppPerson(numberOrNull(number), userIdOrNull(userId));
  }

  /** The sender of a message, with the number from the contacts if only these name it. */
  static WhatsAppPerson senderOf(JsonNode message, JsonNode contacts) {
    WhatsAppPerson sender = of(message.path("from"), message.path("from_user_id"));
    return sender.isUnknown() && contacts.size() == 1
        ? of(contacts.path(0).path("wa_id"), contacts.path(0).path("user_id"))
        : sender;
  }

  boolean isUnknown() {
    return number == null && userId == null;
  }

  /** How reports name the person: the number in E.164, else the scoped id. */
  Optional<String> findHandle() {
    return Optional.ofNullable(number == null ? userId : "+" + number);
  }

  Optional<Reporter> findReporter(JsonNode contacts) {
    return findHandle().map(handle -> new Reporter(handle, nameOrNull(contacts)));
  }

  private @Nullable String nameOrNull(JsonNode contacts) {
    for (JsonNode contact : contacts) {
      WhatsAppPerson other = of(contact.path("wa_id"), contact.path("user_id"));
      boolean same =
          (number != null && number.equals(other.number))
              || (userId != null && userId.equals(other.userId));
      if (same) {
        JsonNode profile = contact.path("profile");
        String name = Json.text(profile.path("name"));
        return name.isEmpty() ? Json.textOrNull(profile.path("username")) : name;
      }
    }
    return null;
  }

  /** What an answer needs to know: the field of the Send API and its value. */
  String hint() {
    ObjectNode hint = Json.object();
    if (number != null) {
      hint.put("to", number);
    } else if (userId != null) {
      hint.put("recipient", userId);
    }
    return isUnknown() ? "" : hint.toString();
  }

  private static @Nullable String numberOrNull(JsonNode node) {
    String text = Json.text(node);
    String digits = text.startsWith("+") ? text.substring(1) : text;
    return digits.matches("[0-9]{5,20}") ? digits : null;
  }

  private static @Nullable String userIdOrNull(JsonNode node) {
    String text = GraphJson.id(node);
    return text.isEmpty() ? null : text;
  }

  /** Never shows the person. */
  @Override
  public String toString() {
    return "WhatsAppPerson";
  }
}
