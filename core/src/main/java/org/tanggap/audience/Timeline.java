package org.tanggap.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanggap.audience.HistoryLine.Kind;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Status;

/** Walks once through a history and writes down what an audience may know of it. */
final class Timeline {

  /** What leaves the status and its words as they are, however often it happens. */
  private static final Set<Kind> AT_REST =
      Set.of(
          Kind.ROUTED,
          Kind.ANSWERED,
          Kind.NOTED,
          Kind.MESSAGE_DELETED,
          Kind.CLAIMED,
          Kind.RELEASED,
          Kind.ABSORBED,
          Kind.FOLLOWED,
          Kind.PRIORITY_CHANGED,
          Kind.CATEGORY_CHANGED,
          Kind.ALERTED);

  private final Complaint complaint;
  private final Audience audience;
  private final CitizensWords citizensWords;
  private final Function<Photo, Optional<String>> addresses;
  private final Function<Complaint, StatusWord> words;

  private Complaint then;
  private StatusWord status;
  private ComplaintEvent.@Nullable Resolved resolution;

  Timeline(
      Complaint complaint,
      Audience audience,
      CitizensWords citizensWords,
      Function<Photo, Optional<String>> addresses,
      Function<Complaint, StatusWord> words) {
    this.complaint = complaint;
    this.audience = audience;
    this.citizensWords = citizensWords;
    this.addresses = addresses;
    this.words = words;
    this.then = upTo(1);
    this.status = words.apply(then);
  }

  private Complaint upTo(int version) {
    return Complaint.replay(complaint.id(), complaint.history().subList(0, version));
  }

  List<HistoryLine> lines() {
    List<HistoryLine> lines = new ArrayList<>();
    for (int i = 0; i < complaint.version(); i++) {
      ComplaintEvent event = complaint.history().get(i);
      Kind kind = Kind.find(event).orElse(null);
      if (mayMove(kind)) {
        then = upTo(i + 1);
        status = words.apply(then);
      }
      if (event instanceof ComplaintEvent.Resolved resolved) {
        resolution = resolved;
      }
      if (kind != null && kind.isSeenBy(audience)) {
        lines.add(line(event, kind));
      }
    }
    return lines;
  }

  private boolean mayMove(@Nullable Kind kind) {
    return kind == Kind.CITIZEN_WROTE
        ? then.status() == Status.WAITING_FOR_REPORTER
        : kind == null || !AT_REST.contains(kind);
  }

  private HistoryLine line(ComplaintEvent event, Kind kind) {
    ComplaintEvent written = kind == Kind.CHECK_PASSED && resolution != null ? resolution : event;
    boolean readable = kind.isReadBy(audience) && isToBeRead(event);
    String text = readable ? EventWords.of(written) : "";
    return new HistoryLine(
        event.at(),
        kind,
        status,
        text.isBlank() ? null : text,
        readable ? pictures(written) : List.of(),
        actor(event.by()));
  }

  private boolean isToBeRead(ComplaintEvent event) {
    if (audience != Audience.PUBLIC) {
      return true;
    } else if (event instanceof ComplaintEvent.Received) {
      return mayReadReport(complaint, citizensWords);
    } else if (event instanceof ComplaintEvent.Resolved resolved) {
      return !resolved.toBeChecked();
    }
    return !(event instanceof ComplaintEvent.Disputed) || citizensWords == CitizensWords.AT_ONCE;
  }

  /** Whether the public reads what the citizen wrote first. */
  static boolean mayReadReport(Complaint complaint, CitizensWords rule) {
    if (complaint.isDeleted(complaint.received().message())) {
      return false;
    }
    return switch (rule) {
      case AT_ONCE -> true;
      case WHEN_VERIFIED -> complaint.isVerified();
      case NEVER -> false;
    };
  }

  private List<String> pictures(ComplaintEvent event) {
    List<Photo> photos = List.of();
    if (event instanceof ComplaintEvent.Received received) {
      photos = received.photos();
    } else if (event instanceof ComplaintEvent.MessageAdded added) {
      photos = added.photos();
    } else if (event instanceof ComplaintEvent.Answered answered) {
      photos = answered.photos();
    } else if (event instanceof ComplaintEvent.Resolved resolved) {
      photos = resolved.proof();
    }
    return photos.stream().map(addresses).flatMap(Optional::stream).toList();
  }

  private @Nullable Actor actor(Actor by) {
    return switch (audience) {
      case PUBLIC -> null;
      case OFFICER ->
          switch (by.kind()) {
            case REPORTER, FOLLOWER -> new Actor(by.kind(), "");
            case OFFICER, SYSTEM -> by;
          };
      case KEEPER -> by;
    };
  }
}
