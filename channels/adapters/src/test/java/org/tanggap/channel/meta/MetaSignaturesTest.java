package org.tanggap.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.channel.meta.MetaAccounts.NEXT_SECRET;
import static org.tanggap.channel.meta.MetaAccounts.SECRET;
import static org.tanggap.channel.meta.MetaAccounts.hex;
import static org.tanggap.channel.meta.MetaAccounts.utf8;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushVerdict;

/** The signature that the three products share: what holds, and all that must not. */
class MetaSignaturesTest {

  private static final String HEADER = "X-Hub-Signature-256";
  private static final byte[] BODY =
      utf8(
          "{\"object\":\"instagram\",\"entry\":[{\"id\":\"17841400000000001\",\"time\":1795227400,"
              + "\"changes\":[{\"field\":\"comments\",\"value\":{\"id\":\"17865\",\"from\":"
              + "{\"id\":\"2323\"},\"text\":\"Banjir \ud83c\udf0a di RW 05\"}}]}]}");

  /**
   * A request and whether it is genuine.
   *
   * @param name what is special about it
   * @param holds whether the signature holds
   * @param request what arrives
   */
  record Vector(String name, boolean holds, PushRequest request) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static final class Vectors {

    private final List<Vector> all = new ArrayList<>();

    void genuine(String name, byte[] body, String... signatures) {
      all.add(new Vector(name, true, request(body, Map.of(HEADER, List.of(signatures)))));
    }

    void forged(String name, byte[] body, String... signatures) {
      all.add(new Vector(name, false, request(body, Map.of(HEADER, List.of(signatures)))));
    }

    void add(String name, boolean holds, Map<String, List<String>> headers) {
      all.add(new Vector(name, holds, request(BODY, headers)));
    }

    private static PushRequest request(byte[] body, Map<String, List<String>> headers) {
      return PushRequest.of(body, headers);
    }
  }

  static List<Vector> vectors() {
    Vectors vectors = new Vectors();
    genuine(vectors);
    otherKeys(vectors);
    otherSpellings(vectors);
    otherHeaders(vectors);
    otherBodies(vectors);
    return vectors.all;
  }

  private static String good() {
    return "sha256=" + hex(utf8(SECRET), BODY);
  }

  private static void genuine(Vectors vectors) {
    String right = hex(utf8(SECRET), BODY);
    vectors.genuine("made with the first secret", BODY, good());
    vectors.genuine("made with the next secret", BODY, "sha256=" + hex(utf8(NEXT_SECRET), BODY));
    vectors.genuine("hex in capitals", BODY, "sha256=" + right.toUpperCase(Locale.ROOT));
    // Meta signs the body as it sends it, with emoji as escapes.
    byte[] escaped = utf8(text().replace("\ud83c\udf0a", "\\ud83c\\udf0a"));
    vectors.genuine("emoji as escapes, signed so", escaped, "sha256=" + hex(utf8(SECRET), escaped));
    for (String name : List.of("x-hub-signature-256", "X-HUB-SIGNATURE-256")) {
      vectors.add("header " + name, true, Map.of(name, List.of(good())));
    }
    vectors.add(
        "the old SHA-1 header beside it",
        true,
        Map.of(HEADER, List.of(good()), "X-Hub-Signature", List.of("sha1=00")));
  }

  private static void otherKeys(Vectors vectors) {
    for (String key :
        List.of(
            "an-other-app-altogether-with-its-own",
            SECRET.substring(1),
            SECRET.substring(0, 31),
            SECRET + "\n",
            " " + SECRET,
            SECRET.toUpperCase(Locale.ROOT),
            SECRET + NEXT_SECRET,
            MetaAccounts.TOKEN,
            MetaAccounts.VERIFY_TOKEN)) {
      vectors.forged("made with key " + vectors.all.size(), BODY, "sha256=" + hex(utf8(key), BODY));
    }
    vectors.forged(
        "made with the bytes that the secret's hex stands for",
        BODY,
        "sha256=" + hex(HexFormat.of().parseHex(SECRET), BODY));
  }

  private static void otherSpellings(Vectors vectors) {
    String right = hex(utf8(SECRET), BODY);
    for (int length : new int[] {0, 1, 2, 31, 32, 40, 62, 63}) {
      vectors.forged("cut to " + length + " digits", BODY, good().substring(0, 7 + length));
    }
    for (int bit : new int[] {0, 7, 128, 255}) {
      byte[] mac = HexFormat.of().parseHex(right);
      mac[bit / 8] ^= (byte) (1 << bit % 8);
      vectors.forged("bit " + bit + " flipped", BODY, "sha256=" + HexFormat.of().formatHex(mac));
    }
    String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(right));
    for (String other :
        List.of(
            right,
            "sha1=" + right,
            "sha512=" + right,
            "SHA256=" + right,
            "sha256:" + right,
            "sha256= " + right,
            "sha256=" + base64,
            "sha256=0x" + right,
            "sha256=" + right + "0",
            "sha256=" + right + "00",
            "sha256=" + right + right,
            good() + " ",
            " " + good(),
            good() + "\n",
            good() + "\u0000",
            "\"" + good() + "\"",
            good() + "," + good(),
            "sha256=" + right.replaceAll("(..)(?!$)", "$1:"),
            "sha256=" + "0".repeat(64),
            "sha256=" + "z".repeat(64),
            "sha256=" + right.replace(right.charAt(0), '\uFF11'),
            "sha256=" + new StringBuilder(right).reverse(),
            "sha256=",
            "=",
            "")) {
      vectors.forged("spelling " + vectors.all.size(), BODY, other);
    }
  }

  private static void otherHeaders(Vectors vectors) {
    vectors.forged("twice", BODY, good(), good());
    vectors.forged("a forged one behind", BODY, good(), "sha256=00");
    vectors.forged("a forged one before", BODY, "sha256=00", good());
    vectors.forged("none", BODY);
    vectors.add("no header at all", false, Map.of());
    vectors.add("in the old header", false, Map.of("X-Hub-Signature", List.of(good())));
    vectors.add("as authorization", false, Map.of("Authorization", List.of(good())));
  }

  private static void otherBodies(Vectors vectors) {
    for (String other :
        List.of(
            text() + "\n",
            " " + text(),
            "\uFEFF" + text(),
            text().replace(",", ", "),
            text().replace("RW 05", "RW 06"),
            text().replace("\ud83c\udf0a", "\\ud83c\\udf0a"),
            text().replace("\"id\":\"17865\",", ""),
            text().replace("{\"object\":\"instagram\",", "{"),
            text() + text(),
            "")) {
      vectors.forged("another body " + vectors.all.size(), utf8(other), good());
    }
    byte[] cut = Arrays.copyOf(BODY, BODY.length - 1);
    vectors.forged("the body cut short", cut, good());
    vectors.forged("signed for an empty body", BODY, "sha256=" + hex(utf8(SECRET), new byte[0]));
  }

  private static String text() {
    return new String(BODY, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void a_signature_holds_for_its_own_bytes_and_secrets_only(Vector vector) {
    PushVerdict verdict = MetaAccounts.instagram().open(vector.request());

    if (vector.holds()) {
      assertThat(verdict).isInstanceOf(PushVerdict.Genuine.class);
      assertThat(((PushVerdict.Genuine) verdict).messages()).hasSize(1);
    } else {
      assertThat(verdict).isInstanceOf(PushVerdict.Refused.class);
      assertThat(((PushVerdict.Refused) verdict).response().status()).isEqualTo(401);
    }
  }

  @Test
  void there_are_enough_vectors_of_both_kinds() {
    assertThat(vectors()).hasSizeGreaterThan(60);
    assertThat(vectors()).filteredOn(Vector::holds).hasSizeGreaterThan(5);
  }

  @Test
  void a_signature_does_not_depend_on_the_address() {
    for (String address : List.of("/", "/meta", "/?x=1", "https://kota.example/hook")) {
      PushRequest request =
          PushRequest.of("POST", URI.create(address), BODY, Map.of(HEADER, List.of(good())));

      assertThat(MetaAccounts.instagram().open(request)).isInstanceOf(PushVerdict.Genuine.class);
    }
  }

  @Test
  void all_three_products_check_the_same_signature() {
    for (GraphWebhook webhook :
        List.of(MetaAccounts.whatsApp(), MetaAccounts.facebook(), MetaAccounts.instagram())) {
      assertThat(webhook.open(MetaAccounts.signed(SECRET, BODY)))
          .isInstanceOf(PushVerdict.Genuine.class);
      assertThat(webhook.open(MetaAccounts.signed("0123456789abcdef", BODY)))
          .isInstanceOf(PushVerdict.Refused.class);
    }
  }
}
