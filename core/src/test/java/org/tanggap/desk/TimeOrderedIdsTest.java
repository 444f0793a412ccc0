package org.tanggap.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tanggap.complaint.ComplaintId;

class TimeOrderedIdsTest {

  private final MovingClock clock = new MovingClock();
  private final TimeOrderedIds ids = new TimeOrderedIds(clock, new Random(7));

  private static void assertAscending(List<ComplaintId> made) {
    assertThat(made).isSorted();
    assertThat(new HashSet<>(made)).hasSameSizeAs(made);
  }

  private ComplaintId next() {
    return new ComplaintId(ids.next());
  }

  @Test
  void an_id_tells_the_millisecond_and_is_of_version_7() {
    UUID id = ids.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).as("RFC 9562").isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
  }

  @Test
  void ten_thousand_ids_of_one_millisecond_ascend() {
    List<ComplaintId> made = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      ComplaintId id = next();
      assertThat(id.value().version()).isEqualTo(7);
      assertThat(id.value().variant()).isEqualTo(2);
      made.add(id);
    }
    clock.move(Duration.ofSeconds(1));
    made.add(next());

    assertAscending(made);
  }

  @Test
  void ids_ascend_while_the_clock_goes_on() {
    List<ComplaintId> made = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      made.add(next());
      clock.move(Duration.ofMillis(i % 3));
    }

    assertAscending(made);
  }

  @Test
  void ids_ascend_even_if_the_clock_is_set_back() {
    List<ComplaintId> made = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      made.add(next());
      clock.move(Duration.ofMillis(-1));
    }
    clock.move(Duration.ofDays(1));
    made.add(next());

    assertAscending(made);
  }

  @Test
  void ids_of_the_same_millisecond_differ_between_two_desks() {
    TimeOrderedIds other = new TimeOrderedIds(clock, new Random(8));

    assertThat(ids.next().getLeastSignificantBits())
        .isNotEqualTo(other.next().getLeastSignificantBits());
  }
}
