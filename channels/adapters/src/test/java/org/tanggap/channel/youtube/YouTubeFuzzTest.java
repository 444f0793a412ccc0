package org.tanggap.channel.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YouTubeFuzzTest {

  private static final String LETTERS = "0123456789\"{}[],:-.eE\\ntru\u0000";

  @ParameterizedTest
  @ValueSource(strings = "threads")
  void changed_payloads_never_break_the_reader(String name) throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(getClass().getResource(name), name).toURI());
    SplittableRandom random = new SplittableRandom(20_261_121);
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> payloads =
          files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      assertThat(payloads).hasSizeGreaterThan(20);
      for (Path payload : payloads) {
        byte[] bytes = Files.readAllBytes(payload);
        YouTubeFuzz.fuzzerTestOneInput(bytes);
        for (int i = 0; i < 60 && bytes.length > 0; i++) {
          YouTubeFuzz.fuzzerTestOneInput(changed(bytes, random));
        }
      }
    }
  }

  private static byte[] changed(byte[] bytes, SplittableRandom random) {
    byte[] copy = bytes.clone();
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      copy[random.nextInt(copy.length)] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(copy, random.nextInt(copy.length)) : copy;
  }
}
