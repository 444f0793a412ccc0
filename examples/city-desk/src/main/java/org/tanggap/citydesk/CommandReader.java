package org.tanggap.citydesk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Priority;
import org.tanggap.jurisdiction.Position;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Unit;
import tools.jackson.databind.JsonNode;

/** Makes a command of what somebody sent, or says what is wrong with it. */
final class CommandReader {

  private static final int MAX_TEXT = 4_000;
  private static final int MAX_PHOTOS = 10;

  private static final Duration CLAIM = Duration.ofMinutes(15);

  private final Function<ComplaintId, Complaint> complaints;
  private final Function<String, Optional<Unit>> units;

  /**
   * @param complaints gives the complaint to merge into
   * @param units gives the office that something is passed on to
   */
  CommandReader(
      Function<ComplaintId, Complaint> complaints, Function<String, Optional<Unit>> units) {
    this.complaints = complaints;
    this.units = units;
  }

  /** An officer by a name of the host's; whoever names none is the citizen. */
  static Actor actor(JsonNode body) {
    String officer = body.path("officer").asString("").strip();
    if (officer.length() > 60) {
      throw RefusedRequestException.malformed("An officer's name has at most 60 characters.");
    }
    return officer.isEmpty() ? Actor.reporter() : Actor.officer(officer);
  }

  /** The version of the complaint that somebody saw. */
  static int version(JsonNode body) {
    if (!body.path("version").isInt()) {
      throw RefusedRequestException.malformed("Say with \"version\" which version you saw.");
    }
    return body.path("version").intValue();
  }

  Command read(JsonNode body) {
    return switch (body.path("command").asString("")) {
      case "Verify" -> new Command.Verify();
      case "StartWork" -> new Command.StartWork();
      case "PassCheck" -> new Command.PassCheck();
      case "Confirm" -> new Command.Confirm();
      case "Ask" -> new Command.Ask(text(body));
      case "Answer" -> new Command.Answer(text(body), photos(body.path("photos")));
      case "Claim" -> new Command.Claim(CLAIM);
      case "Release" -> new Command.Release();
      case "Note" -> new Command.Note(text(body));
      case "Clarify" -> new Command.Clarify(text(body));
      case "AddMessage" -> new Command.AddMessage(null, text(body), List.of());
      case "FailCheck" -> new Command.FailCheck(text(body));
      case "Reject" -> new Command.Reject(text(body));
      case "Dispute" -> new Command.Dispute(text(body));
      case "Reopen" -> new Command.Reopen(text(body));
      case "Resolve" -> new Command.Resolve(text(body), photos(body.path("photos")));
      case "Schedule" -> new Command.Schedule(date(body.path("date")), text(body));
      case "Assign" -> new Command.Assign(assignment(body));
      case "Forward" ->
          new Command.Forward(
              assignment(body), oneOf(Handover.class, body.path("handover")), text(body));
      case "Refer" -> new Command.Refer(assignment(body), text(body));
      case "Merge" -> new Command.Merge(into(body.path("into")), text(body));
      case "ChangePriority" ->
          new Command.ChangePriority(oneOf(Priority.class, body.path("priority")), text(body));
      case "ChangeCategory" ->
          new Command.ChangeCategory(
              DeskApi.category(body.path("category").asString("")), text(body));
      default -> throw RefusedRequestException.malformed("There is no such \"command\".");
    };
  }

  private static String text(JsonNode body) {
    String text = body.path("text").asString("").strip();
    if (text.isEmpty() || text.length() > MAX_TEXT) {
      throw RefusedRequestException.malformed(
          "This command needs a \"text\" of 1 to " + MAX_TEXT + " characters.");
    }
    return text;
  }

  private static LocalDate date(JsonNode date) {
    try {
      return LocalDate.parse(date.asString(""));
    } catch (DateTimeException e) {
      throw RefusedRequestException.malformed("Planned work needs a \"date\" like 2026-12-31.");
    }
  }

  private static <E extends Enum<E>> E oneOf(Class<E> choices, JsonNode choice) {
    for (E value : choices.getEnumConstants()) {
      if (value.name().equals(choice.asString(""))) {
        return value;
      }
    }
    String name = choices.getSimpleName().toLowerCase(Locale.ROOT);
    throw RefusedRequestException.malformed(
        "\"" + name + "\" is one of " + List.of(choices.getEnumConstants()) + ".");
  }

  private Assignment assignment(JsonNode body) {
    return units
        .apply(body.path("unit").asString(""))
        .map(unit -> new Assignment(unit, "An officer chose it."))
        .orElseThrow(() -> RefusedRequestException.malformed("There is no such \"unit\" here."));
  }

  private Complaint into(JsonNode id) {
    return ComplaintId.parse(id.asString(""))
        .map(complaints)
        .orElseThrow(() -> RefusedRequestException.malformed("Say with \"into\" which goes on."));
  }

  private static List<Photo> photos(JsonNode list) {
    if (list.size() > MAX_PHOTOS) {
      throw RefusedRequestException.malformed("At most " + MAX_PHOTOS + " \"photos\".");
    }
    List<Photo> photos = new ArrayList<>();
    for (JsonNode photo : list) {
      photos.add(photo(photo));
    }
    return photos;
  }

  private static Photo photo(JsonNode photo) {
    try {
      return new Photo(photo.path("reference").asString(""), takenAt(photo), position(photo));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw RefusedRequestException.malformed(
          "A photo has a \"reference\" and may have \"takenAt\", \"lat\" and \"lon\".");
    }
  }

  private static @Nullable Instant takenAt(JsonNode photo) {
    String text = photo.path("takenAt").asString("");
    return text.isEmpty() ? null : Instant.parse(text);
  }

  private static @Nullable Position position(JsonNode photo) {
    return photo.path("lat").isNumber() && photo.path("lon").isNumber()
        ? Position.of(photo.path("lat").doubleValue(), photo.path("lon").doubleValue())
        : null;
  }
}
