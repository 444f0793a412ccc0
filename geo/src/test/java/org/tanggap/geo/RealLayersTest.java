package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The index beside a plain scan with JTS, over the real boundaries. The long proof, {@code
 * -Dtanggap.proof=long}, takes every vertex and every edge of every file and millions of random
 * points; it takes some minutes.
 */
class RealLayersTest {

  private static final long SEED = 20_261_121;

  /** Surefire shows what is logged, and drops what a TestReporter publishes. */
  private static final System.Logger LOG = System.getLogger(RealLayersTest.class.getName());

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "jakarta-kelurahan",
        "jakarta-kelurahan-mit",
        "jakarta-kelurahan-hot",
        "jakarta-kecamatan",
        "jakarta-kecamatan-crude",
        "jakarta-rw",
        "jakarta-kelurahan+banten-desa"
      })
  void a_sample_of_points_is_answered_as_by_a_plain_scan(String layers) {
    List<Outline> outlines = outlines(layers);
    Differential differential = differential(outlines);
    int edges = differential.index.edgeCells.edges.owners.length;
    differential.compareEdges(outlines, 1 + edges / 500, SEED);
    differential.compareRandom(5_000, SEED);
    assertThat(differential.wrong).as("seed %d: %s", SEED, differential.report()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "jakarta-kelurahan",
        "jakarta-kelurahan-mit",
        "jakarta-kelurahan-hot",
        "jakarta-kecamatan",
        "jakarta-kecamatan-crude",
        "jakarta-rw",
        "banten-desa",
        "jabar-desa",
        "jakarta-kelurahan+jabar-desa+banten-desa",
        "jakarta-kelurahan+jakarta-kelurahan-mit+jakarta-kelurahan-hot+jakarta-kecamatan+jakarta-rw"
      })
  @EnabledIfSystemProperty(
      named = "tanggap.proof",
      matches = "long",
      disabledReason = "The long proof takes minutes: ask for it with -Dtanggap.proof=long")
  void every_vertex_edge_and_millions_of_points_are_answered_as_by_a_plain_scan(String layers) {
    List<Outline> outlines = outlines(layers);
    Differential differential = differential(outlines);
    differential.compareEdges(outlines, 1, SEED);
    differential.compareRandom(3_000_000, SEED);
    LOG.log(Level.INFO, layers + ", seed " + SEED + ": " + differential.report());
    assertThat(differential.wrong).as("seed %d: %s", SEED, differential.report()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"jakarta-kelurahan", "jakarta-rw"})
  void the_order_of_the_file_changes_not_a_byte_of_the_index(String layer) {
    List<String> features = features(layer);
    byte[] expected = indexOf(features);
    Collections.shuffle(features, new Random(SEED));
    assertThat(indexOf(features)).as("seed %d", SEED).isEqualTo(expected);
  }

  @Test
  void the_nearest_area_is_that_of_a_scan_over_all_distances() {
    List<Outline> outlines = outlines("jakarta-kelurahan");
    BorderIndex borders = new BorderIndex(CellIndex.build(outlines));
    Random random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      double lon = 106 + random.nextDouble() * 1.5;
      double lat = -6.6 + random.nextDouble() * 1.5;
      double least = Double.POSITIVE_INFINITY;
      int nearest = -1;
      for (int area = 0; area < outlines.size(); area++) {
        double distance = borders.distance(area, lon, lat);
        if (distance < least) {
          least = distance;
          nearest = area;
        }
      }
      assertThat(borders.distance(lon, lat)).isEqualTo(least);
      assertThat(borders.nearest(lon, lat)).isEqualTo(nearest);
    }
  }

  /** Of an index that was written and read again. */
  private static Differential differential(List<Outline> outlines) {
    byte[] bytes = IndexFileTest.bytes(CellIndex.build(outlines));
    return new Differential(outlines, CellIndex.read(ByteBuffer.wrap(bytes)));
  }

  private static List<Outline> outlines(String layers) {
    return Stream.of(layers.split("\\+"))
        .map(layer -> SharedFiles.data(layer + ".geojson.gz"))
        .toList()
        .stream()
        .flatMap(file -> Boundaries.read(file).outlines().stream())
        .toList();
  }

  /** The lines of the features, without the first and the last line of the collection. */
  private static List<String> features(String layer) {
    Path file = SharedFiles.data(layer + ".geojson.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> line.startsWith("{\"type\":\"Feature\","))
          .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
          .collect(Collectors.toCollection(ArrayList::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] indexOf(List<String> features) {
    byte[] file = String.join("\n", features).getBytes(StandardCharsets.UTF_8);
    Boundaries boundaries =
        Boundaries.read(new ByteArrayInputStream(file), "shuffled", BoundaryOptions.defaults());
    assertThat(boundaries.outlines()).hasSizeGreaterThan(200);
    return IndexFileTest.bytes(CellIndex.build(boundaries.outlines()));
  }
}
