package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.LocationEvidence.Source;
import org.tanggap.jurisdiction.Routing;

class BoundaryVersionsTest {

  private static final LocationEvidence PLACE =
      LocationEvidence.coordinates(-6.205, 106.805, Source.SHARED_PIN, 0.0);

  private final JurisdictionIndex old = index("2019", "31.74.01.1001", "Lama");
  private final JurisdictionIndex now = index("2025", "31.74.01.1002", "Baru");

  @Test
  void each_day_has_the_boundaries_that_were_in_force() {
    BoundaryVersions versions =
        BoundaryVersions.none()
            .with(LocalDate.of(2025, 1, 1), now)
            .with(LocalDate.of(2019, 12, 1), old);

    assertThat(versions.findOn(LocalDate.of(2019, 11, 30))).isEmpty();
    assertThat(versions.findOn(LocalDate.of(2024, 12, 31))).contains(old);
    assertThat(versions.findOn(LocalDate.of(2025, 1, 1))).contains(now);
  }

  @Test
  void a_routing_finds_the_boundaries_that_made_it() {
    BoundaryVersions versions = BoundaryVersions.none().with(LocalDate.of(2019, 12, 1), old);
    Routing.Routed routed = (Routing.Routed) old.route(PLACE);

    assertThat(versions.find(routed.boundaryVersion())).contains(old);
    assertThat(versions.find("2025")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> versions.with(LocalDate.of(2020, 1, 1), old));
  }

  @Test
  void replacing_boundaries_while_lookups_run_loses_none_and_mixes_none() throws Exception {
    ReplaceableJurisdictions jurisdictions = new ReplaceableJurisdictions(old);
    Set<String> answers = ConcurrentHashMap.newKeySet();
    ExecutorService readers = Executors.newFixedThreadPool(3);
    try {
      Callable<Integer> lookups =
          () -> {
            int routed = 0;
            for (int i = 0; i < 20_000; i++) {
              if (jurisdictions.route(PLACE) instanceof Routing.Routed answer) {
                answers.add(
                    answer.boundaryVersion() + " " + answer.jurisdiction().smallest().name());
                routed++;
              }
            }
            return routed;
          };
      Future<Integer> first = readers.submit(lookups);
      Future<Integer> second = readers.submit(lookups);
      Future<?> swaps =
          readers.submit(
              () -> {
                for (int i = 0; i < 5_000; i++) {
                  jurisdictions.replace(i % 2 == 0 ? now : old);
                }
              });
      swaps.get();
      assertThat(first.get() + second.get()).isEqualTo(40_000);
    } finally {
      readers.shutdown();
    }
    assertThat(answers).isSubsetOf("2019 Lama", "2025 Baru");
    assertThat(jurisdictions.current()).isEqualTo(old);
  }

  private static JurisdictionIndex index(String version, String code, String name) {
    String json =
        "{\"type\":\"Feature\",\"properties\":{\"kelurahan_code\":\""
            + code
            + "\",\"kelurahan\":\""
            + name
            + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[106.8,-6.21],[106.81,-6.21],[106.81,-6.2],[106.8,-6.2],[106.8,-6.21]]]}}";
    return Boundaries.read(
            new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
            version,
            BoundaryOptions.defaults().withVersion(version))
        .index();
  }
}
