package org.tanggap.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tanggap.complaint.Decision.Obstacle;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;

/** What stands against a command although the status and the actor allow it. */
class LifecycleConditionsTest {

  private static final Category ROAD = Category.of("road");
  private static final Lifecycle STANDARD = Lifecycle.standard();
  private static final Lifecycle STRICT =
      Lifecycle.builder().requireProof(ROAD).requireCheck(ROAD, Category.of("flood")).build();
  private static final Command DONE = new Command.Resolve("Sudah", List.of());
  private static final Command DONE_WITH_PROOF = new Command.Resolve("Sudah", Examples.PROOF);

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"ASSIGNED", "FORWARDED", "REFERRED", "IN_WORK", "SCHEDULED"})
  void a_complaint_is_verified_once(Status status) {
    Complaint verified = Histories.after(Histories.in(status), new Command.Verify());

    assertThat(verified.isVerified()).isTrue();
    assertThat(obstacle(verified, new Command.Verify())).isEqualTo(Obstacle.VERIFIED_ALREADY);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"IN_WORK", "WAITING_FOR_REPORTER", "SCHEDULED", "DISPUTED"})
  void what_a_unit_has_is_passed_on_and_what_no_unit_has_is_assigned(Status status) {
    Complaint held = Histories.in(status);
    Complaint free = Histories.withoutUnit(status);
    Command assign = new Command.Assign(Examples.KELURAHAN);
    Command forward = new Command.Forward(Examples.KELURAHAN, Handover.NEXT_STEP, "Berikutnya");
    Command refer = new Command.Refer(Examples.KELURAHAN, "Dekat");

    assertThat(obstacle(held, assign)).isEqualTo(Obstacle.HAS_UNIT);
    assertThat(obstacle(free, forward)).isEqualTo(Obstacle.NO_UNIT);
    assertThat(obstacle(free, refer)).isEqualTo(Obstacle.NO_UNIT);
    for (Complaint passed :
        List.of(
            Histories.after(free, assign),
            Histories.after(held, forward),
            Histories.after(held, refer))) {
      assertThat(passed.getUnit()).isEqualTo(Examples.KELURAHAN.unit());
    }
  }

  @Test
  void a_unit_does_not_pass_a_complaint_on_to_itself() {
    Complaint complaint = Histories.in(Status.IN_WORK);
    Assignment renamed =
        new Assignment(new Unit(Histories.SUDIN.unit().id(), "Another name"), "Again.");

    assertThat(obstacle(complaint, new Command.Forward(renamed, Handover.NOT_OURS, "Salah")))
        .isEqualTo(Obstacle.SAME_UNIT);
    assertThat(obstacle(complaint, new Command.Refer(renamed, "Turun")))
        .isEqualTo(Obstacle.SAME_UNIT);
  }

  @Test
  void a_complaint_may_go_back_to_the_unit_that_had_it_before() {
    Complaint back =
        Histories.after(
            Histories.in(Status.FORWARDED),
            new Command.Forward(Histories.SUDIN, Handover.NOT_OURS, "Jalan kota"));

    assertThat(back.status()).isEqualTo(Status.FORWARDED);
    assertThat(back.findAssignment()).contains(Histories.SUDIN);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21, 2026-11-21T02:15:00Z, true",
    "2026-11-20, 2026-11-21T11:59:59.999999999Z, true",
    "2026-11-20, 2026-11-21T12:00:00Z, false",
    "2026-11-21, 2026-11-21T12:00:00Z, true",
    "2025-11-21, 2026-11-21T12:00:00Z, false",
  })
  void a_promised_date_lies_ahead_somewhere_on_earth(LocalDate day, Instant at, boolean ahead) {
    Complaint complaint = Histories.received();
    Command schedule = new Command.Schedule(day, "Dianggarkan");

    assertThat(obstacle(STANDARD, complaint, schedule, Histories.OFFICER, at))
        .isEqualTo(ahead ? null : Obstacle.DATE_PASSED);
  }

  @ParameterizedTest
  @CsvSource({
    "road, true",
    "road.pothole, true",
    "roadside, false",
    "flood, false",
    "unsorted, false"
  })
  void a_category_may_require_a_photo_of_the_repair(Category category, boolean required) {
    Complaint complaint = sorted(Histories.in(Status.IN_WORK), category);

    assertThat(obstacle(STRICT, complaint, DONE, Histories.OFFICER))
        .isEqualTo(required ? Obstacle.PROOF_MISSING : null);
    assertThat(obstacle(STRICT, complaint, DONE_WITH_PROOF, Histories.OFFICER)).isNull();
    assertThat(obstacle(complaint, DONE)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "road, true",
    "road.pothole, true",
    "flood, true",
    "roadside, false",
    "unsorted, false"
  })
  void a_category_may_require_a_second_persons_check(Category category, boolean required) {
    Complaint complaint = sorted(Histories.in(Status.IN_WORK), category);

    Complaint done = Histories.after(STRICT, complaint, DONE_WITH_PROOF, Histories.OFFICER);

    assertThat(done.status()).isEqualTo(required ? Status.CHECKING : Status.RESOLVED);
    assertThat(done.isAnswered()).isEqualTo(!required);
    assertThat(done.history().get(done.version() - 1))
        .isEqualTo(
            new ComplaintEvent.Resolved(
                done.changed(), Histories.OFFICER, "Sudah", Examples.PROOF, required));
  }

  @Test
  void the_one_who_did_the_work_does_not_check_it() {
    Complaint checking = checking(DONE_WITH_PROOF);
    for (Command check : List.of(new Command.PassCheck(), new Command.FailCheck("Foto lama"))) {
      assertThat(obstacle(STRICT, checking, check, Actor.officer("officer-7")))
          .isEqualTo(Obstacle.SAME_PERSON);
      assertThat(obstacle(STRICT, checking, check, Histories.SECOND_OFFICER)).isNull();
      assertThat(obstacle(STRICT, checking, check, Actor.system())).isEqualTo(Obstacle.ACTOR);
    }
  }

  @Test
  void who_checked_once_does_not_check_the_own_work_the_next_time() {
    Complaint failed =
        Histories.after(
            STRICT,
            checking(DONE_WITH_PROOF),
            new Command.FailCheck("Kurang"),
            Histories.SECOND_OFFICER);
    Complaint again = Histories.after(STRICT, failed, DONE_WITH_PROOF, Histories.SECOND_OFFICER);

    assertThat(obstacle(STRICT, again, new Command.PassCheck(), Histories.SECOND_OFFICER))
        .isEqualTo(Obstacle.SAME_PERSON);
    assertThat(obstacle(STRICT, again, new Command.PassCheck(), Histories.OFFICER)).isNull();
  }

  @Test
  void a_check_goes_on_when_the_complaint_is_sorted_anew_meanwhile() {
    Complaint sorted = sorted(checking(DONE_WITH_PROOF), Category.of("waste"));

    assertThat(sorted.status()).isEqualTo(Status.CHECKING);
    assertThat(obstacle(STRICT, sorted, new Command.PassCheck(), Histories.SECOND_OFFICER))
        .isNull();
  }

  @Test
  void a_check_is_not_passed_without_the_photo_that_the_category_requires_by_now() {
    Complaint flood = sorted(Histories.in(Status.IN_WORK), Category.of("flood"));
    Complaint checking = Histories.after(STRICT, flood, DONE, Histories.OFFICER);
    Complaint sorted = sorted(checking, ROAD);

    assertThat(obstacle(STRICT, checking, new Command.PassCheck(), Histories.SECOND_OFFICER))
        .isNull();
    assertThat(obstacle(STRICT, sorted, new Command.PassCheck(), Histories.SECOND_OFFICER))
        .isEqualTo(Obstacle.PROOF_MISSING);
    assertThat(obstacle(STRICT, sorted, new Command.FailCheck("Foto"), Histories.SECOND_OFFICER))
        .isNull();
  }

  @Test
  void what_was_resolved_before_a_category_required_a_check_stays_resolved() {
    assertThat(sorted(Histories.in(Status.RESOLVED), ROAD).status()).isEqualTo(Status.RESOLVED);
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void only_an_open_complaint_takes_another_one_in(Status status) {
    Complaint into = Histories.in(status);
    Command merge = new Command.Merge(into, "Sudah dilaporkan");

    assertThat(obstacle(Histories.other(), merge))
        .isEqualTo(status.isOpen() ? null : Obstacle.OTHER_FINISHED);
  }

  @Test
  void a_complaint_is_not_merged_into_itself() {
    Complaint complaint = Histories.in(Status.IN_WORK);

    assertThat(obstacle(complaint, new Command.Merge(complaint, "Sama")))
        .isEqualTo(Obstacle.SAME_COMPLAINT);
    assertThat(obstacle(complaint, new Command.Merge(Histories.in(Status.CLOSED), "Sama")))
        .isEqualTo(Obstacle.SAME_COMPLAINT);
  }

  @Test
  void a_clock_that_was_set_back_makes_no_history_that_runs_backwards() {
    Complaint complaint = Histories.in(Status.IN_WORK);
    Instant last = complaint.changed();

    assertThat(Histories.after(complaint, DONE, last.minusNanos(1)).changed()).isEqualTo(last);
    assertThat(Histories.after(complaint, DONE, Instant.EPOCH).changed()).isEqualTo(last);
    assertThat(Histories.after(complaint, DONE, last).changed()).isEqualTo(last);
    assertThat(Histories.after(complaint, DONE, last.plusNanos(1)).changed())
        .isEqualTo(last.plusNanos(1));
  }

  @Test
  void rules_are_collected_before_they_are_built() {
    Lifecycle.Builder builder = Lifecycle.builder().disputeWithin(Duration.ofDays(1));
    Lifecycle before = builder.build();
    builder.requireProof(ROAD).requireCheck(ROAD);
    Complaint road = sorted(Histories.in(Status.IN_WORK), ROAD);

    assertThat(obstacle(before, road, DONE, Histories.OFFICER)).isNull();
    assertThat(Histories.after(before, road, DONE, Histories.OFFICER).status())
        .isEqualTo(Status.RESOLVED);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lifecycle.builder().disputeWithin(Duration.ofNanos(-1)))
        .withMessage("the time to dispute is not between 0 and 100 years");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lifecycle.builder().disputeWithin(Duration.ofSeconds(Long.MAX_VALUE)));
  }

  private static Complaint sorted(Complaint complaint, Category category) {
    return Histories.after(complaint, new Command.ChangeCategory(category, "Salah pilih"));
  }

  private static Complaint checking(Command done) {
    Complaint road = sorted(Histories.in(Status.IN_WORK), ROAD);
    return Histories.after(STRICT, road, done, Histories.OFFICER);
  }

  private static @Nullable Obstacle obstacle(Complaint complaint, Command command) {
    return obstacle(STANDARD, complaint, command, Histories.OFFICER);
  }

  private static @Nullable Obstacle obstacle(
      Lifecycle rules, Complaint complaint, Command command, Actor by) {
    return obstacle(rules, complaint, command, by, complaint.changed());
  }

  private static @Nullable Obstacle obstacle(
      Lifecycle rules, Complaint complaint, Command command, Actor by, Instant at) {
    return rules.decide(complaint, command, by, at) instanceof Decision.Refused refused
        ? refused.obstacle()
        : null;
  }
}
