package org.tanggap.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.tanggap.jurisdiction.Jakarta;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;

/** A complaint to which anybody does anything, the same for the same seed. */
public final class RandomCourse {

  public static final Lifecycle RULES =
      Lifecycle.builder()
          .disputeWithin(Duration.ofDays(2))
          .requireProof(Category.of("road"))
          .requireCheck(Category.of("road.bridge"), Category.of("flood"))
          .build();

  private static final List<Assignment> UNITS =
      List.of(Histories.SUDIN, Histories.DINAS, Histories.UPT);
  private static final List<Complaint> OTHERS =
      List.of(
          Histories.other(),
          Complaint.replay(Histories.OTHER_ID, Histories.in(Status.CLOSED).history()));
  private static final List<Actor> ACTORS =
      List.of(
          Actor.reporter(),
          Actor.follower(),
          Histories.OFFICER,
          Histories.OFFICER,
          Histories.SECOND_OFFICER,
          Histories.SECOND_OFFICER,
          Actor.system());

  /**
   * One try.
   *
   * @param before the complaint as it stood
   * @param command what somebody wanted
   * @param by who
   * @param at the time on the clock
   * @param decision what the rules said
   */
  public record Step(Complaint before, Command command, Actor by, Instant at, Decision decision) {}

  private final Random random;
  private final List<Supplier<Command>> commands;
  private Complaint complaint = Histories.received();

  private RandomCourse(long seed) {
    this.random = new Random(seed);
    this.commands =
        List.of(
            Command.Verify::new,
            () -> new Command.Assign(one(UNITS)),
            () -> new Command.Forward(one(UNITS), one(Handover.values()), "Jalan provinsi"),
            () -> new Command.Refer(one(UNITS), "Perlu alat"),
            Command.StartWork::new,
            () -> new Command.Ask("Di mana?"),
            () -> new Command.AddMessage(null, "Di sini \uD83D\uDE00", Examples.PROOF),
            () -> new Command.DeleteMessage(Histories.message("m-" + random.nextInt(4))),
            () -> new Command.Claim(Duration.ofSeconds(1 + random.nextInt(3_600))),
            Command.Release::new,
            () -> new Command.Answer("Kami periksa"),
            () -> new Command.Note("Ditelepon"),
            () -> new Command.Schedule(today().plusDays(random.nextInt(5) - 2), "Dianggarkan"),
            () -> new Command.Resolve("Sudah", one(List.of(List.of(), Examples.PROOF))),
            Command.PassCheck::new,
            () -> new Command.FailCheck("Foto lama"),
            () -> new Command.Reject("Bukan jalan kota"),
            () -> new Command.Clarify("Itu jalan tol"),
            Command.Confirm::new,
            () -> new Command.Dispute("Belum"),
            () -> new Command.Reopen("Belum selesai"),
            Command.Close::new,
            () -> new Command.Merge(another(), "Sudah dilaporkan"),
            () -> new Command.Follow(follower()),
            () -> new Command.ChangePriority(one(Priority.values()), "Dekat sekolah"),
            () -> new Command.ChangeCategory(category(), "Salah pilih"));
  }

  public static RandomCourse of(long seed) {
    return new RandomCourse(seed);
  }

  /** How many courses a test goes through; fewer where the same test runs a thousand times. */
  public static int howMany() {
    return Integer.getInteger("tanggap.histories", 5_000);
  }

  /** Goes on for a number of steps. */
  public List<Step> go(int steps) {
    List<Step> made = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      Actor by = one(ACTORS);
      Command command = random.nextInt(3) > 0 ? allowed(by) : one(commands).get();
      Instant at = clock();
      Decision decision = RULES.decide(complaint, command, by, at);
      made.add(new Step(complaint, command, by, at, decision));
      if (decision instanceof Decision.Allowed allowed) {
        complaint = complaint.after(allowed.event());
        maybeSomethingElse();
      }
    }
    return made;
  }

  public Complaint complaint() {
    return complaint;
  }

  /** A command of a kind that the status allows to the actor; any, if none is found soon. */
  private Command allowed(Actor by) {
    List<Class<? extends Command>> kinds = RULES.allowed(complaint.status(), by.kind());
    Command command = one(commands).get();
    for (int i = 0; i < 30 && !kinds.contains(command.getClass()); i++) {
      command = one(commands).get();
    }
    return command;
  }

  /** What the desk does by itself. */
  private void maybeSomethingElse() {
    Instant at = complaint.changed();
    switch (random.nextInt(20)) {
      case 0 ->
          complaint =
              complaint.after(
                  new ComplaintEvent.Routed(
                      at, Actor.system(), Jakarta.routed(Jakarta.TEBET_TIMUR)));
      case 1 ->
          complaint =
              complaint.after(
                  new ComplaintEvent.Alerted(at, Actor.system(), "resolution", "75%", "lurah"));
      case 2 ->
          complaint =
              complaint.after(
                  new ComplaintEvent.Absorbed(
                      at, Histories.OFFICER, Histories.OTHER_ID, List.of(follower(), follower())));
      default -> {
        // Mostly nothing.
      }
    }
  }

  /** Mostly later, sometimes earlier, sometimes at the very end of the time to dispute. */
  private Instant clock() {
    Instant last = complaint.changed();
    return switch (random.nextInt(8)) {
      case 0 -> last.minusSeconds(random.nextInt(100_000));
      case 1 -> last;
      case 2 -> RULES.findDisputableUntil(complaint).orElse(last);
      case 3 -> RULES.findDisputableUntil(complaint).orElse(last).minusNanos(1);
      case 4 -> last.plusSeconds(random.nextInt(400_000));
      default -> last.plusSeconds(random.nextInt(10_000));
    };
  }

  private LocalDate today() {
    return LocalDate.ofEpochDay(Math.floorDiv(complaint.changed().getEpochSecond(), 86_400L));
  }

  private Complaint another() {
    return random.nextInt(4) == 0 ? complaint : one(OTHERS);
  }

  private Follower follower() {
    return new Follower(Histories.message("m-" + (1 + random.nextInt(6))), null);
  }

  private Category category() {
    return Category.of(
        one(List.of("road", "road.bridge", "road.pothole", "flood", "waste", "roadside")));
  }

  private <T> T one(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private <T> T one(T[] some) {
    return one(List.of(some));
  }
}
