package org.tanggap.citydesk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.account.Account;
import org.tanggap.account.Accounts;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Complaint;
import org.tanggap.desk.AccountHealth;
import org.tanggap.room.AnswerTemplate;
import org.tanggap.room.AnswerTemplates;
import org.tanggap.room.GivenAnswer;
import org.tanggap.room.Inbox;
import org.tanggap.room.InboxFilter;
import org.tanggap.room.InboxItem;
import org.tanggap.room.InboxPage;
import org.tanggap.store.Bookmark;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The room of those who answer: one inbox, how the accounts are, what to write, who wrote. */
final class RoomApi {

  private final DeskParts parts;
  private final Accounts accounts;
  private final Inbox inbox;
  private final AnswerTemplates templates;
  private final JsonMapper mapper = JsonMapper.shared();

  RoomApi(DeskParts parts, Accounts accounts, Inbox inbox, AnswerTemplates templates) {
    this.parts = parts;
    this.accounts = accounts;
    this.inbox = inbox;
    this.templates = templates;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/inbox", this::inbox),
        Route.of("GET", "/api/accounts", request -> accounts()),
        Route.of("GET", "/api/complaints/*/templates", this::templates),
        Route.of("GET", "/api/complaints/*/answers", this::answers));
  }

  private HttpAnswer inbox(WebRequest request) {
    InboxFilter filter =
        InboxFilter.awaiting()
            .limit(request.number("limit", 50, 500))
            .after(
                request
                    .find("after")
                    .map(
                        text ->
                            Bookmark.parse(text)
                                .orElseThrow(
                                    () -> RefusedRequestException.malformed("\"after\" is none.")))
                    .orElse(null));
    if (request.find("account").isPresent()) {
      filter = filter.of(Set.of(account(request.find("account").get())));
    } else if (request.find("unit").isPresent()) {
      filter = filter.of(Set.copyOf(accounts.listOf(request.find("unit").get())));
    }
    InboxPage page = inbox.list(filter);
    ObjectNode root = mapper.createObjectNode();
    root.put("after", page.end() == null ? null : page.end().toString());
    ArrayNode items = root.putArray("items");
    page.items().forEach(item -> items.add(json(item)));
    return HttpAnswer.of(root);
  }

  private static AccountId account(String text) {
    try {
      return AccountId.parse(text);
    } catch (IllegalArgumentException e) {
      throw RefusedRequestException.malformed("\"account\" is kind:name.");
    }
  }

  private ObjectNode json(InboxItem item) {
    ObjectNode json = mapper.createObjectNode();
    json.put("complaint", item.complaint().id().toString());
    json.put("version", item.complaint().version());
    json.put("text", item.complaint().received().text());
    json.put("account", item.account().toString());
    json.put("status", item.complaint().status().name());
    json.put("lastHeard", time(item.lastHeard()));
    json.set("permission", json(item.permission()));
    item.findClaim()
        .ifPresent(
            claim ->
                json.putObject("claim")
                    .put("officer", claim.officer().id())
                    .put("until", time(claim.until())));
    return json;
  }

  private ObjectNode json(ReplyPermission permission) {
    ObjectNode json = mapper.createObjectNode();
    if (permission instanceof ReplyPermission.ByHand byHand) {
      return json.put("allowed", false).put("because", byHand.because());
    }
    ReplyPermission.Allowed allowed = (ReplyPermission.Allowed) permission;
    return json.put("allowed", true)
        .put("until", time(allowed.until()))
        .put("maxCharacters", allowed.maxCharacters())
        .put("maxPhotos", allowed.maxPhotos())
        .put("mentions", allowed.mentions())
        .put("price", allowed.price());
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : instant.atZone(JakartaRules.ZONE).toOffsetDateTime().toString();
  }

  private HttpAnswer accounts() {
    ObjectNode root = mapper.createObjectNode();
    ArrayNode list = root.putArray("accounts");
    for (AccountHealth health : parts.desk().listHealth()) {
      ObjectNode json = list.addObject().put("account", health.account().toString());
      json.put("unit", accounts.find(health.account()).map(Account::unit).orElse(null));
      json.put("lastSuccess", time(health.lastSuccess()));
      json.put("lastMessage", time(health.lastMessage()));
      json.put("nextPoll", time(health.nextPoll()));
      json.put("credentialEnds", time(health.vitals().credentialEnds()));
      json.put("quotaLeft", health.vitals().quotaLeft());
      health
          .findProblem()
          .ifPresent(
              problem ->
                  json.putObject("problem")
                      .put("kind", problem.kind().name())
                      .put("message", problem.message())
                      .put("since", time(problem.since())));
    }
    return HttpAnswer.of(root);
  }

  private HttpAnswer templates(WebRequest request) {
    Complaint complaint = parts.complaint(request.complaintId());
    ObjectNode root = mapper.createObjectNode();
    root.set("permission", json(parts.desk().permission(complaint)));
    ArrayNode list = root.putArray("templates");
    for (AnswerTemplate template : templates.list(complaint)) {
      list.addObject()
          .put("id", template.id())
          .put("language", template.language())
          .put("text", templates.fill(template, complaint, parts.desk().clocks(complaint)));
    }
    return HttpAnswer.of(root);
  }

  private HttpAnswer answers(WebRequest request) {
    ObjectNode root = mapper.createObjectNode();
    ArrayNode list = root.putArray("answers");
    for (GivenAnswer answer : GivenAnswer.list(parts.complaint(request.complaintId()))) {
      list.addObject()
          .put("officer", answer.by().id())
          .put("account", answer.account().toString())
          .put("at", time(answer.at()))
          .put("kind", answer.event().getClass().getSimpleName());
    }
    return HttpAnswer.of(root);
  }
}
