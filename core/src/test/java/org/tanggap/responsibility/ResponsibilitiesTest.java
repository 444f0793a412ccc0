package org.tanggap.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jakarta;
import org.tanggap.jurisdiction.Routing;

class ResponsibilitiesTest {

  private static final Category ROAD = Category.of("road");
  private static final Category POTHOLE = Category.of("road.pothole");
  private static final Category FLOOD = Category.of("flood");
  private static final Unit LURAH = new Unit("lurah-{code}", "Lurah {name}");

  private static final Routing IN_TEBET_TIMUR = Jakarta.routed(Jakarta.TEBET_TIMUR);

  private static Unit unit(String id) {
    return new Unit(id, id.toUpperCase(Locale.ROOT));
  }

  private static String chosen(Responsibilities rules, Category category, Routing routing) {
    return rules.assign(category, routing).map(found -> found.unit().id()).orElse("nobody");
  }

  @Test
  void a_narrow_category_beats_a_small_area() {
    Responsibilities rules =
        Responsibilities.builder()
            .rule(ROAD, "31.74.01.1002", unit("small-area"))
            .rule(POTHOLE, "31", unit("narrow-category"))
            .build();

    assertThat(chosen(rules, POTHOLE, IN_TEBET_TIMUR)).isEqualTo("narrow-category");
    assertThat(chosen(rules, ROAD, IN_TEBET_TIMUR)).isEqualTo("small-area");
  }

  @Test
  void any_category_at_all_beats_the_lurah_for_everything() {
    Responsibilities rules =
        Responsibilities.builder()
            .each(AreaLevel.KELURAHAN, LURAH)
            .rule(ROAD, "31", unit("dinas"))
            .build();

    assertThat(chosen(rules, POTHOLE, IN_TEBET_TIMUR)).isEqualTo("dinas");
    assertThat(chosen(rules, FLOOD, IN_TEBET_TIMUR)).isEqualTo("lurah-31.74.01.1002");
  }

  @Test
  void of_the_same_category_the_smaller_area_wins_whatever_the_order() {
    Responsibilities rules =
        Responsibilities.builder()
            .rule(ROAD, "31", unit("province"))
            .rule(ROAD, "31.74.01", unit("kecamatan"))
            .rule(ROAD, "31.74", unit("city"))
            .build();

    assertThat(chosen(rules, ROAD, IN_TEBET_TIMUR)).isEqualTo("kecamatan");
    assertThat(chosen(rules, ROAD, Jakarta.routed(Jakarta.KAMPUNG_MELAYU))).isEqualTo("province");
  }

  @Test
  void equally_specific_rules_go_by_their_order() {
    Responsibilities rules =
        Responsibilities.builder()
            .rule(ROAD, "31.74", unit("first"))
            .rule(ROAD, "31.74", unit("second"))
            .build();

    assertThat(chosen(rules, ROAD, IN_TEBET_TIMUR)).isEqualTo("first");
  }

  @Test
  void each_fills_the_code_and_name_of_the_area_into_the_unit() {
    Responsibilities rules = Responsibilities.builder().each(AreaLevel.KELURAHAN, LURAH).build();

    assertThat(rules.assign(FLOOD, IN_TEBET_TIMUR))
        .contains(
            new Assignment(
                new Unit("lurah-31.74.01.1002", "Lurah Tebet Timur"),
                "By the rule: every category everywhere, one unit a kelurahan."));
    assertThat(rules.assign(FLOOD, Jakarta.routed(Jakarta.BANDUNG))).isEmpty();
  }

  @Test
  void the_assignment_names_its_rule() {
    Responsibilities rules =
        Responsibilities.builder().rule(ROAD, "31.74", unit("sudin-bm")).build();

    assertThat(rules.assign(POTHOLE, IN_TEBET_TIMUR).orElseThrow().because())
        .isEqualTo("By the rule: category road in area 31.74.");
  }

  @Test
  void an_ambiguous_place_goes_to_the_unit_that_all_candidates_name() {
    Responsibilities rules =
        Responsibilities.builder().rule(ROAD, "31.74", unit("sudin-bm")).build();

    assertThat(rules.assign(ROAD, Jakarta.between(Jakarta.TEBET_TIMUR, Jakarta.TEBET_BARAT)))
        .contains(
            new Assignment(unit("sudin-bm"), "All areas that may hold the place name this unit."));
  }

  @Test
  void an_ambiguous_place_goes_to_the_unit_of_the_shared_area_if_the_candidates_differ() {
    Responsibilities rules =
        Responsibilities.builder()
            .each(AreaLevel.KELURAHAN, LURAH)
            .each(AreaLevel.KECAMATAN, new Unit("camat-{code}", "Camat {name}"))
            .build();

    assertThat(rules.assign(ROAD, Jakarta.between(Jakarta.TEBET_TIMUR, Jakarta.TEBET_BARAT)))
        .contains(
            new Assignment(
                new Unit("camat-31.74.01", "Camat Tebet"),
                "The place may lie in several areas; Tebet holds them all. By the rule: every"
                    + " category everywhere, one unit a kecamatan."));
  }

  @Test
  void candidates_of_which_one_has_no_unit_do_not_agree() {
    Responsibilities rules = Responsibilities.builder().rule(ROAD, "31.74", unit("south")).build();
    Routing atTheCityBorder = Jakarta.between(Jakarta.TEBET_TIMUR, Jakarta.KAMPUNG_MELAYU);

    assertThat(rules.assign(ROAD, atTheCityBorder)).isEmpty();
  }

  @Test
  void the_fallback_takes_what_no_rule_reaches_and_says_why() {
    Responsibilities rules =
        Responsibilities.builder().rule(ROAD, "31.74", unit("road")).fallback(unit("desk")).build();

    assertThat(rules.assign(FLOOD, IN_TEBET_TIMUR))
        .contains(new Assignment(unit("desk"), "No rule covers this category here."));
    assertThat(rules.assign(ROAD, new Routing.NeedsLocation(Routing.Missing.NO_PLACE)))
        .contains(new Assignment(unit("desk"), "The place is not known well enough for a rule."));
    assertThat(rules.assign(ROAD, new Routing.Outside(null, Double.NaN, null, "v1")))
        .map(Assignment::unit)
        .contains(unit("desk"));
  }

  @Test
  void without_rules_and_fallback_nobody_is_responsible() {
    assertThat(Responsibilities.builder().build().assign(ROAD, IN_TEBET_TIMUR)).isEmpty();
  }
}
