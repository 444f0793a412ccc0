package org.tanggap.duplicate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tanggap.duplicate.Complaints.ROAD;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private final NearDuplicates.Builder builder = NearDuplicates.builder();

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0, 100_000.1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_distance_is_positive_and_no_province(double metres) {
    assertThatIllegalArgumentException().isThrownBy(() -> builder.within(metres));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.within(ROAD, metres));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void a_window_is_a_positive_span(Duration window) {
    assertThatIllegalArgumentException().isThrownBy(() -> builder.window(window));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.window(ROAD, window));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void a_likeness_is_between_0_and_1(double likeness) {
    assertThatIllegalArgumentException().isThrownBy(() -> builder.likeness(likeness));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.likenessWithoutPlace(likeness));
  }

  @Test
  void a_missing_place_never_asks_for_less_likeness_than_a_known_one() {
    builder.likeness(0.6).likenessWithoutPlace(0.5);

    assertThatIllegalArgumentException().isThrownBy(builder::build);
    assertThatCode(() -> builder.likenessWithoutPlace(0.6).build()).doesNotThrowAnyException();
  }
}
