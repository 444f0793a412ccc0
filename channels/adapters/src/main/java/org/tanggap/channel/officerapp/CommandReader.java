package org.tanggap.channel.officerapp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Handover;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Unit;
import tools.jackson.databind.JsonNode;

/** Makes a command of an action and its body, or says all that is wrong with it. */
final class CommandReader {

  /** The last part of the address of each command. */
  static final Set<String> ACTIONS =
      Set.of("take", "claim", "release", "forward", "ask", "answer", "resolve", "note");

  private static final int MAX_TEXT = 10_000;

  private final Function<String, Optional<Unit>> units;
  private final PhotoReader photos;

  CommandReader(Function<String, Optional<Unit>> units, PhotoReader photos) {
    this.units = units;
    this.photos = photos;
  }

  Command read(String action, JsonNode body, Complaint complaint, Officer officer) {
    List<String> faults = new ArrayList<>();
    Command command = command(action, body, complaint, officer, faults);
    if (command == null || !faults.isEmpty()) {
      throw RefusedCallException.faulty(faults);
    }
    return command;
  }

  private @Nullable Command command(
      String action, JsonNode body, Complaint complaint, Officer officer, List<String> faults) {
    return switch (action) {
      case "take" -> take(complaint, officer);
      case "claim" -> claim(body, faults);
      case "release" -> new Command.Release();
      case "forward" -> forward(body, faults);
      case "ask" -> written(body, "text", faults).map(Command.Ask::new).orElse(null);
      case "note" -> written(body, "text", faults).map(Command.Note::new).orElse(null);
      case "answer" -> {
        Optional<String> text = written(body, "text", faults);
        var pictures = photos.read("photos", body.path("photos"), faults);
        yield text.map(words -> new Command.Answer(words, pictures)).orElse(null);
      }
      case "resolve" -> {
        Optional<String> text = written(body, "text", faults);
        var proof = photos.read("proof", body.path("proof"), faults);
        yield text.map(words -> new Command.Resolve(words, proof)).orElse(null);
      }
      default -> throw new IllegalArgumentException("no such action");
    };
  }

  /** What nobody has goes to the officer's unit; what the unit has, it begins to work on. */
  private static Command take(Complaint complaint, Officer officer) {
    return complaint.findAssignment().isPresent()
        ? new Command.StartWork()
        : new Command.Assign(new Assignment(officer.unit(), "An officer of the unit took it."));
  }

  private static @Nullable Command claim(JsonNode body, List<String> faults) {
    double minutes = body.has("minutes") ? Json.number(body.path("minutes")) : 10;
    if (minutes >= 1 && minutes <= 1_440) {
      return new Command.Claim(Duration.ofMinutes((long) minutes));
    }
    faults.add("minutes is no number from 1 to 1440");
    return null;
  }

  private @Nullable Command forward(JsonNode body, List<String> faults) {
    Optional<Unit> unit = units.apply(Json.text(body.path("unit")));
    Optional<String> reason = written(body, "reason", faults);
    JsonNode notOurs = body.path("notOurs");
    if (unit.isEmpty()) {
      faults.add("unit is the id of no unit");
    }
    if (!notOurs.isMissingNode() && !notOurs.isBoolean()) {
      faults.add("notOurs is neither true nor false");
    }
    if (unit.isEmpty() || reason.isEmpty() || !faults.isEmpty()) {
      return null;
    }
    return new Command.Forward(
        new Assignment(unit.get(), "An officer chose it."),
        notOurs.asBoolean(false) ? Handover.NOT_OURS : Handover.NEXT_STEP,
        reason.get());
  }

  private static Optional<String> written(JsonNode body, String name, List<String> faults) {
    String text = body.path(name).isString() ? body.path(name).asString().strip() : "";
    if (text.isEmpty() || text.length() > MAX_TEXT) {
      faults.add(name + " is no text of 1 to " + MAX_TEXT + " characters");
      return Optional.empty();
    }
    return Optional.of(text);
  }
}
