package org.tanggap.channel.x;

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

class XFuzzTest {

  private static final String LETTERS = "0123456789\"{}[],:-.eE\\ntru\u0000";

  @ParameterizedTest
  @ValueSource(strings = {"timelines", "events"})
  void changed_payloads_never_break_the_reader(String name) throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(getClass().getResource(name), name).toURI());
    SplittableRandom random = new SplittableRandom(20_261_121);
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> payloads =
          files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      assertThat(payloads).hasSizeGreaterThan(30);
      for (Path payload : payloads) {
        byte[] bytes = Files.readAllBytes(payload);
        XFuzz.fuzzerTestOneInput(bytes);
        for (int i = 0; i < 40 && bytes.length > 0; i++) {
          XFuzz.fuzzerTestOneInput(changed(bytes, random));
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
