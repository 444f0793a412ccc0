package org.tanggap.figures;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.calendar.WorkingCalendar;
import org.tanggap.complaint.Complaint;
import org.tanggap.responsibility.Category;
import org.tanggap.sla.Budget;
import org.tanggap.sla.Reopening;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.sla.SlaRule;

/** What is counted change by change equals what is counted by hand from the events. */
class RecountTest {

  private static final Instant START = Instant.parse("2026-12-05T17:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  private static final WorkingCalendar OFFICE =
      WorkingCalendar.builder(ZONE)
          .name("offices")
          .hours(MONDAY, FRIDAY, "08:00-12:00", "13:00-16:00")
          .build();

  private static SlaPolicy policy(Reopening reopening) {
    return SlaPolicy.builder(OFFICE)
        .rule(SlaRule.about(Category.of("road")).respond(Budget.hours(5)).resolve(Budget.hours(72)))
        .rule(SlaRule.about(Category.of("flood")).resolveOnceVerified(Budget.workingHours(9)))
        .rule(SlaRule.about(Category.of("road.pothole")).resolve(Budget.workingDays(2)))
        .reopening(reopening)
        .build();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void any_order_of_any_versions_gives_what_a_count_by_hand_gives(long seed) {
    Random random = new Random(seed);
    SlaPolicy policy = policy(seed % 2 == 0 ? Reopening.RESTART : Reopening.RESUME);
    List<Story> stories = stories(random, 150, 14);
    Figures figures = new Figures(policy, ZONE);

    shuffled(stories, random).forEach(figures::put);

    assertEqual(figures, new Recount(policy, ZONE, newest(stories)));
  }

  @Test
  void every_state_on_the_way_is_what_a_count_by_hand_gives() {
    Random random = new Random(7);
    SlaPolicy policy = policy(Reopening.RESUME);
    Figures figures = new Figures(policy, ZONE);
    List<Story> stories = stories(random, 12, 10);
    List<Complaint> current = new ArrayList<>();

    for (Complaint complaint : shuffled(stories, random)) {
      figures.put(complaint);
      keepNewest(current, complaint);
      assertEqual(figures, new Recount(policy, ZONE, current));
    }
  }

  @Test
  void threads_that_put_at_once_lose_nothing() {
    Random random = new Random(8);
    SlaPolicy policy = policy(Reopening.RESUME);
    List<Story> stories = stories(random, 150, 10);
    Figures figures = new Figures(policy, ZONE);

    CompletableFuture.allOf(
            IntStream.range(0, 4)
                .mapToObj(i -> shuffled(stories, new Random(i)))
                .map(part -> CompletableFuture.runAsync(() -> putAndLook(figures, part)))
                .toArray(CompletableFuture<?>[]::new))
        .join();

    assertEqual(figures, new Recount(policy, ZONE, newest(stories)));
  }

  private static void putAndLook(Figures figures, List<Complaint> complaints) {
    for (Complaint complaint : complaints) {
      figures.put(complaint);
      int received =
          figures.by(Dimension.CITY, Weeks.all(), START).stream()
              .mapToInt(row -> row.received() + row.merged())
              .sum();
      assertThat(received).isBetween(1, complaints.size());
    }
  }

  @Test
  void the_random_stories_reach_every_number() {
    SlaPolicy policy = policy(Reopening.RESUME);
    List<Story> stories = stories(new Random(1), 150, 14);
    Recount recount = new Recount(policy, ZONE, newest(stories));
    Instant later = START.plus(Duration.ofDays(45));
    for (FigureRow row : recount.by(Dimension.CHANNEL, Weeks.all(), later)) {
      assertThat(
              List.of(
                  row.resolved(),
                  row.rejected(),
                  row.clarified(),
                  row.open(),
                  row.overdue(),
                  row.inTime(),
                  row.late(),
                  row.reopened(),
                  row.disputed(),
                  row.misrouted(),
                  row.merged(),
                  row.held().count()))
          .allMatch(count -> count > 0);
      assertThat(row.resolved() + row.rejected() + row.clarified() + row.open())
          .isEqualTo(row.received());
    }
  }

  private static List<Story> stories(Random random, int count, int steps) {
    RandomStories source = new RandomStories(random, START);
    return IntStream.range(0, count)
        .mapToObj(number -> source.story(number, random.nextInt(steps + 1)))
        .toList();
  }

  /** The last version of each, some versions before it, and some twice. */
  private static List<Complaint> shuffled(List<Story> stories, Random random) {
    List<Complaint> all = new ArrayList<>(newest(stories));
    for (Story story : stories) {
      for (int i = random.nextInt(5); i > 0; i--) {
        all.add(story.versions().get(random.nextInt(story.versions().size())));
      }
    }
    Collections.shuffle(all, random);
    return all;
  }

  private static List<Complaint> newest(List<Story> stories) {
    return stories.stream().map(Story::complaint).toList();
  }

  private static void keepNewest(List<Complaint> current, Complaint complaint) {
    boolean newer =
        current.stream()
            .noneMatch(
                known ->
                    known.id().equals(complaint.id()) && known.version() >= complaint.version());
    if (newer) {
      current.removeIf(known -> known.id().equals(complaint.id()));
      current.add(complaint);
    }
  }

  private static void assertEqual(Figures figures, Recount recount) {
    List<Weeks> periods =
        List.of(
            Weeks.all(),
            Weeks.of(new Week(2026, 53)),
            Weeks.of(new Week(2026, 50), new Week(2027, 1)));
    for (Dimension dimension : Dimension.values()) {
      for (Weeks weeks : periods) {
        for (int days : List.of(-1, 3, 20, 47, 400)) {
          Instant now = START.plus(Duration.ofDays(days));
          assertThat(figures.by(dimension, weeks, now))
              .as("%s, %s, after %s days", dimension, weeks, days)
              .isEqualTo(recount.by(dimension, weeks, now));
        }
      }
    }
  }
}
