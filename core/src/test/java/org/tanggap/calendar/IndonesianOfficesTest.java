package org.tanggap.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tanggap.calendar.Jakarta.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndonesianOfficesTest {

  private final WorkingCalendar office = IndonesianOffices.calendar(IndonesianOffices.WIB);

  @Test
  void a_week_has_37_hours_and_a_half_and_32_and_a_half_in_ramadan() {
    assertThat(office.between(at("2026-11-23T00:00"), at("2026-11-30T00:00")))
        .isEqualTo(Duration.ofMinutes(37 * 60 + 30));
    assertThat(office.between(at("2026-02-23T00:00"), at("2026-03-02T00:00")))
        .isEqualTo(Duration.ofMinutes(32 * 60 + 30));
  }

  @Test
  void offices_begin_at_half_past_seven_and_at_eight_in_ramadan() {
    assertThat(office.nextOpening(at("2026-02-18T00:00"))).isEqualTo(at("2026-02-18T07:30"));
    assertThat(office.nextOpening(at("2026-02-19T00:00"))).isEqualTo(at("2026-02-19T08:00"));
  }

  @Test
  void the_three_zones_begin_one_after_the_other() {
    Instant midnight = Instant.parse("2026-11-22T17:00:00Z");

    assertThat(
            List.of(IndonesianOffices.WIT, IndonesianOffices.WITA, IndonesianOffices.WIB).stream()
                .map(zone -> IndonesianOffices.calendar(zone).nextOpening(midnight).toString()))
        .containsExactly("2026-11-22T22:30:00Z", "2026-11-22T23:30:00Z", "2026-11-23T00:30:00Z");
  }

  @Test
  void eight_hours_over_idul_fitri() {
    assertThat(office.plus(at("2026-03-17T14:00"), Duration.ofHours(8)))
        .as("18 and 20 to 24 March are joint leave, 19, 21 and 22 holidays")
        .isEqualTo(at("2026-03-25T15:30"));
  }

  @Test
  void the_months_of_ramadan_follow_each_other_and_end_before_idul_fitri() {
    List<Ramadan> months = IndonesianOffices.ramadan();
    Holidays holidays = Holidays.indonesia();

    assertThat(months).extracting(Ramadan::hijriYear).containsExactly(1444, 1445, 1446, 1447);
    assertThat(months)
        .allSatisfy(
            month -> {
              assertThat(month.decidedOn()).isBefore(month.first());
              assertThat(holidays.find(month.last().plusDays(1)))
                  .hasValueSatisfying(day -> assertThat(day.name()).contains("Idul Fitri"));
            });
  }

  @Test
  void a_year_whose_ramadan_is_not_decided_is_unknown() {
    assertThatThrownBy(() -> office.isOpen(at("2027-01-04T10:00")))
        .isInstanceOf(UnknownHolidaysException.class)
        .hasMessage("the holidays of 2027 are not known to the calendar \"Indonesian offices\"");
    assertThat(office.provisional().nextOpening(at("2026-12-31T16:00")))
        .as("1 January 2027 is a holiday all the same")
        .isEqualTo(at("2027-01-04T07:30"));
  }

  @Test
  void a_host_adds_what_is_decided_later() {
    WorkingCalendar later =
        IndonesianOffices.builder(ZoneId.of("Asia/Jakarta"))
            .shift(
                LocalDate.of(2027, 2, 8), LocalDate.of(2027, 3, 9), IndonesianOffices::ramadanHours)
            .shiftsKnownFor(Set.of(2023, 2024, 2025, 2026, 2027))
            .build();

    assertThat(later.nextOpening(at("2027-02-08T00:00"))).isEqualTo(at("2027-02-08T08:00"));
    assertThat(later.isProvisional(at("2027-02-08T00:00"))).isFalse();
  }

  @Test
  void ramadan_has_29_or_30_days() {
    LocalDate first = LocalDate.of(2027, 2, 8);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ramadan(1448, first, first.plusDays(30), first.minusDays(1)));
  }
}
