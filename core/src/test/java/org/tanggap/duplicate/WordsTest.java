package org.tanggap.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

  private static final List<List<String>> SAME_ISSUE =
      List.of(
          List.of(
              "Jalan berlubang di depan Pasar Tebet Barat",
              "Lubang besar depan pasar tebet barat, bahaya buat motor"),
          List.of(
              "Lampu jalan mati di Jl. Kemang Raya dekat Indomaret",
              "PJU padam jl kemang raya seberang indomaret gelap"),
          List.of(
              "Sampah menumpuk di TPS Jalan Bangka Raya, bau",
              "Tumpukan sampah di tps bangka raya sudah 3 hari gak diangkut"),
          List.of("Banjir di Jl Taruna 7 no 33", "banjirrr taruna 7, air masuk rumah"),
          List.of(
              "Saluran air mampet di RT 05 RW 03 Kampung Melayu",
              "Got tersumbat RT 5/RW 3 kp. melayu"),
          List.of(
              "Pohon tumbang di Jl Panglima Polim menutup jalan",
              "POHON TUMBANG!! panglima polim macet total"),
          List.of(
              "Kabel menjuntai di Jalan Cikini Raya depan stasiun",
              "ada kabel semrawut menjuntai dpn stasiun cikini"),
          List.of(
              "Trotoar rusak Jl. Sabang, ubin lepas semua",
              "Ubin trotoar di jalan sabang pada lepas, bikin jatuh"),
          List.of(
              "Parkir liar di depan RS Budi Kemuliaan",
              "mobil parkir liar dpn rs budi kemuliaan tiap hari"),
          List.of(
              "Genangan air di underpass pedati dpn bassura",
              "underpass pedati tergenang lagi, depan apartemen bassura"),
          List.of(
              "Pothole in front of Tebet station, very deep",
              "There is a deep pothole near the Tebet station entrance"),
          List.of(
              "Streetlight out on Jalan Kemang Selatan VIII",
              "the street light at kemang selatan 8 is broken"),
          List.of(
              "Banjir 40 cm di Griya Bintara Indah, Bekasi Barat",
              "Griya bintara indah kebanjiran setinggi 50cm"),
          List.of(
              "Komplek biliy moon blok ch2 pondok kelapa",
              "Banjir paling parah.... di komplek biliy moon blok ch2 pondok kelapa jakarta timur"),
          List.of(
              "Banjir d tanjung duren raya.dpn.pemadam, pompa kok.blom.nyala.ya.",
              "tanjung duren raya depan pemadam kebakaran banjir, pompanya mati"),
          List.of(
              "Jembatan penyeberangan di Mampang rusak, besi lepas",
              "JPO Mampang besinya lepas, rusak parah"),
          List.of(
              "Galian PDAM di Jl Otista tidak ditutup lagi",
              "bekas galian pam otista dibiarkan terbuka"));

  private static final List<List<String>> OTHER_PLACE =
      List.of(
          List.of(
              "Jalan berlubang di depan Pasar Tebet Barat",
              "Jalan berlubang di Kemang Raya dekat Indomaret"),
          List.of("Lampu jalan mati di Jl. Kemang Raya", "Lampu jalan mati di Cipinang Muara"),
          List.of(
              "Sampah menumpuk di TPS Jalan Bangka Raya, bau",
              "Sampah menumpuk di kali Krukut sudah seminggu"),
          List.of("Banjir di Jl Taruna 7 no 33", "Banjir di Jelambar barat 3f"),
          List.of(
              "Saluran air mampet di RT 05 RW 03 Kampung Melayu",
              "Saluran air mampet di RT 11 RW 09 Duri Kepa"),
          List.of(
              "Pohon tumbang di Jl Panglima Polim menutup jalan", "Pohon tumbang di Jl Hang Lekir"),
          List.of(
              "Kabel menjuntai di Jalan Cikini Raya depan stasiun",
              "kabel optik putus di matraman dalam"),
          List.of(
              "Trotoar rusak Jl. Sabang, ubin lepas semua",
              "trotoar dipakai pedagang di tanah abang"),
          List.of("Parkir liar di depan RS Budi Kemuliaan", "parkir liar depan stasiun Palmerah"),
          List.of(
              "Genangan air di underpass pedati",
              "Genangan air di Perempatan Bulan-bulan Jl Juanda"),
          List.of(
              "Pothole in front of Tebet station, very deep",
              "Pothole on Jalan Fatmawati near the MRT pillar"),
          List.of(
              "Streetlight out on Jalan Kemang Selatan VIII",
              "Street light flickering in Pondok Indah"),
          List.of(
              "Banjir 40 cm di Griya Bintara Indah, Bekasi Barat",
              "Banjir 40 cm di Perumahan Duta Kranji Bekasi Barat"),
          List.of(
              "#cuacaekstrim #drainaseburuk jalan Ratu Dahlia II. Taman Ratu Indah. Duri kepa. Jakbar. Got sudah meluap.",
              "Banjirrr Raya di Jl. Lapangan Tembak RT.013 RW.001.... #cuacaekstrim #drainaseburuk #banjirkiriman"),
          List.of(
              "Tolong pak jalan di depan rumah saya rusak parah",
              "Tolong pak pagar taman di dekat sekolah saya roboh"),
          List.of("Banjir di Jl Taruna 7", "Air PAM mati sejak pagi"),
          List.of("Jembatan penyeberangan di Mampang rusak", "Halte busway di Mampang bocor"));

  private static double likeness(List<String> pair) {
    return Words.of(pair.get(0)).likeness(Words.of(pair.get(1)));
  }

  @Test
  void the_default_of_0_3_keeps_nearly_all_of_the_same_issue_and_drops_most_others() {
    assertThat(SAME_ISSUE).filteredOn(pair -> likeness(pair) >= 0.3).hasSize(16);
    assertThat(OTHER_PLACE).filteredOn(pair -> likeness(pair) >= 0.3).hasSize(5);
  }

  @Test
  void the_default_of_0_5_keeps_half_of_the_same_issue_and_drops_all_others() {
    assertThat(SAME_ISSUE).filteredOn(pair -> likeness(pair) >= 0.5).hasSize(9);
    assertThat(OTHER_PLACE).filteredOn(pair -> likeness(pair) >= 0.5).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BANJIR Jelambar | banjir jelambar",
        "Banjirrrr jelambaaar!!! | banjir jelambar",
        "\uD835\uDDEF\uD835\uDDEE\uD835\uDDFB\uD835\uDDF7\uD835\uDDF6\uD835\uDDFF jelambar | banjir jelambar",
        "b\u0301a\u0300njir J\u00C9LAMBAR | banjir jelambar",
        "\uD83C\uDF0A banjir \uD83D\uDE21jelambar\uD83D\uDE21 | banjir jelambar",
        "#banjir @BPBDJakarta jelambar https://qlue.id/p/1?a=b | banjir jelambar",
        "tolong pak banjir di jl jelambar ya | banjir jelambar",
        "\u0130BADAH | ibadah",
        "RT.004/RW 01 | rt4 rw 1"
      })
  void spelling_politeness_and_links_make_no_difference(String said, String meant) {
    assertThat(Words.of(said).likeness(Words.of(meant))).isEqualTo(1);
  }

  @Test
  void numbers_tell_places_apart() {
    assertThat(Words.of("Taruna 7 no 33").likeness(Words.of("Taruna 8 no 12"))).isLessThan(0.7);
  }

  @Test
  void shared_words_are_different_words_that_stand_in_both() {
    Words one = Words.of("banjir banjir di rt 05 rawa buaya");

    assertThat(one.shared(Words.of("Banjir RAWA, rt 5; rawa"))).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(value = {"''", "'   '", "'!?...'", "'di yang pak'", "'\uD83D\uDE21'", "'\uD83D'"})
  void a_text_without_words_is_like_nothing(String text) {
    assertThat(Words.of(text).likeness(Words.of("banjir"))).isZero();
    assertThat(Words.of(text).likeness(Words.of(text))).isZero();
  }

  static List<String> hostile() {
    return List.of(
        "a".repeat(100_000),
        "a ".repeat(50_000),
        "ab".repeat(50_000),
        "a\u0301\u0323".repeat(33_000),
        "a" + "\u0301\u0323".repeat(50_000),
        "\uFDFA".repeat(100_000),
        "https://".repeat(12_500),
        "@".repeat(100_000),
        "\uD800".repeat(100_000),
        "0".repeat(100_000),
        numbered());
  }

  private static String numbered() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < 100_000; i++) {
      text.append(i).append(' ');
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostile_text_is_read_in_no_time(String text) {
    Words words = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Words.of(text, "banjir"));

    assertThat(words.shared(Words.of("banjir"))).isEqualTo(1);
    assertThat(words.likeness(words)).isEqualTo(1);
    assertThat(words.shared(words)).isLessThanOrEqualTo(Words.WORDS_READ + 1);
  }
}
