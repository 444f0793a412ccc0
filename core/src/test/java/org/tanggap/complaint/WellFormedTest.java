package org.tanggap.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WellFormedTest {

  @Test
  void whole_characters_stay_as_they_were_written() {
    String text = "Banjir \uD83C\uDF0A setinggi 30 cm\n\u0000";

    assertThat(Report.of(text).text()).isEqualTo(text);
  }

  @Test
  void half_a_character_that_no_encoding_can_carry_is_shown_as_replaced() {
    assertThat(Report.of("a\uD83D").text()).isEqualTo("a\uFFFD");
    assertThat(Report.of("\uDF0Ab\uD83D\uD83C\uDF0A").text())
        .isEqualTo("\uFFFDb\uFFFD\uD83C\uDF0A");
    assertThat(Report.of("\uD800\uDFFF \uDFFF\uD800 \uDBFF \uDC00 \uD7FF\uE000").text())
        .isEqualTo("\uD800\uDFFF \uFFFD\uFFFD \uFFFD \uFFFD \uD7FF\uE000");
  }

  @Test
  void a_vendor_id_that_cannot_be_stored_is_none() {
    AccountId account = AccountId.of("x", "@dinas");

    assertThat(MessageKey.isExternalId("1234567890123456789")).isTrue();
    assertThat(MessageKey.isExternalId("\uD83C\uDF0A-\uD83D\uDE00")).isTrue();
    assertThat(MessageKey.isExternalId("x".repeat(255))).isTrue();
    assertThat(MessageKey.isExternalId("\uD83D\uD83D")).isFalse();
    assertThat(MessageKey.isExternalId("\uDE00")).isFalse();
    assertThat(MessageKey.isExternalId("a\uD83D")).isFalse();
    assertThat(MessageKey.isExternalId("a\u0000b")).isFalse();
    assertThat(MessageKey.isExternalId(" ")).isFalse();
    assertThat(MessageKey.isExternalId("x".repeat(256))).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new MessageKey(account, "a\uD83D"));
  }
}
