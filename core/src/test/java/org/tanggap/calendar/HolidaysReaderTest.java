package org.tanggap.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HolidaysReaderTest {

  private static Holidays read(String text) {
    return Holidays.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "holidays.csv");
  }

  private static List<String> faults(String text) {
    return catchThrowableOfType(InvalidHolidaysException.class, () -> read(text)).faults();
  }

  @Test
  void a_file_is_read_with_comments_blank_lines_and_any_line_ends(@TempDir Path folder)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("jakarta.csv"),
            """
            \uFEFF# Jakarta\r
            years; 2026 ;2027\r
            \r
            2026-06-22 ; LOCAL;HUT Jakarta;Kepgub 1/2026;2026-01-05
            2026-06-23;LOCAL;Pesta rakyat
            2026-06-24;LOCAL;Pawai;;""");

    Holidays holidays = Holidays.read(file);

    assertThat(holidays.knownYears()).containsExactly(2026, 2027);
    assertThat(holidays.list())
        .containsExactly(
            new Holiday(
                LocalDate.of(2026, 6, 22),
                HolidayType.LOCAL,
                "HUT Jakarta",
                "Kepgub 1/2026",
                LocalDate.of(2026, 1, 5)),
            Holiday.of(LocalDate.of(2026, 6, 23), HolidayType.LOCAL, "Pesta rakyat"),
            Holiday.of(LocalDate.of(2026, 6, 24), HolidayType.LOCAL, "Pawai"));
  }

  @Test
  void every_fault_is_told_with_its_line() {
    assertThat(
            faults(
                """
                years;2026;26;20260;1899
                2026-02-30;LOCAL;x
                2026-01-01;lokal;x
                2026-01-02;LOCAL;
                2026-01-03
                2026-01-04;LOCAL;a;b;c
                2026-01-05;LOCAL;a;b;2026-01-01;d
                2301-01-01;LOCAL;x
                2026-01-06;LOCAL;x
                2026-01-06;LOCAL;y
                """))
        .containsExactly(
            "line 1: \"26\" is no year from 1900 to 2300",
            "line 1: \"20260\" is no year from 1900 to 2300",
            "line 1: \"1899\" is no year from 1900 to 2300",
            "line 2: \"2026-02-30\" is no date such as 2026-08-17",
            "line 3: \"lokal\" is none of [NATIONAL, JOINT_LEAVE, ELECTION, LOCAL]",
            "line 4: the name is missing",
            "line 5: a holiday is date;type;name, then the decree and its date if known",
            "line 6: \"c\" is no date such as 2026-08-17",
            "line 7: a holiday is date;type;name, then the decree and its date if known",
            "line 8: 2301-01-01 is not in a year from 1900 to 2300",
            "line 10: 2026-01-06 stands there twice as LOCAL");
  }

  @Test
  void the_source_is_named() {
    assertThatThrownBy(() -> read("x"))
        .isInstanceOf(InvalidHolidaysException.class)
        .hasMessageStartingWith("holidays.csv: line 1: a holiday is");
  }

  @Test
  void a_long_text_is_quoted_in_part_and_faults_are_listed_up_to_a_limit() {
    List<String> faults = faults(("x".repeat(500) + ";LOCAL;a\n").repeat(150));

    assertThat(faults).hasSize(101).last().isEqualTo("and 50 more");
    assertThat(faults.get(0)).hasSizeLessThan(100);
  }

  @Test
  void too_many_lines_and_too_many_bytes_are_faults() {
    assertThat(faults("#\n".repeat(10_001))).containsExactly("line 10001: more than 10000 lines");
    assertThat(faults("#".repeat((1 << 20) + 1))).containsExactly("more than 1048576 bytes");
  }

  @Test
  void what_is_no_utf_8_is_a_fault() {
    InputStream latin = new ByteArrayInputStream(new byte[] {'#', (byte) 0xE9, '\n'});

    assertThatThrownBy(() -> Holidays.read(latin, "latin.csv"))
        .isInstanceOf(InvalidHolidaysException.class)
        .hasMessage("latin.csv: no text in UTF-8");
  }

  @Test
  void an_empty_file_knows_no_year() {
    assertThat(read("").knownYears()).isEmpty();
  }

  @Test
  void a_file_that_cannot_be_read_is_named(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> Holidays.read(folder.resolve("nowhere.csv")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("nowhere.csv");
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    assertThatThrownBy(() -> Holidays.read(closed, "pipe"))
        .isInstanceOf(UncheckedIOException.class);
  }
}
