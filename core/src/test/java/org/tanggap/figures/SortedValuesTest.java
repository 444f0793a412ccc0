package org.tanggap.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sorted multiset beside a plain list. */
class SortedValuesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 300, 1_000_000})
  void it_counts_as_a_plain_list_does_whatever_comes_and_goes(int span) {
    Random random = new Random(span);
    SortedValues values = new SortedValues();
    List<Long> plain = new ArrayList<>();
    for (int round = 0; round < 6000; round++) {
      boolean growing = round < 3000;
      if (plain.isEmpty() || random.nextInt(10) < (growing ? 8 : 2)) {
        long value = random.nextInt(span);
        values.add(value);
        plain.add(value);
      } else {
        values.remove(plain.remove(random.nextInt(plain.size())));
      }
      if (round % 50 == 0) {
        assertSame(values, plain, random.nextInt(span));
      }
    }
    plain.forEach(values::remove);
    assertThat(values.size()).isZero();
    assertThat(values.countUpTo(Long.MAX_VALUE)).isZero();
  }

  private static void assertSame(SortedValues values, List<Long> plain, long probe) {
    assertThat(values.size()).isEqualTo(plain.size());
    for (long value : List.of(-1L, 0L, probe, (long) Integer.MAX_VALUE)) {
      assertThat(values.countUpTo(value))
          .isEqualTo((int) plain.stream().filter(it -> it <= value).count());
    }
    Collections.sort(plain);
    for (int percent : List.of(1, 50, 90, 100)) {
      int rank = (int) Math.ceil(plain.size() * percent / 100.0);
      assertThat(SortedValues.percentile(List.of(values), percent)).isEqualTo(plain.get(rank - 1));
    }
  }

  @Test
  void parts_count_as_one() {
    SortedValues odd = new SortedValues();
    SortedValues even = new SortedValues();
    IntStream.rangeClosed(1, 1000).forEach(i -> (i % 2 == 0 ? even : odd).add(i));

    assertThat(SortedValues.percentile(List.of(odd, even), 50)).isEqualTo(500);
    assertThat(SortedValues.percentile(List.of(odd, even), 90)).isEqualTo(900);
  }

  @Test
  void what_is_not_in_it_cannot_be_removed() {
    SortedValues values = new SortedValues();
    assertThatThrownBy(() -> values.remove(1)).isInstanceOf(IllegalStateException.class);
    values.add(2);
    assertThatThrownBy(() -> values.remove(1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> values.remove(3)).isInstanceOf(IllegalStateException.class);
  }
}
