package org.tanggap.channel.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tanggap.channel.web.Mutations;

class HotlineFuzzTest {

  @Test
  void mutated_forms_never_break_the_reader() {
    assertThat(Mutations.run(getClass(), "forms", 100, HotlineFuzz::fuzzerTestOneInput))
        .isGreaterThan(2_000);
  }
}
