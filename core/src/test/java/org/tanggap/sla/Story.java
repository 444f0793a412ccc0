package org.tanggap.sla;

import static org.tanggap.calendar.IndonesianOffices.WIB;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tanggap.calendar.WorkingCalendar;
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
import org.tanggap.complaint.Priority;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;

/**
 * The history of a complaint, told event by event, by commands that the rules allow. Times are
 * Jakarta's: {@code Mon 09:00} in the week from 23 November 2026, {@code Mon+1 09:00} a week later,
 * or in full, {@code 2026-03-13T09:00}.
 */
final class Story {

  static final ComplaintId ID =
      new ComplaintId(UUID.fromString("01939e4c-0000-7000-8000-000000000001"));
  static final Category ROAD = Category.of("road");
  static final Category POTHOLE = Category.of("road.pothole");
  static final Category FLOOD = Category.of("flood");

  /** Complaints about it have to be checked by a second person. */
  static final Category BRIDGE = Category.of("bridge");

  /** Monday to Friday from 8 to 16, without holidays. */
  static final WorkingCalendar OFFICE =
      WorkingCalendar.builder(WIB).hours(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-16:00").build();

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Lifecycle RULES = Lifecycle.builder().requireCheck(BRIDGE).build();
  private static final Actor OFFICER = Actor.officer("officer-7");
  private static final Actor SECOND_OFFICER = Actor.officer("officer-8");

  private Complaint complaint;

  private Story(Complaint complaint) {
    this.complaint = complaint;
  }

  /** A complaint about a road. */
  static Story received(String when) {
    return received(when, ROAD);
  }

  static Story received(String when, Category category) {
    return received(at(when), category, null);
  }

  static Story received(Instant when, Category category, @Nullable Instant sentAt) {
    ComplaintEvent.Received receipt =
        new ComplaintEvent.Received(
            when,
            Actor.reporter(),
            new MessageKey(AccountId.of("feed", "jakarta"), "m-1"),
            "Jalan berlubang",
            LocationEvidence.none(),
            category,
            List.of(),
            sentAt,
            null,
            Discretion.NONE);
    return new Story(Complaint.replay(ID, List.of(receipt)));
  }

  static Instant at(String when) {
    if (Character.isDigit(when.charAt(0))) {
      return LocalDateTime.parse(when).atZone(WIB).toInstant();
    }
    int space = when.indexOf(' ');
    int days = "MonTueWedThuFriSatSun".indexOf(when.substring(0, 3)) / 3;
    int weeks = space == 3 ? 0 : Integer.parseInt(when.substring(4, space));
    LocalTime time = LocalTime.parse(when.substring(space + 1));
    return MONDAY.plusDays(days + 7L * weeks).atTime(time).atZone(WIB).toInstant();
  }

  Complaint complaint() {
    return complaint;
  }

  Story by(Actor actor, Instant when, Command command) {
    Decision decision = RULES.decide(complaint, command, actor, when);
    if (!(decision instanceof Decision.Allowed allowed)) {
      throw new AssertionError(complaint + " does not allow " + command + ": " + decision);
    }
    complaint = complaint.after(allowed.event());
    return this;
  }

  Story officer(String when, Command command) {
    return by(OFFICER, at(when), command);
  }

  Story system(String when, Command command) {
    return by(Actor.system(), at(when), command);
  }

  Story verify(String when) {
    return officer(when, new Command.Verify());
  }

  Story assign(String when, String unit) {
    return officer(when, new Command.Assign(unit(unit)));
  }

  Story forward(String when, String unit, Handover handover) {
    return officer(when, new Command.Forward(unit(unit), handover, "Bukan di sini"));
  }

  Story refer(String when, String unit) {
    return officer(when, new Command.Refer(unit(unit), "Dekat"));
  }

  Story start(String when) {
    return officer(when, new Command.StartWork());
  }

  Story ask(String when) {
    return officer(when, new Command.Ask("Di sebelah mana?"));
  }

  /** The reporter writes, and so answers if asked. */
  Story write(String when) {
    return by(
        Actor.reporter(), at(when), new Command.AddMessage(null, "Di depan pasar", List.of()));
  }

  Story answer(String when) {
    return officer(when, new Command.Answer("Kami periksa"));
  }

  Story note(String when) {
    return officer(when, new Command.Note("Sudah ditelepon"));
  }

  Story plan(String when, String promisedFor) {
    return officer(when, new Command.Schedule(LocalDate.parse(promisedFor), "Dianggarkan"));
  }

  Story resolve(String when) {
    return officer(when, new Command.Resolve("Sudah", List.of()));
  }

  Story passCheck(String when) {
    return by(SECOND_OFFICER, at(when), new Command.PassCheck());
  }

  Story failCheck(String when) {
    return by(SECOND_OFFICER, at(when), new Command.FailCheck("Foto lama"));
  }

  Story dispute(String when) {
    return by(Actor.reporter(), at(when), new Command.Dispute("Belum"));
  }

  Story reopen(String when) {
    return officer(when, new Command.Reopen("Belum selesai"));
  }

  Story merge(String when) {
    ComplaintId other = new ComplaintId(UUID.fromString("01939e4c-0000-7000-8000-000000000002"));
    Complaint into = Complaint.replay(other, List.of(complaint.received()));
    return officer(when, new Command.Merge(into, "Sudah dilaporkan"));
  }

  Story priority(String when, Priority priority) {
    return officer(when, new Command.ChangePriority(priority, "Dekat sekolah"));
  }

  Story category(String when, Category category) {
    return officer(when, new Command.ChangeCategory(category, "Salah pilih"));
  }

  /** Routed to a kelurahan. */
  Story in(String when, String code) {
    Jurisdiction place =
        new Jurisdiction(List.of(new Area(code, "Tebet Timur", AreaLevel.KELURAHAN)));
    return with(
        new ComplaintEvent.Routed(
            at(when), Actor.system(), new Routing.Routed(place, 100, "v1", List.of(), Set.of())));
  }

  Story alerted(String when, Alert alert) {
    return with(
        new ComplaintEvent.Alerted(
            at(when), Actor.system(), alert.target().name(), alert.step(), alert.to()));
  }

  Story with(ComplaintEvent event) {
    complaint = complaint.after(event);
    return this;
  }

  SlaClocks clocks(SlaPolicy policy) {
    return policy.clocks(complaint);
  }

  Deadline deadline(SlaPolicy policy, Target target) {
    return clocks(policy).find(target).orElseThrow();
  }

  Deadline resolution(SlaPolicy policy) {
    return deadline(policy, Target.RESOLUTION);
  }

  /** When the resolution is due, in full. */
  Instant due(SlaPolicy policy) {
    return resolution(policy).getDue().toInstant();
  }

  List<Holding> holdings(SlaPolicy policy, String now) {
    return new ArrayList<>(clocks(policy).holdings(at(now)));
  }

  private static Assignment unit(String id) {
    return new Assignment(new Unit(id, "Unit " + id), "By the rule.");
  }
}
