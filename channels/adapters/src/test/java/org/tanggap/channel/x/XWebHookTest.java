package org.tanggap.channel.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushVerdict;
import org.tanggap.testkit.ManualClock;

/** X's signature over the raw body, and its challenge. */
class XWebHookTest {

  private static final String FIRST = Accounts.SECRETS.get(0);
  private static final String SECOND = Accounts.SECRETS.get(1);
  private static final String TEXT =
      Hooks.event("post.mention.create", Hooks.post("2080765813578191303", "1001", "Banjir 🌊"))
          .toString();
  private static final byte[] BODY = utf8(TEXT);

  private final XChannel channel =
      Accounts.builderWithoutVendor(ManualClock.at(Accounts.NOW)).build();

  /**
   * A request and whether it is genuine.
   *
   * @param name what is special about it
   * @param genuine whether it is taken
   * @param body the bytes
   * @param headers what arrives beside them
   */
  @SuppressWarnings("ArrayRecordComponent") // named, never compared
  record Vector(String name, boolean genuine, byte[] body, Map<String, List<String>> headers) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Vector good(String name, byte[] body, String signature) {
    return new Vector(name, true, body, Map.of(Hooks.HEADER, List.of(signature)));
  }

  private static Vector bad(String name, byte[] body, String... signatures) {
    return new Vector(name, false, body, Map.of(Hooks.HEADER, List.of(signatures)));
  }

  static List<Vector> vectors() {
    String right = Hooks.signature(FIRST, BODY);
    String bare = right.substring("sha256=".length());
    List<Vector> all = new ArrayList<>();
    all.add(good("made with the first secret", BODY, right));
    all.add(good("made with the second secret", BODY, Hooks.signature(SECOND, BODY)));
    all.add(
        new Vector(
            "name in capitals",
            true,
            BODY,
            Map.of(Hooks.HEADER.toUpperCase(Locale.ROOT), List.of(right))));
    all.add(
        new Vector(
            "other fields",
            true,
            BODY,
            Map.of(Hooks.HEADER, List.of(right), "X-Other", List.of("sha256=x"))));
    byte[] escaped = utf8(TEXT.replace("🌊", "\\ud83c\\udf0a"));
    all.add(good("an emoji as escapes, signed so", escaped, Hooks.signature(FIRST, escaped)));
    byte[] spaced = utf8(TEXT.replace(",", ", "));
    all.add(good("with blanks, signed so", spaced, Hooks.signature(FIRST, spaced)));

    all.add(new Vector("no header", false, BODY, Map.of()));
    all.add(new Vector("no value", false, BODY, Map.of(Hooks.HEADER, List.of())));
    all.add(new Vector("under another name", false, BODY, Map.of("X-Signature", List.of(right))));
    all.add(bad("empty", BODY, ""));
    all.add(bad("a blank", BODY, " "));
    all.add(bad("the prefix alone", BODY, "sha256="));
    all.add(bad("without the prefix", BODY, bare));
    all.add(bad("another prefix", BODY, "sha1=" + bare));
    all.add(bad("the prefix in capitals", BODY, "SHA256=" + bare));
    all.add(bad("the prefix twice", BODY, "sha256=" + right));
    all.add(bad("a blank after the prefix", BODY, "sha256= " + bare));
    all.add(bad("a blank at the end", BODY, right + " "));
    all.add(bad("a line's end", BODY, right + "\n"));
    all.add(bad("without padding", BODY, right.replace("=", "").replace("sha256", "sha256=")));
    all.add(bad("padded twice", BODY, right + "="));
    all.add(bad("in capitals", BODY, "sha256=" + bare.toUpperCase(Locale.ROOT)));
    all.add(bad("in small letters", BODY, "sha256=" + bare.toLowerCase(Locale.ROOT)));
    byte[] mac = Base64.getDecoder().decode(bare);
    all.add(bad("in hex", BODY, "sha256=" + HexFormat.of().formatHex(mac)));
    all.add(bad("hex in base 64", BODY, "sha256=" + base64(utf8(HexFormat.of().formatHex(mac)))));
    for (int length : new int[] {0, 1, 8, 16, 31}) {
      byte[] cut = Arrays.copyOf(mac, length);
      all.add(bad("cut to " + length + " bytes", BODY, "sha256=" + base64(cut)));
    }
    all.add(bad("with a byte more", BODY, "sha256=" + base64(Arrays.copyOf(mac, 33))));
    for (int at : new int[] {0, 13, 31}) {
      byte[] flipped = mac.clone();
      flipped[at] ^= 1;
      all.add(bad("a bit of byte " + at + " is wrong", BODY, "sha256=" + base64(flipped)));
    }
    // The last sign before the padding has two bits that do not count; X sends them as zero.
    String spelt = bare.substring(0, 42) + (char) (bare.charAt(42) + 1) + "=";
    all.add(bad("another spelling of the same bytes", BODY, "sha256=" + spelt));
    all.add(bad("sent twice", BODY, right, right));
    all.add(bad("a wrong one beside it", BODY, right, "sha256=x"));
    all.add(bad("two in one value", BODY, right + "," + right));
    all.add(bad("made with another key", BODY, Hooks.signature("rahasia-orang-lain", BODY)));
    all.add(
        bad("made with a secret cut short", BODY, Hooks.signature("rahasia-konsumen-kesat", BODY)));
    all.add(bad("made with both secrets", BODY, Hooks.signature(FIRST + SECOND, BODY)));
    all.add(
        bad(
            "made with the secret in capitals",
            BODY,
            Hooks.signature(FIRST.toUpperCase(Locale.ROOT), BODY)));
    all.add(bad("of another body", utf8(TEXT.replace("Banjir", "Banjar")), right));
    all.add(bad("of the body with raw emoji, which came as escapes", escaped, right));
    all.add(bad("of the body without blanks", spaced, right));
    all.add(bad("of the body with a line's end less", utf8(TEXT + "\n"), right));
    all.add(bad("of an empty body", BODY, Hooks.signature(FIRST, new byte[0])));
    all.add(bad("replayed on an empty body", new byte[0], right));
    all.add(bad("of the same in another order", utf8("{\"x\":1," + TEXT.substring(1)), right));
    byte[] marked = utf8("\ufeff" + TEXT);
    all.add(bad("of the body without its byte order mark", marked, right));
    byte[] flippedBody = BODY.clone();
    flippedBody[10] ^= 32;
    all.add(bad("a bit of the body is wrong", flippedBody, right));
    return all;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void a_request_is_taken_only_with_its_signature(Vector vector) {
    PushVerdict verdict = channel.open(PushRequest.of(vector.body(), vector.headers()));
    if (vector.genuine()) {
      assertThat(verdict).isInstanceOf(PushVerdict.Genuine.class);
    } else {
      assertThat(status(verdict)).isEqualTo(401);
    }
  }

  @Test
  void there_are_enough_vectors() {
    assertThat(vectors()).hasSizeGreaterThanOrEqualTo(40);
  }

  private static int status(PushVerdict verdict) {
    assertThat(verdict).isInstanceOf(PushVerdict.Refused.class);
    return ((PushVerdict.Refused) verdict).response().status();
  }

  private PushVerdict get(String query) {
    return channel.open(
        PushRequest.of("GET", URI.create("/hook/x" + query), new byte[0], Map.of()));
  }

  @Test
  void a_challenge_is_answered_with_the_hash_of_its_token() {
    PushVerdict verdict = get("?crc_token=NTQ5YTU3NGEtNjU3&nonce=1");
    assertThat(verdict).isInstanceOf(PushVerdict.Handshake.class);
    var response = ((PushVerdict.Handshake) verdict).response();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.contentType()).startsWith("application/json");
    assertThat(response.body())
        .isEqualTo(
            "{\"response_token\":\"" + Hooks.signature(FIRST, utf8("NTQ5YTU3NGEtNjU3")) + "\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "?crc_token=",
        "?crc_token",
        "?crc=abc",
        "?crc_token=a&crc_token=b",
        "?crc_token=%7B%22data%22%3A%7B%7D%7D",
        "?crc_token=a%20b",
        "?crc_token=%00",
        "?crc_token=%zz"
      })
  void a_challenge_that_is_none_is_refused(String query) {
    PushRequest request =
        query.contains("%zz")
            ? PushRequest.of("GET", URI.create("/hook"), new byte[0], Map.of())
            : PushRequest.of("GET", URI.create("/hook" + query), new byte[0], Map.of());
    assertThat(status(channel.open(request))).isEqualTo(400);
  }

  @Test
  void nobody_gets_a_body_signed_by_a_challenge() {
    // A request's body is a JSON object, and no token with a brace is ever signed.
    String forged = "%7B%22data%22:%7B%22event_type%22:%22post.mention.create%22%7D%7D";
    assertThat(status(get("?crc_token=" + forged))).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "HEAD", "PATCH", "X"})
  void other_methods_are_refused(String method) {
    PushRequest request =
        PushRequest.of(
            method,
            URI.create("/hook"),
            BODY,
            Map.of(Hooks.HEADER, List.of(Hooks.signature(FIRST, BODY))));
    assertThat(status(channel.open(request))).isEqualTo(405);
  }

  @Test
  void a_body_beyond_the_limit_is_refused_before_it_is_read() {
    byte[] body = new byte[XChannel.MAX_BODY_BYTES + 1];
    assertThat(status(channel.open(Hooks.signed(FIRST, body)))).isEqualTo(413);
  }

  @Test
  void without_a_secret_everything_is_refused() {
    XChannel closed =
        Accounts.builderWithoutVendor(ManualClock.at(Accounts.NOW))
            .consumerSecrets(List.of())
            .build();
    assertThat(status(closed.open(Hooks.signed(FIRST, BODY)))).isEqualTo(403);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Accounts.builderWithoutVendor(ManualClock.at(Accounts.NOW))
                    .consumerSecrets(List.of(""))
                    .build());
  }
}
