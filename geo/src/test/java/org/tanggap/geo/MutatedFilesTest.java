package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whatever happens to a file on its way, it is read or refused with a typed error")
class MutatedFilesTest {

  private static final int MUTANTS = Integer.getInteger("tanggap.mutants", 4000);
  private static final String TELLING = "{}[]\",:-+.eE0179 \n\\ntf\u0000\u001e\u00ef\u00bb\u00bf";

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void geojson(long seed) {
    byte[] sound =
        Sample.utf8(
            Sample.collection(
                Sample.gambir(),
                Sample.cideng(),
                Sample.feature(
                    Sample.named("31.71.01.1003", "Petojo"),
                    "{\"type\":\"MultiPolygon\",\"coordinates\":["
                        + Sample.square(106.8, -6)
                        + "]}")));
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutated(sound, random);
      check(i % 10 == 0 ? Sample.gzip(mutant) : mutant, seed, i);
    }
    byte[] gzip = Sample.gzip(sound);
    for (int i = 0; i < MUTANTS; i++) {
      check(mutated(gzip, random), seed, -i);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void shapefiles(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ShapefileSample sample = ShapefileSample.gambir();
    byte[] zip = sample.zip();
    for (int i = 0; i < MUTANTS; i++) {
      var parts = sample.parts();
      String part = random.nextBoolean() ? "shp" : "dbf";
      parts.put(part, mutated(parts.get(part), random));
      check(i % 4 == 0 ? mutated(zip, random) : ShapefileSample.zip(parts), seed, i);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void zip_files(long seed, @TempDir Path folder) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] zip = ShapefileSample.gambir().zip();
    Path file = folder.resolve("mutant.zip");
    for (int i = 0; i < MUTANTS / 10; i++) {
      Files.write(file, mutated(zip, random));
      try {
        Boundaries.read(file);
      } catch (BoundaryFileException e) {
        assertThat(e.getMessage()).startsWith("mutant.zip");
      }
    }
  }

  private static void check(byte[] mutant, long seed, int number) {
    try {
      Boundaries read = Sample.read(mutant);
      assertThat(read.outlines()).hasSameSizeAs(read.jurisdictions());
    } catch (BoundaryFileException e) {
      assertThat(e.getMessage()).hasSizeLessThan(400);
    } catch (RuntimeException | Error e) {
      throw new AssertionError("seed " + seed + ", mutant " + number, e);
    }
  }

  private static byte[] mutated(byte[] sound, SplittableRandom random) {
    byte[] mutant = sound.clone();
    for (int n = random.nextInt(1, 4); n > 0 && mutant.length > 0; n--) {
      int at = random.nextInt(mutant.length);
      int until = Math.min(mutant.length, at + random.nextInt(1, 12));
      switch (random.nextInt(5)) {
        case 0 -> mutant[at] = (byte) random.nextInt(256);
        case 1 -> mutant[at] = (byte) TELLING.charAt(random.nextInt(TELLING.length()));
        case 2 -> mutant = Arrays.copyOf(mutant, at);
        case 3 ->
            mutant =
                Sample.joined(
                    Arrays.copyOf(mutant, at), Arrays.copyOfRange(mutant, until, mutant.length));
        default ->
            mutant =
                Sample.joined(
                    Arrays.copyOf(mutant, until), Arrays.copyOfRange(mutant, at, mutant.length));
      }
    }
    return mutant;
  }
}
