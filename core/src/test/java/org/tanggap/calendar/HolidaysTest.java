package org.tanggap.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 22);
  private static final Holiday LOCAL = Holiday.of(DAY, HolidayType.LOCAL, "Hari jadi");

  private final Holidays indonesia = Holidays.indonesia();

  /** The sums that the decrees themselves announce. */
  @ParameterizedTest
  @CsvSource({
    "2023, 16, 11, 0",
    "2024, 17, 10, 2",
    "2025, 17, 11, 0",
    "2026, 17, 8, 0",
    "2027, 18, 8, 0"
  })
  void a_year_of_indonesia_has_as_many_days_as_its_decrees_say(
      int year, int national, int jointLeave, int elections) {
    List<HolidayType> types =
        indonesia.list().stream()
            .filter(day -> day.date().getYear() == year)
            .map(Holiday::type)
            .toList();

    assertThat(indonesia.knownYears()).contains(year);
    assertThat(types).filteredOn(HolidayType.NATIONAL::equals).hasSize(national);
    assertThat(types).filteredOn(HolidayType.JOINT_LEAVE::equals).hasSize(jointLeave);
    assertThat(types).filteredOn(HolidayType.ELECTION::equals).hasSize(elections);
  }

  @Test
  void joint_leave_never_falls_on_a_weekend() {
    assertThat(indonesia.list())
        .filteredOn(day -> day.type() == HolidayType.JOINT_LEAVE)
        .extracting(day -> day.date().getDayOfWeek())
        .doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  }

  @Test
  void every_day_of_indonesia_names_its_decree() {
    assertThat(indonesia.list())
        .allSatisfy(
            day -> {
              assertThat(day.decree()).matches("(SKB|Keppres) [0-9]+/20[0-9]{2}.*");
              assertThat(day.findDecreedOn())
                  .hasValueSatisfying(on -> assertThat(on).isBefore(day.date()));
            });
  }

  @Test
  void later_changes_are_in_the_list() {
    assertThat(indonesia.find(LocalDate.of(2023, 4, 26))).as("moved by 327/2023").isEmpty();
    assertThat(
            List.of(
                indonesia.find(LocalDate.of(2023, 4, 19)).orElseThrow(),
                indonesia.find(LocalDate.of(2023, 6, 30)).orElseThrow(),
                indonesia.find(LocalDate.of(2024, 2, 14)).orElseThrow(),
                indonesia.find(LocalDate.of(2025, 8, 18)).orElseThrow()))
        .extracting(Holiday::type, Holiday::decree)
        .containsExactly(
            tuple(HolidayType.JOINT_LEAVE, "SKB 327/2023, 1/2023, 1/2023"),
            tuple(HolidayType.JOINT_LEAVE, "SKB 624/2023, 2/2023, 2/2023"),
            tuple(HolidayType.ELECTION, "Keppres 10/2024"),
            tuple(HolidayType.JOINT_LEAVE, "SKB 933/2025, 1/2025, 3/2025"));
  }

  @Test
  void a_merge_is_the_union_and_the_others_win() {
    Holiday renamed = new Holiday(DAY, HolidayType.LOCAL, "HUT Jakarta", "Kepgub 1/2026", null);
    Holiday early = Holiday.of(LocalDate.of(2028, 2, 14), HolidayType.ELECTION, "Pemungutan suara");
    Holidays one = Holidays.of(List.of(LOCAL), Set.of(2026));
    Holidays merged = one.merge(Holidays.of(List.of(early, renamed), Set.of(2027)));

    assertThat(merged.list()).containsExactly(renamed, early);
    assertThat(merged.knownYears()).containsExactly(2026, 2027);
    assertThat(one.list()).as("unchanged").containsExactly(LOCAL);
  }

  @Test
  void a_day_that_was_taken_back_is_left_out() {
    Holidays holidays = Holidays.of(List.of(LOCAL), Set.of(2026));

    assertThat(holidays.without(DAY).list()).isEmpty();
    assertThat(holidays.without(DAY).knownYears()).containsExactly(2026);
    assertThat(holidays.without(DAY.plusDays(1)).list()).containsExactly(LOCAL);
  }

  @Test
  void a_day_may_be_a_holiday_twice_and_the_national_one_is_found() {
    Holiday national = Holiday.of(DAY, HolidayType.NATIONAL, "Hari raya");
    Holidays both = Holidays.of(List.of(LOCAL, national), Set.of());

    assertThat(both.list()).containsExactly(national, LOCAL);
    assertThat(both.find(DAY)).contains(national);
    assertThat(both.find(DAY.plusDays(1))).isEmpty();
  }

  @Test
  void bad_input_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Holidays.of(List.of(LOCAL, LOCAL), Set.of()))
        .withMessage("2026-06-22 stands there twice as LOCAL holiday");
    assertThatIllegalArgumentException().isThrownBy(() -> Holidays.of(List.of(), Set.of(1899)));
    assertThatIllegalArgumentException().isThrownBy(() -> Holiday.of(DAY, HolidayType.LOCAL, " "));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Holiday.of(LocalDate.of(2301, 1, 1), HolidayType.LOCAL, "libur"));
  }

  @Test
  void what_is_listed_cannot_be_changed() {
    assertThat(indonesia.list()).isUnmodifiable();
    assertThat(indonesia.knownYears()).isUnmodifiable();
  }
}
