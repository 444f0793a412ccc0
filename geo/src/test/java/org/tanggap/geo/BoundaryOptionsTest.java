package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Limits hold at the limit and refuse beyond it")
class BoundaryOptionsTest {

  private static final BoundaryOptions DEFAULTS = BoundaryOptions.defaults();
  private static final byte[] TWO =
      Sample.utf8(Sample.collection(Sample.gambir(), Sample.cideng()));

  private static void refused(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            BoundaryFileException.class,
            e -> assertThat(e.kind()).isEqualTo(BoundaryFileException.Kind.OVER_LIMIT));
  }

  @Test
  void features() {
    assertThat(Sample.read(TWO, DEFAULTS.withMaxFeatures(2)).jurisdictions()).hasSize(2);
    refused(() -> Sample.read(TWO, DEFAULTS.withMaxFeatures(1)));
  }

  @Test
  void vertices() {
    assertThat(Sample.read(TWO, DEFAULTS.withMaxVertices(10)).jurisdictions()).hasSize(2);
    refused(() -> Sample.read(TWO, DEFAULTS.withMaxVertices(9)));
  }

  @Test
  void vertices_of_a_ring() {
    assertThat(Sample.read(TWO, DEFAULTS.withMaxRingVertices(5)).jurisdictions()).hasSize(2);
    refused(() -> Sample.read(TWO, DEFAULTS.withMaxRingVertices(4)));
  }

  @Test
  void bytes() {
    assertThat(Sample.read(TWO, DEFAULTS.withMaxBytes(TWO.length)).jurisdictions()).hasSize(2);
    refused(() -> Sample.read(TWO, DEFAULTS.withMaxBytes(TWO.length - 1)));
    refused(() -> Sample.read(Sample.gzip(TWO), DEFAULTS.withMaxBytes(TWO.length - 1)));
  }

  @Test
  void half_of_the_heap() {
    Tally tally = new Tally("a", DEFAULTS, 32 * 16 * 3);
    tally.nextFeature();
    tally.nextFeature();
    tally.nextFeature();
    refused(tally::nextFeature);
  }

  @Test
  void samples_are_bounded_and_counts_exact() {
    String[] many = new String[150];
    java.util.Arrays.fill(many, "null");
    String file = Sample.collection(Sample.gambir(), String.join(",", many));
    BoundaryNotices notices = Sample.read(file).notices();
    assertThat(notices.count(BoundaryNotice.Kind.NOT_A_FEATURE)).isEqualTo(150);
    assertThat(notices.samples(BoundaryNotice.Kind.NOT_A_FEATURE)).hasSize(100);
    assertThat(notices.findWorst()).contains(BoundaryNotice.Severity.ERROR);
    assertThat(notices).hasToString("150 members that are no features were left out");
    BoundaryNotices few = Sample.read(Sample.utf8(file), DEFAULTS.withNoticeSamples(0)).notices();
    assertThat(few.samples()).isEmpty();
    assertThat(few.counts()).isEqualTo(notices.counts());
  }

  @Test
  void nonsense_is_refused_at_once() {
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withMaxBytes(0));
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withMaxFeatures(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withMaxVertices(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withMaxRingVertices(Integer.MAX_VALUE));
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withNoticeSamples(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withVersion(" "));
  }
}
