package org.tanggap.channel.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is kept of a mail for its answer.
 *
 * @param subject the subject, cut to 300 characters
 * @param references the mails before it and itself, the last ten
 */
record AnswerHint(String subject, List<String> references) {

  private static final int MAX_SUBJECT = 300;
  private static final int MAX_REFERENCES = 10;

  AnswerHint {
    references = List.copyOf(references);
  }

  static AnswerHint of(MailHeaders mail) {
    List<String> references = new ArrayList<>(mail.references());
    if (references.isEmpty()) {
      references.addAll(mail.answered());
    }
    mail.findId().ifPresent(references::add);
    String subject = mail.subject();
    int end =
        subject.offsetByCodePoints(
            0, Math.min(MAX_SUBJECT, subject.codePointCount(0, subject.length())));
    return new AnswerHint(
        subject.substring(0, end),
        references.subList(Math.max(0, references.size() - MAX_REFERENCES), references.size()));
  }

  /** Reads a hint; whatever is damaged in it is left out. */
  static AnswerHint parse(String text) {
    JsonNode hint = Json.find(text.getBytes(StandardCharsets.UTF_8)).orElseGet(Json::object);
    List<String> references = new ArrayList<>();
    for (JsonNode reference : hint.path("references")) {
      references.addAll(MailHeaders.ids(Json.text(reference)));
    }
    return new AnswerHint(Json.text(hint.path("subject")), references);
  }

  String write() {
    ObjectNode hint = Json.object();
    hint.put("subject", subject);
    ArrayNode list = hint.putArray("references");
    references.forEach(list::add);
    return hint.toString();
  }
}
