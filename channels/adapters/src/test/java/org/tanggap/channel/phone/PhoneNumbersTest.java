package org.tanggap.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One form for the many ways to write a number. */
class PhoneNumbersTest {

  private static final PhoneNumbers PHONES = PhoneNumbers.inRegion("ID");

  /** The table has what a sender looks like and the handle it gets, blank columns for "as is". */
  @ParameterizedTest
  @CsvFileSource(resources = "senders.csv", delimiter = '|', numLinesToSkip = 1)
  void a_sender_gets_its_handle(String sender, String handle) {
    String expected = handle == null ? sender.strip() : handle;
    assertThat(PHONES.handleOf(sender)).isEqualTo(expected);
    assertThat(PHONES.find(sender).isPresent()).isEqualTo(handle != null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+6281234567890", "6281234567890", "081234567890", "0062 812-3456-7890"})
  void a_handle_is_its_own_handle(String sender) {
    String handle = PHONES.handleOf(sender);
    assertThat(handle).isEqualTo("+6281234567890");
    assertThat(PHONES.handleOf(handle)).isEqualTo(handle);
  }

  @Test
  void marks_that_do_not_show_do_not_matter() {
    assertThat(PHONES.handleOf("\u202a+62\u00a0812\u20113456\u20117890\u202c"))
        .isEqualTo("+6281234567890");
  }

  @Test
  void an_extension_is_another_person_behind_the_same_number() {
    assertThat(PHONES.handleOf("(021) 555-1234 ext. 12")).isEqualTo("+62215551234;ext=12");
    assertThat(PHONES.find("(021) 555-1234 ext. 12")).contains("+62215551234");
    assertThat(PHONES.handleOf("+62215551234;ext=12")).isEqualTo("+62215551234;ext=12");
  }

  @Test
  void a_long_text_is_cut_between_characters() {
    assertThat(PHONES.handleOf("a".repeat(99) + "\ud83d\ude00")).isEqualTo("a".repeat(99));
    assertThat(PHONES.handleOf("1".repeat(5_000))).hasSize(PhoneNumbers.MAX_HANDLE);
  }

  @Test
  void the_region_decides_what_a_number_without_country_is() {
    assertThat(PhoneNumbers.inRegion("SG").handleOf("6123 4567")).isEqualTo("+6561234567");
    assertThat(PHONES.handleOf("+65 6123 4567")).isEqualTo("+6561234567");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "id", "IDN", "ZZ", "62"})
  void a_region_that_is_none_is_refused(String region) {
    assertThatThrownBy(() -> PhoneNumbers.inRegion(region))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void no_text_makes_it_throw() {
    Random random = new Random(62);
    String letters = "0123456789+()-./ ext;=x:tel\u0660\uff10\ud83d\ude00\0\n";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(PHONES.handleOf(text.toString())).hasSizeLessThanOrEqualTo(120);
    }
  }
}
