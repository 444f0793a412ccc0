package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Payloads as files, with what is expected of each beside it: {@code photo-with-caption.json} and
 * {@code photo-with-caption.expected.txt}, which holds the {@link Rendering}.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> every_payload_is_read_as_expected() {
 *   return PayloadFixtures.beside(
 *       getClass(), "payloads", 20, bytes -> Rendering.of(messages.read(bytes)));
 * }
 * }</pre>
 */
public final class PayloadFixtures {

  private static final String EXPECTED = ".expected.txt";

  private PayloadFixtures() {}

  /**
   * One test a payload.
   *
   * @param test a class; the folder lies beside it among the resources
   * @param folder the folder's name
   * @param atLeast how many payloads there have to be, so that none is lost unseen
   * @param read reads a payload and writes out what it is, see {@link Rendering}
   * @return the tests, by name
   */
  public static Stream<DynamicTest> beside(
      Class<?> test, String folder, int atLeast, Function<byte[], String> read) {
    List<Path> payloads = list(test, folder);
    assertThat(payloads).as("payloads in " + folder).hasSizeGreaterThanOrEqualTo(atLeast);
    return payloads.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () ->
                        assertThat(read.apply(Files.readAllBytes(file)).strip())
                            .isEqualTo(expected(file))));
  }

  private static List<Path> list(Class<?> test, String folder) {
    URL url = test.getResource(folder);
    assertThat(url).as("the folder " + folder + " beside " + test.getName()).isNotNull();
    try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
      return files.filter(file -> !file.toString().endsWith(EXPECTED)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new AssertionError("a resource has an address", e);
    }
  }

  private static String expected(Path payload) throws IOException {
    String name = payload.getFileName().toString();
    Path file = payload.resolveSibling(name.replaceFirst("\\.[^.]*$", "") + EXPECTED);
    return Files.exists(file) ? Files.readString(file).strip() : "no file " + file.getFileName();
  }
}
