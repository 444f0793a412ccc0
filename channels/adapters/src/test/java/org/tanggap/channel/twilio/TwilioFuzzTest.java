package org.tanggap.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TwilioFuzzTest {

  @Test
  void payloads_with_changed_bytes_are_read_or_refused() throws Exception {
    URL folder = TwilioFuzzTest.class.getResource("payloads");
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(folder.toURI()))) {
      files = all.filter(file -> !file.toString().endsWith(".txt")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(40);
    Random random = new Random(20261122);
    for (int i = 0; i < 4_000; i++) {
      byte[] bytes = Files.readAllBytes(files.get(random.nextInt(files.size())));
      for (int n = random.nextInt(6); n >= 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      TwilioFuzz.fuzzerTestOneInput(bytes);
    }
  }
}
