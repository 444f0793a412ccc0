package org.tanggap.channel.officerapp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Decision;
import org.tanggap.desk.Change;
import org.tanggap.desk.FeedbackDesk;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries out what an officer wants done to a complaint: on the version that was seen, and once.
 */
final class OfficerChanges {

  private final FeedbackDesk desk;
  private final CommandReader commands;
  private final OfficerJson json;
  private final RecentRequests recent;
  private final JsonMapper mapper;

  OfficerChanges(
      FeedbackDesk desk,
      CommandReader commands,
      OfficerJson json,
      RecentRequests recent,
      int longestBody) {
    this.desk = desk;
    this.commands = commands;
    this.json = json;
    this.recent = recent;
    this.mapper = mapper(longestBody);
  }

  /** The web package reads strings of up to a million characters; a picture is longer. */
  private static JsonMapper mapper(int longestString) {
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(16)
                        .maxStringLength(longestString)
                        .maxNumberLength(100)
                        .build())
                .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  PushResponse carryOut(PushRequest request, Officer officer, Complaint complaint, String action) {
    String key = idempotencyKey(request, officer);
    if (key.isEmpty()) {
      return OfficerApp.ok(shown(change(request, officer, complaint, action), officer));
    }
    String fingerprint = fingerprint(request);
    Optional<RecentRequests.Entry> known = recent.begin(key, fingerprint);
    if (known.isPresent()) {
      return repeated(known.get(), fingerprint, officer);
    }
    ComplaintId done = null;
    try {
      Complaint changed = change(request, officer, complaint, action);
      done = changed.id();
      return OfficerApp.ok(shown(changed, officer));
    } finally {
      recent.end(key, fingerprint, done);
    }
  }

  private static String idempotencyKey(PushRequest request, Officer officer) {
    List<String> keys = request.header("Idempotency-Key");
    if (keys.isEmpty()) {
      return "";
    } else if (keys.size() > 1 || !keys.get(0).matches("[\\x21-\\x7e]{1,200}")) {
      throw RefusedCallException.faulty(
          List.of("Idempotency-Key is not one word of at most 200 characters"));
    }
    return officer.id() + " " + keys.get(0);
  }

  private static String fingerprint(PushRequest request) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(String.valueOf(request.uri().getPath()).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(request.body()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private PushResponse repeated(RecentRequests.Entry known, String fingerprint, Officer officer) {
    if (!known.fingerprint().equals(fingerprint)) {
      throw RefusedCallException.faulty(List.of("Idempotency-Key was used for another request"));
    }
    ComplaintId done = known.done();
    if (done == null) {
      throw RefusedCallException.of(503, "the same request is being carried out; ask again");
    }
    return OfficerApp.ok(
        shown(desk.find(done).orElseThrow(RefusedCallException::unknown), officer));
  }

  private Complaint change(
      PushRequest request, Officer officer, Complaint complaint, String action) {
    boolean free = complaint.findAssignment().isEmpty() && action.equals("take");
    if (!officer.has(complaint) && !free && !action.equals("note")) {
      throw RefusedCallException.of(403, "the officer's unit does not have this complaint");
    }
    if (version(request) != complaint.version()) {
      throw outdated(complaint, officer);
    }
    Command command = commands.read(action, body(request), complaint, officer);
    Change change = desk.change(complaint, command, Actor.officer(officer.id()));
    if (change instanceof Change.Done done) {
      return done.complaint();
    } else if (change instanceof Change.Refused refused) {
      throw RefusedCallException.of(422, refusal(refused.refusal()));
    } else if (change instanceof Change.Outdated outdated) {
      throw outdated(outdated.complaint(), officer);
    }
    throw RefusedCallException.unknown();
  }

  private static int version(PushRequest request) {
    List<String> values = request.header("If-Match");
    if (values.isEmpty()) {
      throw RefusedCallException.of(428, "say in If-Match which version was seen");
    }
    String value = values.get(0);
    if (values.size() > 1 || !value.matches("\"[0-9]{1,9}\"")) {
      throw RefusedCallException.faulty(List.of("If-Match is no version such as \"7\""));
    }
    return Integer.parseInt(value.substring(1, value.length() - 1));
  }

  private JsonNode body(PushRequest request) {
    try {
      JsonNode body = request.bodyLength() == 0 ? Json.object() : mapper.readTree(request.body());
      if (body != null && body.isObject()) {
        return body;
      }
    } catch (JacksonException e) {
      // Told below.
    }
    throw RefusedCallException.faulty(List.of("the body is no JSON object"));
  }

  private RefusedCallException outdated(Complaint now, Officer officer) {
    if (!officer.sees(now)) {
      return RefusedCallException.unknown();
    }
    ObjectNode body = RefusedCallException.problem("somebody was first; nothing was done");
    body.set("complaint", json.whole(now));
    return RefusedCallException.of(409, body);
  }

  private static ObjectNode refusal(Decision.Refused refusal) {
    ObjectNode body = RefusedCallException.problem(refusal.explain());
    body.put("obstacle", refusal.obstacle().name());
    body.put("status", refusal.status().name());
    ArrayNode allowed = body.putArray("allowed");
    refusal.allowed().forEach(move -> allowed.add(move.getSimpleName()));
    return body;
  }

  /** What was forwarded may be out of the officer's sight: then only that it was done is told. */
  private ObjectNode shown(Complaint complaint, Officer officer) {
    return officer.sees(complaint)
        ? json.whole(complaint)
        : Json.object().put("id", complaint.id().toString()).put("version", complaint.version());
  }
}
