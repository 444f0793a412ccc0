package org.tanggap.channel.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Payloads with a few bytes changed or cut off, the same ones each time. */
public final class Mutations {

  private static final byte[] BYTES =
      "0123456789\"{}[],:-.eE\\ntru%&=+\u0000\u00ff".getBytes(StandardCharsets.ISO_8859_1);

  private Mutations() {}

  /**
   * Hands every payload and its mutations on.
   *
   * @param test a class beside whose resources the folder lies
   * @param folder the folder's name
   * @param times how many mutations of each payload
   * @param input takes them
   * @return how many inputs there were
   */
  public static int run(Class<?> test, String folder, int times, Consumer<byte[]> input) {
    SplittableRandom random = new SplittableRandom(20_261_121);
    int inputs = 0;
    for (Path payload : list(test, folder)) {
      byte[] bytes = read(payload);
      input.accept(bytes);
      for (int i = 0; i < times && bytes.length > 0; i++) {
        input.accept(mutated(bytes, random));
        inputs++;
      }
    }
    return inputs;
  }

  private static byte[] mutated(byte[] bytes, SplittableRandom random) {
    byte[] copy = bytes.clone();
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      copy[random.nextInt(copy.length)] = BYTES[random.nextInt(BYTES.length)];
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(copy, random.nextInt(copy.length)) : copy;
  }

  private static List<Path> list(Class<?> test, String folder) {
    URL url = Objects.requireNonNull(test.getResource(folder), folder);
    try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
      return files.filter(file -> !file.toString().endsWith(".expected.txt")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a resource has an address", e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
