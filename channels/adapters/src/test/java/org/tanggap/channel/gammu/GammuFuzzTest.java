package org.tanggap.channel.gammu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GammuFuzzTest {

  @Test
  void files_with_changed_bytes_are_read_or_refused() throws Exception {
    Path folder = Path.of(GammuFuzzTest.class.getResource("payloads").toURI());
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".env")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(25);
    Random random = new Random(20261122);
    for (int i = 0; i < 4_000; i++) {
      String lines = Files.readString(files.get(random.nextInt(files.size())));
      byte[] bytes = lines.replace('\n', '\0').getBytes(StandardCharsets.UTF_8);
      for (int n = random.nextInt(4); n >= 0 && bytes.length > 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      GammuFuzz.fuzzerTestOneInput(bytes);
    }
  }
}
