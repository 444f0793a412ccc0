package org.tanggap.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tanggap.complaint.Complaint;
import org.tanggap.sla.Budget;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.store.Commit;
import org.tanggap.store.MemoryStore;
import org.tanggap.store.Watch;

/** Figures that follow a store. */
class CatchUpTest {

  private static final Instant START = Instant.parse("2026-11-16T02:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  private final SlaPolicy policy = SlaPolicy.resolveWithin(Budget.hours(72));
  private final MemoryStore store = new MemoryStore();
  private final Figures figures = new Figures(policy, ZONE);

  private void store(Complaint complaint, int known) {
    store.commit(new Commit().append(complaint, known, Watch.NONE));
  }

  @Test
  void an_empty_store_has_nothing_to_read() {
    assertThat(figures.catchUp(store)).isZero();
    assertThat(figures.catchUp(store)).isZero();
  }

  @Test
  void everything_is_read_once_and_then_only_what_was_changed() {
    RandomStories source = new RandomStories(new Random(1), START);
    List<Story> stories = IntStream.range(0, 1203).mapToObj(i -> source.story(i, 4)).toList();
    stories.forEach(story -> store(story.versions().get(0), 0));

    assertThat(figures.catchUp(store)).isEqualTo(1203);
    assertThat(figures.catchUp(store)).isZero();

    List<Story> changed =
        stories.stream().filter(story -> story.complaint().version() > 1).limit(10).toList();
    changed.forEach(story -> store(story.complaint(), 1));
    assertThat(figures.catchUp(store)).isEqualTo(10);

    Figures anew = new Figures(policy, ZONE);
    anew.catchUp(store);
    for (Dimension dimension : Dimension.values()) {
      assertThat(figures.by(dimension, Weeks.all(), START))
          .isEqualTo(anew.by(dimension, Weeks.all(), START));
    }
  }

  @Test
  void a_whole_last_page_is_followed_by_an_empty_one() {
    RandomStories source = new RandomStories(new Random(1), START);
    IntStream.range(0, 500).forEach(i -> store(source.story(i, 0).complaint(), 0));

    assertThat(figures.catchUp(store)).isEqualTo(500);
  }
}
