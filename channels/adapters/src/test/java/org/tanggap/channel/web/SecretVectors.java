package org.tanggap.channel.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Requests to a web hook that knows its vendor by a shared secret in a header. */
public final class SecretVectors {

  private SecretVectors() {}

  /**
   * A request and whether it is genuine.
   *
   * @param name what is special about it
   * @param genuine whether it is taken
   * @param headers what arrives
   */
  public record Vector(String name, boolean genuine, Map<String, List<String>> headers) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Vector good(String name, Map<String, List<String>> headers) {
    return new Vector(name, true, headers);
  }

  private static Vector bad(String header, String name, String... values) {
    return new Vector(name, false, Map.of(header, List.of(values)));
  }

  /**
   * Requests with the right secret and with all that is not it.
   *
   * @param header the header field that holds the secret
   * @param first a secret that is valid, with letters, digits and a hyphen, at least 19 characters
   * @param next the other one that is valid
   * @return at least forty
   */
  public static List<Vector> of(String header, String first, String next) {
    List<Vector> all = new ArrayList<>();
    all.add(good("the first secret", Map.of(header, List.of(first))));
    all.add(good("the second secret", Map.of(header, List.of(next))));
    all.add(good("name in small letters", Map.of(header.toLowerCase(Locale.ROOT), List.of(first))));
    all.add(good("name in capitals", Map.of(header.toUpperCase(Locale.ROOT), List.of(first))));
    all.add(good("other fields", Map.of(header, List.of(first), "X-Other", List.of("x", "y"))));

    all.add(new Vector("no header at all", false, Map.of()));
    all.add(new Vector("another header", false, Map.of("X-Another-Secret", List.of(first))));
    all.add(new Vector("as a bearer", false, Map.of("Authorization", List.of("Bearer " + first))));
    all.add(new Vector("no value", false, Map.of(header, List.of())));
    all.add(bad(header, "empty", ""));
    all.add(bad(header, "a blank", " "));
    for (int length : new int[] {1, 2, 7, 12, 17, 18}) {
      all.add(bad(header, "cut to " + length, first.substring(0, length)));
    }
    for (int at : new int[] {0, 1, 8, 15, 18}) {
      char other = (char) (first.charAt(at) ^ 2);
      all.add(
          bad(
              header,
              "one bit changed at " + at,
              first.substring(0, at) + other + first.substring(at + 1)));
    }
    all.add(bad(header, "in capitals", first.toUpperCase(Locale.ROOT)));
    all.add(bad(header, "in small letters", first.toLowerCase(Locale.ROOT)));
    all.add(bad(header, "backwards", new StringBuilder(first).reverse().toString()));
    all.add(bad(header, "without its first character", first.substring(1)));
    all.add(bad(header, "a character more", first + "0"));
    all.add(bad(header, "a character before", "0" + first));
    all.add(bad(header, "twice in a row", first + first));
    all.add(bad(header, "both secrets joined", first + next));
    all.add(bad(header, "both secrets with a comma", first + "," + next));
    all.add(bad(header, "a blank behind", first + " "));
    all.add(bad(header, "a blank before", " " + first));
    all.add(bad(header, "a line break behind", first + "\n"));
    all.add(bad(header, "a NUL behind", first + "\u0000"));
    all.add(bad(header, "in quotation marks", "\"" + first + "\""));
    all.add(bad(header, "with a scheme", "Bearer " + first));
    all.add(bad(header, "with a prefix", "sha256=" + first));
    all.add(
        bad(
            header,
            "in base 64",
            Base64.getEncoder().encodeToString(first.getBytes(StandardCharsets.UTF_8))));
    all.add(bad(header, "per cent encoded", first.replace("-", "%2D")));
    all.add(bad(header, "hyphen of another kind", first.replace('-', '\u2010')));
    all.add(bad(header, "digits of another script", first.replace('2', '\uff12')));
    all.add(bad(header, "a retired secret", "Rahasia-kantor_2025"));
    all.add(bad(header, "something else that is secret", "7000000001:AAFakeFakeFake"));
    all.add(bad(header, "a star", "*"));
    all.add(bad(header, "null", "null"));
    all.add(bad(header, "very long", "x".repeat(100_000)));
    all.add(bad(header, "two fields, both right", first, first));
    all.add(bad(header, "two fields, one of each secret", first, next));
    all.add(bad(header, "two fields, the first right", first, "x"));
    all.add(bad(header, "two fields, the second right", "x", first));
    return all;
  }
}
