package org.tanggap.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Decision;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.complaint.MessageKey;
import org.tanggap.jurisdiction.Jakarta;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;

/** Tells what happened to one complaint, by allowed commands alone. */
final class Story {

  static final Actor OFFICER = Actor.officer("officer-7");

  private final Lifecycle lifecycle;
  private final List<Complaint> versions = new ArrayList<>();
  private Complaint complaint;
  private Instant now;

  private Story(Lifecycle lifecycle, ComplaintId id, ComplaintEvent.Received received) {
    this.lifecycle = lifecycle;
    this.complaint = Complaint.replay(id, List.of(received));
    this.now = received.at();
    versions.add(complaint);
  }

  /** A complaint about a road that came by SMS and has a number of its own. */
  static Story opened(int number, String at) {
    return opened(number, Instant.parse(at), null, "road", "sms", Lifecycle.standard());
  }

  static Story opened(
      int number,
      Instant at,
      @Nullable Instant sentAt,
      String category,
      String channel,
      Lifecycle lifecycle) {
    return new Story(
        lifecycle,
        new ComplaintId(new UUID(0x01939e4c_0000_7000L, 0x8000_0000_0000_0000L | number)),
        new ComplaintEvent.Received(
            at,
            Actor.reporter(),
            new MessageKey(AccountId.of(channel, "jakarta"), "m-" + number),
            "Jalan berlubang",
            LocationEvidence.none(),
            Category.of(category),
            List.of(),
            sentAt,
            null,
            new Discretion(true, number % 2 == 0)));
  }

  static Assignment to(String unit) {
    return new Assignment(new Unit(unit, "Kantor " + unit), "By the rule.");
  }

  /** The next thing happens so much later. */
  Story after(Duration time) {
    now = now.plus(time);
    return this;
  }

  Story hours(int hours) {
    return after(Duration.ofHours(hours));
  }

  Story in(Jurisdiction place) {
    return add(new ComplaintEvent.Routed(now, Actor.system(), Jakarta.routed(place)));
  }

  Story assigned(String unit) {
    return officer(new Command.Assign(to(unit)));
  }

  Story misrouted(String unit) {
    return officer(new Command.Forward(to(unit), Handover.NOT_OURS, "Bukan wilayah kami"));
  }

  Story passedOn(String unit) {
    return officer(new Command.Forward(to(unit), Handover.NEXT_STEP, "Selanjutnya"));
  }

  Story resolved() {
    return officer(new Command.Resolve("Sudah", List.of()));
  }

  Story rejected() {
    return officer(new Command.Reject("Bukan jalan kota"));
  }

  Story disputed() {
    return does(Actor.reporter(), new Command.Dispute("Masih berlubang"));
  }

  Story officer(Command command) {
    return does(OFFICER, command);
  }

  Story does(Actor by, Command command) {
    if (!tries(by, command)) {
      throw new AssertionError(complaint + " does not allow " + command);
    }
    return this;
  }

  boolean tries(Actor by, Command command) {
    if (lifecycle.decide(complaint, command, by, now) instanceof Decision.Allowed allowed) {
      add(allowed.event());
      return true;
    }
    return false;
  }

  Story add(ComplaintEvent event) {
    complaint = complaint.after(event);
    versions.add(complaint);
    return this;
  }

  Complaint complaint() {
    return complaint;
  }

  /** The complaint after each of its events. */
  List<Complaint> versions() {
    return versions;
  }
}
