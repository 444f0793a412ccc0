package org.tanggap.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tanggap.channel.web.Mutations;

class TelegramFuzzTest {

  @Test
  void mutated_payloads_never_break_the_reader() {
    assertThat(Mutations.run(getClass(), "payloads", 60, TelegramFuzz::fuzzerTestOneInput))
        .isGreaterThan(3_000);
  }
}
