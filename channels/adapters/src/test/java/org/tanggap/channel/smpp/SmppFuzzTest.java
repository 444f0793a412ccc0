package org.tanggap.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SmppFuzzTest {

  @Test
  void messages_with_changed_bytes_are_read_or_refused() throws Exception {
    Path folder = Path.of(SmppFuzzTest.class.getResource("payloads").toURI());
    List<byte[]> pdus = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(it -> it.toString().endsWith(".hex")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          pdus.add(HexFormat.of().parseHex(line));
        }
      }
    }
    assertThat(pdus).hasSizeGreaterThan(45);
    Random random = new Random(20261122);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = pdus.get(random.nextInt(pdus.size())).clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        // The header says how long it is, and jsmpp reads that much.
        int at = 16 + random.nextInt(bytes.length - 16);
        bytes[at] = (byte) random.nextInt(256);
      }
      SmppFuzz.fuzzerTestOneInput(bytes);
    }
  }
}
