package org.tanggap.channel.citizenapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.tanggap.channel.citizenapp.Apps.ACCOUNT;
import static org.tanggap.channel.citizenapp.Apps.JAKARTA;
import static org.tanggap.channel.citizenapp.Apps.NEXT_SECRET;
import static org.tanggap.channel.citizenapp.Apps.SECRET;
import static org.tanggap.channel.citizenapp.Apps.hex;
import static org.tanggap.channel.citizenapp.Apps.refusal;
import static org.tanggap.channel.citizenapp.Apps.utf8;

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
import tools.jackson.databind.json.JsonMapper;

/** The signature of a request: what holds, and all that must not. */
class SignaturesTest {

  private static final byte[] BODY =
      utf8("{\"post_id\":4711,\"title\":\"Banjir 🌊\",\"loc_lat\":-6.2,\"loc_lng\":106.8}");
  private static final byte[] OTHER_SECRET = utf8("a-secret-of-another-app-altogether");
  private static final byte[] OLD_SECRET = utf8("the-secret-that-was-taken-away");

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

  private static Vector vector(String name, boolean holds, byte[] body, String... signatures) {
    return vector(name, holds, body, Map.of("X-Signature", List.of(signatures)));
  }

  private static Vector vector(
      String name, boolean holds, byte[] body, Map<String, List<String>> headers) {
    return new Vector(name, holds, PushRequest.of(body, headers));
  }

  private static byte[] changed(byte[] bytes, int at, int bits) {
    byte[] copy = bytes.clone();
    copy[at] ^= (byte) bits;
    return copy;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = new byte[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  static List<Vector> vectors() throws Exception {
    String right = hex(SECRET, BODY);
    String good = "sha256=" + right;
    String text = new String(BODY, StandardCharsets.UTF_8);
    List<Vector> all = new ArrayList<>();

    all.add(vector("made with the first secret", true, BODY, good));
    all.add(vector("made with the second secret", true, BODY, "sha256=" + hex(NEXT_SECRET, BODY)));
    all.add(vector("hex in capitals", true, BODY, "sha256=" + right.toUpperCase(Locale.ROOT)));
    all.add(
        vector(
            "hex in mixed case",
            true,
            BODY,
            "sha256=" + right.substring(0, 32).toUpperCase(Locale.ROOT) + right.substring(32)));
    all.add(
        vector("an empty list of posts", true, utf8("[]"), "sha256=" + hex(SECRET, utf8("[]"))));
    String escaped = text.replace("🌊", "\\ud83c\\udf0a");
    all.add(
        vector(
            "an emoji as \\u escapes, signed so",
            true,
            utf8(escaped),
            "sha256=" + hex(SECRET, utf8(escaped))));
    for (String name : List.of("x-signature", "X-SIGNATURE", "x-SigNature")) {
      all.add(vector("header " + name, true, BODY, Map.of(name, List.of(good))));
    }
    all.add(
        vector(
            "other header fields beside it",
            true,
            BODY,
            Map.of("X-Signature", List.of(good), "X-Signature-Old", List.of("sha256=00"))));

    all.add(vector("made with a removed secret", false, BODY, "sha256=" + hex(OLD_SECRET, BODY)));
    all.add(vector("made with another key", false, BODY, "sha256=" + hex(OTHER_SECRET, BODY)));
    all.add(
        vector(
            "made with a secret cut short",
            false,
            BODY,
            "sha256=" + hex(Arrays.copyOf(SECRET, SECRET.length - 1), BODY)));
    all.add(
        vector(
            "made with both secrets joined",
            false,
            BODY,
            "sha256=" + hex(joined(SECRET, NEXT_SECRET), BODY)));
    all.add(
        vector(
            "made with a line break after the secret",
            false,
            BODY,
            "sha256=" + hex(joined(SECRET, utf8("\n")), BODY)));
    for (int length : new int[] {0, 1, 2, 31, 32, 62, 63}) {
      all.add(vector("cut to " + length + " digits", false, BODY, good.substring(0, 7 + length)));
    }
    all.add(vector("one digit too many", false, BODY, good + "0"));
    all.add(vector("one byte too many", false, BODY, good + "00"));
    all.add(vector("twice in a row", false, BODY, good + right));
    all.add(vector("a second signature after a comma", false, BODY, good + "," + good));
    all.add(vector("a blank after it", false, BODY, good + " "));
    all.add(vector("a blank before it", false, BODY, " " + good));
    all.add(vector("a blank after the prefix", false, BODY, "sha256= " + right));
    all.add(vector("a line break after it", false, BODY, good + "\n"));
    all.add(vector("a NUL after it", false, BODY, good + "\u0000"));
    all.add(vector("in quotation marks", false, BODY, "\"" + good + "\""));
    all.add(vector("without prefix", false, BODY, right));
    all.add(vector("prefix of another hash", false, BODY, "sha1=" + right));
    all.add(vector("prefix in capitals", false, BODY, "SHA256=" + right));
    all.add(vector("prefix with a colon", false, BODY, "sha256:" + right));
    all.add(vector("prefix alone", false, BODY, "sha256="));
    all.add(vector("empty", false, BODY, ""));
    all.add(vector("zeros", false, BODY, "sha256=" + "0".repeat(64)));
    all.add(vector("no hex", false, BODY, "sha256=" + "z".repeat(64)));
    all.add(vector("one digit is no hex", false, BODY, "sha256=" + "g" + right.substring(1)));
    all.add(vector("hex with 0x", false, BODY, "sha256=0x" + right));
    all.add(
        vector("hex with colons", false, BODY, "sha256=" + right.replaceAll("(..)(?!$)", "$1:")));
    all.add(
        vector(
            "digits of another script",
            false,
            BODY,
            "sha256=" + right.replaceAll("[0-9]", "\uFF11")));
    all.add(
        vector(
            "base64 and not hex",
            false,
            BODY,
            "sha256=" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(right))));
    all.add(
        vector(
            "first digit changed",
            false,
            BODY,
            "sha256=" + (right.charAt(0) == '0' ? '1' : '0') + right.substring(1)));
    all.add(
        vector(
            "last digit changed",
            false,
            BODY,
            "sha256=" + right.substring(0, 63) + (right.charAt(63) == '0' ? '1' : '0')));
    all.add(
        vector("digits backwards", false, BODY, "sha256=" + new StringBuilder(right).reverse()));

    all.add(vector("two fields, both right", false, BODY, good, good));
    all.add(vector("two fields, the first right", false, BODY, good, "sha256=00"));
    all.add(vector("two fields, the second right", false, BODY, "sha256=00", good));
    all.add(vector("no field", false, BODY));
    all.add(vector("no header at all", false, BODY, Map.of()));
    all.add(vector("under another name", false, BODY, Map.of("Signature", List.of(good))));

    all.add(vector("first byte of the body changed", false, changed(BODY, 0, 1), good));
    all.add(
        vector("last byte of the body changed", false, changed(BODY, BODY.length - 1, 1), good));
    all.add(
        vector("a byte in the middle changed", false, changed(BODY, BODY.length / 2, 0x80), good));
    all.add(vector("a line break after the body", false, joined(BODY, utf8("\n")), good));
    all.add(vector("a byte order mark before the body", false, joined(utf8("\uFEFF"), BODY), good));
    all.add(vector("the body cut short", false, Arrays.copyOf(BODY, BODY.length - 1), good));
    all.add(vector("the body twice", false, joined(BODY, BODY), good));
    all.add(vector("an empty body", false, new byte[0], good));
    all.add(
        vector(
            "the signature of an empty body", false, BODY, "sha256=" + hex(SECRET, new byte[0])));
    all.add(
        vector(
            "the same JSON written out again with blanks",
            false,
            utf8(text.replace(":", ": ").replace(",", ", ")),
            good));
    all.add(vector("the emoji written as \\u escapes", false, utf8(escaped), good));
    all.add(
        vector(
            "the \\u escapes written as an emoji",
            false,
            BODY,
            "sha256=" + hex(SECRET, utf8(escaped))));
    all.add(
        vector(
            "the members in another order",
            false,
            utf8("{\"title\":\"Banjir 🌊\",\"post_id\":4711,\"loc_lat\":-6.2,\"loc_lng\":106.8}"),
            good));
    all.add(
        vector("the same words in UTF-16", false, text.getBytes(StandardCharsets.UTF_16LE), good));
    return all;
  }

  private static CitizenApp app() {
    return CitizenApp.builder(ACCOUNT, JAKARTA).secret(SECRET).secret(NEXT_SECRET).build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void aSignatureHoldsOnlyForTheBytesThatWereSignedWithASecretOfTheApp(Vector vector) {
    PushVerdict verdict = app().open(vector.request());
    if (vector.holds()) {
      assertThat(verdict).isInstanceOf(PushVerdict.Genuine.class);
    } else {
      assertThat(refusal(verdict)).isEqualTo(401);
    }
  }

  @Test
  void thereAreAtLeastFortyVectorsAndTheirNamesDiffer() throws Exception {
    assertThat(vectors()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(vectors()).extracting(Vector::name).doesNotHaveDuplicates();
  }

  @Test
  void theTestVectorOfRfc4231Holds() {
    byte[] key = new byte[20];
    Arrays.fill(key, (byte) 0x0b);
    CitizenApp app = CitizenApp.builder(ACCOUNT, JAKARTA).secret(key).build();
    String signature = "sha256=b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";
    PushVerdict verdict =
        app.open(PushRequest.of(utf8("Hi There"), Map.of("X-Signature", List.of(signature))));
    assertThat(refusal(verdict)).as("genuine, but no JSON").isEqualTo(400);
  }

  @Test
  void twoRequestsRepresentingTheSameJsonHaveSignaturesOfTheirOwn() throws Exception {
    String again = JsonMapper.shared().readTree(BODY).toString();
    assertThat(JsonMapper.shared().readTree(utf8(again)))
        .isEqualTo(JsonMapper.shared().readTree(BODY));
    byte[] spaced = utf8(again.replace(",", " ,"));
    assertThat(hex(SECRET, spaced)).isNotEqualTo(hex(SECRET, BODY));
  }

  @Test
  void nothingIsParsedBeforeTheSignatureHolds() throws Exception {
    for (String body : List.of("", "bukan json", "[".repeat(100_000), "17", "{\"post_id\":1}")) {
      PushVerdict forged =
          app()
              .open(
                  PushRequest.of(
                      utf8(body),
                      Map.of("X-Signature", List.of("sha256=" + hex(OTHER_SECRET, utf8(body))))));
      assertThat(forged)
          .as("a forged request learns nothing of what is wrong with its body")
          .isEqualTo(CitizenApp.refused(401, "the signature does not fit the body"));
    }
  }

  @Test
  void aSecretIsCopiedWhenItIsGiven() throws Exception {
    byte[] secret = SECRET.clone();
    CitizenApp.Builder builder = CitizenApp.builder(ACCOUNT, JAKARTA).secret(secret);
    CitizenApp app = builder.build();
    Arrays.fill(secret, (byte) 0);
    builder.secret(NEXT_SECRET);
    assertThat(app.open(Apps.signed(BODY))).isInstanceOf(PushVerdict.Genuine.class);
    PushRequest next =
        PushRequest.of(BODY, Map.of("X-Signature", List.of("sha256=" + hex(NEXT_SECRET, BODY))));
    assertThat(refusal(app.open(next))).isEqualTo(401);
  }

  @Test
  void aSecretOfLessThanSixteenBytesIsRefused() {
    CitizenApp.Builder builder = CitizenApp.builder(ACCOUNT, JAKARTA);
    for (int length = 0; length < 16; length++) {
      byte[] key = new byte[length];
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.secret(key))
          .withMessage("a secret has at least 16 bytes");
    }
    assertThat(builder.secret(new byte[16]).build().account()).isEqualTo(ACCOUNT);
  }

  @Test
  void anAppWithoutASecretIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> CitizenApp.builder(ACCOUNT, JAKARTA).build())
        .withMessage("the app app:qlue needs a secret to sign with");
  }
}
