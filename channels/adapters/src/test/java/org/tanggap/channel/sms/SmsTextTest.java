package org.tanggap.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmsTextTest {

  @Test
  void every_character_of_both_tables_comes_back() {
    String all =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà\f^{}\\[~]|€";

    assertThat(SmsText.isGsm(all)).isTrue();
    assertThat(SmsText.encode(all)).hasSize(127 + 20);
    assertThat(SmsText.decode(SmsText.encode(all))).isEqualTo(all);
  }

  @Test
  void the_tables_are_those_of_the_standard() {
    assertThat(SmsText.encode("@$_é€[")).containsExactly(0, 2, 0x11, 5, 0x1B, 0x65, 0x1B, 0x3C);
    assertThat(SmsText.encode("Aaz ~")).containsExactly(0x41, 0x61, 0x7A, 0x20, 0x1B, 0x3D);
  }

  @Test
  void what_is_in_no_table_is_shown_as_such() {
    assertThat(SmsText.decode(new byte[] {'a', (byte) 0x80, (byte) 0xFF, 0x1B, 'e', 0x1B, 'x'}))
        .isEqualTo("a\ufffd\ufffd€x");
    assertThat(SmsText.decode(new byte[] {'a', 0x1B})).isEqualTo("a ");
    assertThat(SmsText.isGsm("`")).isFalse();
    assertThat(SmsText.isGsm("\u001b")).isFalse();
    assertThatThrownBy(() -> SmsText.encode("😀")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_text_is_cut_where_an_sms_ends() {
    assertThat(SmsText.split("x".repeat(160))).hasSize(1);
    assertThat(SmsText.split("x".repeat(161))).containsExactly("x".repeat(153), "x".repeat(8));
    assertThat(SmsText.split("ç" + "x".repeat(69))).hasSize(1);
    assertThat(SmsText.split("ç" + "x".repeat(70)))
        .containsExactly("ç" + "x".repeat(66), "x".repeat(4));
    assertThat(SmsText.split("")).containsExactly("");
  }

  @Test
  void no_character_is_torn() {
    List<String> euro = SmsText.split("x".repeat(152) + "€" + "x".repeat(10));
    assertThat(euro).containsExactly("x".repeat(152), "€" + "x".repeat(10));
    List<String> emoji = SmsText.split("x".repeat(66) + "😀" + "x".repeat(10));
    assertThat(emoji).containsExactly("x".repeat(66), "😀" + "x".repeat(10));
  }

  @Test
  void one_limit_holds_for_both_alphabets() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      String letters = random.nextBoolean() ? "abc€" : "aç😀";
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(700), 0, letters.codePointCount(0, letters.length()))
          .forEach(at -> text.appendCodePoint(letters.codePoints().toArray()[at]));
      int parts = SmsText.split(text.toString()).size();

      assertThat(SmsText.lengthOf(text.toString()))
          .isBetween(SmsText.maxLength(parts - 1), SmsText.maxLength(parts));
      assertThat(String.join("", SmsText.split(text.toString()))).isEqualTo(text.toString());
    }
  }

  @Test
  void a_message_is_a_stop_word_only_as_a_whole() {
    StopWords words = StopWords.usual();

    assertThat(words.wantsAnswers(" stop\n")).contains(false);
    assertThat(words.wantsAnswers("Berhenti")).contains(false);
    assertThat(words.wantsAnswers("mulai")).contains(true);
    assertThat(words.wantsAnswers("stop banjir")).isEmpty();
    assertThat(words.wantsAnswers("")).isEmpty();
  }
}
