package org.tanggap.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategorizerTest {

  private static final Category ROAD = Category.of("road");
  private static final Category FLOOD = Category.of("flood");

  private static Categorizer roadBeforeFlood() {
    Map<Category, List<String>> words = new LinkedHashMap<>();
    words.put(ROAD, List.of("JALAN", "berlubang"));
    words.put(FLOOD, List.of("banjir"));
    return Categorizer.byWords(words);
  }

  @Test
  void the_first_category_of_the_map_wins() {
    assertThat(roadBeforeFlood().findCategory("banjir di jalan raya")).contains(ROAD);
  }

  @Test
  void words_are_found_in_any_case_and_inside_longer_ones() {
    assertThat(roadBeforeFlood().findCategory("Kampung kami KEBANJIRAN lagi")).contains(FLOOD);
    assertThat(roadBeforeFlood().findCategory("lampu padam")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "road.pothole, road, true",
    "road, road, true",
    "roadside, road, false",
    "road, road.pothole, false"
  })
  void a_category_is_within_another_by_whole_words(String code, String other, boolean within) {
    assertThat(Category.of(code).isWithin(Category.of(other))).isEqualTo(within);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "road.", ".road", "road..pothole", "Road", "jalan raya", "jalán"})
  void a_text_that_is_no_code_makes_no_category(String text) {
    assertThat(Category.isCode(text)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Category.of(text));
  }

  @Test
  void a_code_has_at_most_a_hundred_characters() {
    assertThat(Category.isCode("a".repeat(100))).isTrue();
    assertThat(Category.isCode("a".repeat(101))).isFalse();
  }
}
