package org.tanggap.channel.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Damages payload files a few thousand times, the same way in every run. */
public final class Mutations {

  private static final byte[] MARKS = "\"{}[]<>&;:,0-9\\".getBytes(StandardCharsets.US_ASCII);

  private Mutations() {}

  /**
   * Feeds damaged payloads to a parser.
   *
   * @param test a class beside whose resources the folders lie
   * @param runs how many payloads to feed
   * @param parser throws on anything but a declared outcome
   * @param folders folders of payloads
   */
  public static void run(Class<?> test, int runs, Consumer<byte[]> parser, String... folders) {
    List<byte[]> payloads = Stream.of(folders).flatMap(folder -> read(test, folder)).toList();
    Random random = new Random(20261122);
    for (int i = 0; i < runs; i++) {
      byte[] payload = payloads.get(random.nextInt(payloads.size()));
      parser.accept(damaged(payload, payloads.get(random.nextInt(payloads.size())), random));
    }
  }

  private static byte[] damaged(byte[] payload, byte[] other, Random random) {
    byte[] bytes = payload.clone();
    for (int i = random.nextInt(6); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = MARKS[random.nextInt(MARKS.length)];
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        case 3 -> System.arraycopy(bytes, at, bytes, at / 2, bytes.length - at);
        default ->
            System.arraycopy(
                other,
                Math.min(at, other.length),
                bytes,
                at,
                Math.max(0, Math.min(other.length - at, bytes.length - at)));
      }
    }
    return bytes;
  }

  private static Stream<byte[]> read(Class<?> test, String folder) {
    try (Stream<Path> files =
        Files.list(Path.of(Objects.requireNonNull(test.getResource(folder)).toURI()))) {
      return files
          .filter(file -> !file.toString().endsWith(".expected.txt"))
          .sorted()
          .map(Mutations::bytes)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new AssertionError("a resource has an address", e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
