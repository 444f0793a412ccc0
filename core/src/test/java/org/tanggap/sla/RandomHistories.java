package org.tanggap.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Decision;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.complaint.Priority;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;

/** Histories made of random commands, as far as the rules allow them. */
final class RandomHistories {

  static final List<Category> CATEGORIES =
      List.of(
          Category.UNSORTED,
          Category.of("road"),
          Category.of("flood"),
          Category.of("permit"),
          Story.BRIDGE);

  private static final Lifecycle RULES = Lifecycle.builder().requireCheck(Story.BRIDGE).build();
  private static final List<Actor> OFFICERS =
      List.of(Actor.officer("one"), Actor.officer("two"), Actor.officer("three"));

  private final RandomGenerator random;

  RandomHistories(RandomGenerator random) {
    this.random = random;
  }

  Complaint next(RandomOffices offices) {
    int minute = 24 * 60 + random.nextInt(10 * 24 * 60);
    Category category = any(CATEGORIES);
    Instant sent = random.nextBoolean() ? offices.instant(minute - random.nextInt(90)) : null;
    Complaint complaint = Story.received(offices.instant(minute), category, sent).complaint();
    for (int i = 3 + random.nextInt(15); i > 0; i--) {
      minute += pause();
      Instant at = offices.instant(minute);
      Decision decision = refusedOrNot(complaint, at);
      if (decision instanceof Decision.Allowed allowed) {
        complaint = complaint.after(allowed.event());
      }
    }
    return complaint;
  }

  /** None, some minutes, some hours, or some days. */
  private int pause() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1, 2, 3 -> random.nextInt(90);
      case 4, 5, 6 -> random.nextInt(12 * 60);
      default -> random.nextInt(3 * 24 * 60);
    };
  }

  private Decision refusedOrNot(Complaint complaint, Instant at) {
    Decision decision = RULES.decide(complaint, command(complaint, at), actor(), at);
    for (int i = 0; i < 20 && decision instanceof Decision.Refused; i++) {
      decision = RULES.decide(complaint, command(complaint, at), actor(), at);
    }
    return decision;
  }

  private Actor actor() {
    return switch (random.nextInt(10)) {
      case 0 -> Actor.system();
      case 1, 2 -> Actor.reporter();
      case 3 -> Actor.follower();
      default -> any(OFFICERS);
    };
  }

  private Command command(Complaint complaint, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(random.nextInt(6));
    return switch (random.nextInt(20)) {
      case 0 -> new Command.Verify();
      case 1, 2 -> new Command.Assign(unit());
      case 3 -> new Command.Forward(unit(), any(List.of(Handover.values())), "Bukan di sini");
      case 4 -> new Command.Refer(unit(), "Dekat");
      case 5, 6 -> new Command.StartWork();
      case 7, 8 -> new Command.Ask("Di mana?");
      case 9, 10 -> new Command.AddMessage(null, "Di sini", List.of());
      case 11 -> new Command.Schedule(day, "Dianggarkan");
      case 12, 13 -> new Command.Resolve("Sudah", List.of());
      case 14 -> random.nextBoolean() ? new Command.PassCheck() : new Command.FailCheck("Belum");
      case 15 -> new Command.Dispute("Belum");
      case 16 -> new Command.Reopen("Belum");
      case 17 -> new Command.ChangePriority(any(List.of(Priority.values())), "Bahaya");
      case 18 -> new Command.ChangeCategory(any(CATEGORIES), "Salah");
      default -> random.nextInt(4) == 0 ? merge(complaint) : new Command.Answer("Kami periksa");
    };
  }

  private static Command merge(Complaint complaint) {
    ComplaintId other = new ComplaintId(new UUID(1, 2));
    Complaint into = Complaint.replay(other, List.of(complaint.received()));
    return new Command.Merge(into, "Sudah dilaporkan");
  }

  private Assignment unit() {
    String id = any(List.of("a", "b", "c"));
    return new Assignment(new Unit(id, "Unit " + id), "By the rule.");
  }

  private <T> T any(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
