package org.tanggap.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tanggap.complaint.Decision.Obstacle;

/** Who hears of the outcome besides the reporter, each once. */
class FollowersTest {

  private static final ReporterId BUDI = new ReporterId(new UUID(1, 1));
  private static final ReporterId SITI = new ReporterId(new UUID(2, 2));
  private static final Follower FIRST = follower("m-2", BUDI);
  private static final Follower SECOND = follower("m-3", SITI);

  private static Follower follower(String message, @Nullable ReporterId person) {
    return new Follower(Histories.message(message), person);
  }

  @Test
  void followers_stand_in_the_order_of_coming() {
    Complaint complaint = follow(follow(Histories.received(), FIRST), SECOND);

    assertThat(Histories.received().followers()).isEmpty();
    assertThat(complaint.followers()).containsExactly(FIRST, SECOND);
  }

  @ParameterizedTest
  @EnumSource(value = Status.class, names = "MERGED", mode = EnumSource.Mode.EXCLUDE)
  void following_changes_nothing_else(Status status) {
    assertThat(follow(Histories.in(status), FIRST).status()).isEqualTo(status);
  }

  @Test
  void the_same_message_or_the_same_person_follows_once() {
    Complaint complaint = follow(Histories.received(), FIRST);

    assertThat(obstacle(complaint, FIRST)).isEqualTo(Obstacle.FOLLOWS_ALREADY);
    assertThat(obstacle(complaint, follower("m-2", SITI))).isEqualTo(Obstacle.FOLLOWS_ALREADY);
    assertThat(obstacle(complaint, follower("m-2", null))).isEqualTo(Obstacle.FOLLOWS_ALREADY);
    assertThat(obstacle(complaint, follower("m-9", BUDI))).isEqualTo(Obstacle.FOLLOWS_ALREADY);
    assertThat(obstacle(complaint, follower("m-9", SITI))).isNull();
  }

  @Test
  void people_who_are_not_known_are_not_taken_for_one_another() {
    Complaint complaint = follow(Histories.received(), follower("m-2", null));

    assertThat(obstacle(complaint, follower("m-3", null))).isNull();
    assertThat(follow(complaint, follower("m-3", null)).followers()).hasSize(2);
  }

  @Test
  void the_reporter_does_not_follow_the_own_complaint() {
    assertThat(obstacle(Histories.received(), follower("m-1", null)))
        .isEqualTo(Obstacle.FOLLOWS_ALREADY);
    assertThat(obstacle(reportedBy(BUDI), follower("m-9", BUDI)))
        .isEqualTo(Obstacle.FOLLOWS_ALREADY);
    assertThat(obstacle(reportedBy(BUDI), follower("m-9", SITI))).isNull();
  }

  @Test
  void who_reported_the_same_issue_follows_the_complaint_that_goes_on() {
    Complaint complaint = absorb(follow(Histories.received(), FIRST), List.of(SECOND));

    assertThat(complaint.followers()).containsExactly(FIRST, SECOND);
    assertThat(complaint.status()).isEqualTo(Status.RECEIVED);
  }

  @Test
  void who_reported_the_same_issue_twice_is_told_once() {
    Complaint complaint =
        absorb(
            follow(reportedBy(BUDI), SECOND),
            List.of(follower("m-7", BUDI), follower("m-8", SITI), SECOND, follower("m-9", null)));

    assertThat(complaint.followers()).containsExactly(SECOND, follower("m-9", null));
  }

  private static Complaint absorb(Complaint complaint, List<Follower> followers) {
    return complaint.after(
        new ComplaintEvent.Absorbed(
            complaint.changed(), Histories.OFFICER, Histories.OTHER_ID, followers));
  }

  private static Complaint reportedBy(ReporterId person) {
    ComplaintEvent.Received it = Histories.receipt(null);
    return Complaint.replay(
        Histories.ID,
        List.of(
            new ComplaintEvent.Received(
                it.at(),
                it.by(),
                it.message(),
                it.text(),
                it.location(),
                it.category(),
                it.photos(),
                null,
                person,
                Discretion.NONE)));
  }

  private static Complaint follow(Complaint complaint, Follower follower) {
    return Histories.after(
        Lifecycle.standard(), complaint, new Command.Follow(follower), Actor.follower());
  }

  private static @Nullable Obstacle obstacle(Complaint complaint, Follower follower) {
    Decision decision =
        Lifecycle.standard()
            .decide(complaint, new Command.Follow(follower), Actor.follower(), complaint.changed());
    return decision instanceof Decision.Refused refused ? refused.obstacle() : null;
  }
}
