package org.tanggap.channel.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The count of X's configuration {@code twitter-text/config/v3.json}. */
class XTextTest {

  static Stream<Arguments> counts() {
    return Stream.of(
        Arguments.of("", 0),
        Arguments.of("Jalan rusak", 11),
        Arguments.of("é", 1),
        Arguments.of("e\u0301", 1),
        Arguments.of("حفرة", 4),
        Arguments.of("ꦗꦮ", 4),
        Arguments.of("道路", 4),
        Arguments.of("ยา", 2),
        Arguments.of("한글", 4),
        Arguments.of("“kutip” – …", 12),
        Arguments.of("\u200d", 1),
        Arguments.of("\u200e", 2),
        Arguments.of("€", 2),
        Arguments.of("🌊", 2),
        Arguments.of("🌊🌊", 4),
        Arguments.of("👨‍👩‍👧", 2),
        Arguments.of("👍🏽", 2),
        Arguments.of("🇮🇩", 2),
        Arguments.of("🇮🇩🇮🇩", 4),
        Arguments.of("❤️", 2),
        Arguments.of("☀", 2),
        Arguments.of("1️⃣", 2),
        Arguments.of("1", 1),
        Arguments.of("#1", 2),
        Arguments.of(
            "🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f", 2),
        Arguments.of("©️", 2),
        Arguments.of("©", 1),
        Arguments.of("\ud83c", 2),
        Arguments.of("https://jakarta.go.id", 23),
        Arguments.of("https://jakarta.go.id/laporan/" + "x".repeat(300), 23),
        Arguments.of("http://a.id", 23),
        Arguments.of("Lihat https://jakarta.go.id.", 30),
        Arguments.of("(https://jakarta.go.id)", 25),
        Arguments.of("https://a.id https://b.id", 47),
        Arguments.of("jakarta.go.id", 23),
        Arguments.of("kunjungi jakarta.com/lapor ya", 35),
        Arguments.of("besok.Terima kasih", 18),
        Arguments.of("surat@jakarta.go.id", 19),
        Arguments.of("pukul 07.30", 11),
        Arguments.of("@PoskoContoh siap", 17));
  }

  @ParameterizedTest
  @MethodSource("counts")
  void a_text_counts_as_x_counts_it(String text, int length) {
    assertThat(XText.length(text)).isEqualTo(length);
  }
}
