package org.tanggap.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The payloads, changed at random, through {@link MetaFuzz}. */
class MetaFuzzTest {

  private static final List<String> VALUES =
      List.of("null", "{}", "[]", "\"\"", "-1", "1e400", "true", "\"\\u0000\"", "\"\\ud83c\"");

  private static List<byte[]> payloads() throws IOException, URISyntaxException {
    List<byte[]> all = new ArrayList<>();
    for (String folder : List.of("whatsapp", "facebook", "instagram")) {
      Path path = Path.of(Objects.requireNonNull(MetaFuzzTest.class.getResource(folder)).toURI());
      try (Stream<Path> files = Files.list(path)) {
        for (Path file : files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
          all.add(Files.readAllBytes(file));
        }
      }
    }
    return all;
  }

  private static byte[] changed(byte[] payload, RandomGenerator random) {
    int at = random.nextInt(payload.length);
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(payload, at);
      case 1 -> {
        byte[] copy = payload.clone();
        copy[at] = (byte) random.nextInt(256);
        yield copy;
      }
      default -> exchanged(new String(payload, StandardCharsets.UTF_8), at, random);
    };
  }

  /** Another value behind one of the names. */
  private static byte[] exchanged(String json, int from, RandomGenerator random) {
    int colon = json.indexOf("\": ", Math.min(from, json.length() - 1));
    int end = colon < 0 ? -1 : json.indexOf('\n', colon);
    String value = VALUES.get(random.nextInt(VALUES.size()));
    return MetaAccounts.utf8(
        end < 0 ? json : json.substring(0, colon + 3) + value + "," + json.substring(end));
  }

  @Test
  void thousands_of_changed_payloads_give_messages_or_a_refusal() throws Exception {
    RandomGenerator random = new SplittableRandom(20261121);
    List<byte[]> payloads = payloads();
    assertThat(payloads).hasSizeGreaterThan(100);
    for (int round = 0; round < 2_500; round++) {
      byte[] input = changed(payloads.get(random.nextInt(payloads.size())), random);
      assertThatCode(() -> MetaFuzz.fuzzerTestOneInput(input))
          .as(() -> new String(input, StandardCharsets.UTF_8))
          .doesNotThrowAnyException();
    }
  }
}
