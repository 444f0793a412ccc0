package org.tanggap.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes that a request may hold although it is signed: a vendor's fault, or its bad day. */
final class HostileBytes {

  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final List<String> INSTEAD =
      List.of("null", "{}", "[]", "[null]", "\"\"", "true", "-1", "1e400", "9".repeat(400));

  private HostileBytes() {}

  /** Some hundred bodies, the same each time: without order, and changed from a genuine one. */
  static List<byte[]> from(byte[] genuine) {
    RandomGenerator random = new SplittableRandom(20261121);
    List<byte[]> bodies = new ArrayList<>();
    bodies.add(new byte[0]);
    bodies.add(new byte[2 << 20]);
    for (String text :
        List.of("null", "{}", "[]", "[[]]", "0", "\"\"", "{\"a\":1e999999999}", "=&=&%")) {
      bodies.add(bytes(text));
    }
    bodies.add(bytes("[".repeat(100_000)));
    bodies.add(bytes("{\"a\":".repeat(100_000)));
    bodies.add(bytes("9".repeat(1_000_000)));
    bodies.add(bytes("\"" + "x".repeat(2 << 20) + "\""));
    bodies.add(new byte[] {'{', '"', -61, 40, '"', ':', '"', -1, -2, '"', '}'});
    for (int i = 0; i < 100; i++) {
      bodies.add(noise(random));
      bodies.add(Arrays.copyOf(genuine, random.nextInt(genuine.length)));
      bodies.add(changed(genuine, random));
    }
    bodies.addAll(exchanged(new String(genuine, StandardCharsets.UTF_8)));
    return bodies;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] noise(RandomGenerator random) {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] changed(byte[] genuine, RandomGenerator random) {
    byte[] bytes = genuine.clone();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /** The genuine body with each of its values in turn of another type, or far too large. */
  private static List<byte[]> exchanged(String genuine) {
    List<byte[]> bodies = new ArrayList<>();
    for (Pattern pattern : List.of(TEXT, NUMBER)) {
      Matcher matcher = pattern.matcher(genuine);
      while (matcher.find() && bodies.size() < 800) {
        for (String other : INSTEAD) {
          bodies.add(
              bytes(
                  genuine.substring(0, matcher.start())
                      + other
                      + genuine.substring(matcher.end())));
        }
      }
    }
    return bodies;
  }
}
