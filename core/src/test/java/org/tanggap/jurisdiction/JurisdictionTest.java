package org.tanggap.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JurisdictionTest {

  @ParameterizedTest
  @CsvSource({
    "31.71, 31.71, true",
    "31.71, 31, true",
    "31.71.01.1001, 31.71, true",
    "31.71, 31.7, false",
    "31.7, 31.71, false",
    "31, 31.71, false",
    "310, 31, false",
    "31.71, 31., false"
  })
  void an_area_is_within_another_by_whole_parts_of_its_code(
      String code, String other, boolean within) {
    assertThat(new Area(code, "somewhere", AreaLevel.CITY).isWithin(other)).isEqualTo(within);
  }

  @Test
  void an_area_needs_a_code() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Area(" ", "nowhere", AreaLevel.CITY))
        .withMessageContaining("code");
  }

  @Test
  void a_chain_that_does_not_run_from_small_to_large_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Jurisdiction(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Jurisdiction(List.of(Jakarta.PROVINCE, Jakarta.SOUTH)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Jurisdiction(List.of(Jakarta.SOUTH, Jakarta.EAST)));
  }

  @Test
  void a_level_is_found_or_named_in_the_failure() {
    assertThat(Jakarta.TEBET_TIMUR.get(AreaLevel.CITY)).isEqualTo(Jakarta.SOUTH);
    assertThat(Jakarta.TEBET_TIMUR.find(AreaLevel.RW)).isEmpty();
    assertThatThrownBy(() -> Jakarta.TEBET_TIMUR.get(AreaLevel.RW))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no RW in 31.74.01.1002");
  }

  @Test
  void neighbours_share_the_end_of_their_chains() {
    assertThat(Jakarta.TEBET_TIMUR.shared(Jakarta.TEBET_BARAT).orElseThrow().areas())
        .containsExactly(Jakarta.TEBET, Jakarta.SOUTH, Jakarta.PROVINCE);
    assertThat(Jakarta.TEBET_TIMUR.shared(Jakarta.KAMPUNG_MELAYU).orElseThrow().areas())
        .containsExactly(Jakarta.PROVINCE);
    assertThat(Jakarta.TEBET_TIMUR.shared(Jakarta.BANDUNG)).isEmpty();
  }

  @Test
  void the_names_run_from_the_smallest_area_to_the_largest() {
    assertThat(Jakarta.TEBET_TIMUR.names())
        .isEqualTo("Tebet Timur, Tebet, Kota Jakarta Selatan, DKI Jakarta");
  }
}
