package org.tanggap.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushVerdict;
import org.tanggap.testkit.ManualClock;

/** The published example (token 12345, mycompany.com) and what can be done to it. */
class TwilioSignatureTest {

  private static final String TOKEN = "12345";
  private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
  private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
  private static final String FORM =
      "Digits=1234&CallSid=CA1234567890ABCDE&To=%2B18005551212&Caller=%2B14158675309"
          + "&From=%2B14158675309";
  private static final String JSON = "{\"property\": \"value\", \"boolean\": true}";
  private static final String HASH =
      "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

  private record Vector(
      String name,
      boolean genuine,
      List<String> tokens,
      List<String> urls,
      String requested,
      String type,
      String body,
      List<String> signatures) {}

  private static Vector form(String name, boolean genuine, String body, String signature) {
    return new Vector(
        name,
        genuine,
        List.of(TOKEN),
        List.of(URL),
        "/x?foo=1&bar=2",
        FORM_TYPE,
        body,
        List.of(signature));
  }

  private static final String FORM_TYPE = "application/x-www-form-urlencoded";

  private static Vector at(String name, boolean genuine, String url, String signature) {
    return new Vector(
        name,
        genuine,
        List.of(TOKEN),
        List.of(url),
        "/x?foo=1&bar=2",
        FORM_TYPE,
        FORM,
        List.of(signature));
  }

  private static Vector signed(String name, boolean genuine, String... signatures) {
    return new Vector(
        name,
        genuine,
        List.of(TOKEN),
        List.of(URL),
        "/x?foo=1&bar=2",
        FORM_TYPE,
        FORM,
        List.of(signatures));
  }

  private static Vector tokens(String name, boolean genuine, String... tokens) {
    return new Vector(
        name,
        genuine,
        List.of(tokens),
        List.of(URL),
        "/x?foo=1&bar=2",
        FORM_TYPE,
        FORM,
        List.of(SIGNATURE));
  }

  private static Vector json(
      String name, boolean genuine, String query, String body, String signature) {
    return new Vector(
        name,
        genuine,
        List.of(TOKEN),
        List.of("https://mycompany.com/myapp.php"),
        "/x?" + query,
        "application/json",
        body,
        List.of(signature));
  }

  private static String flipped(int bit) {
    byte[] bytes = Base64.getDecoder().decode(SIGNATURE);
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static List<Vector> vectors() {
    List<Vector> all = new ArrayList<>();
    all.add(form("published example", true, FORM, SIGNATURE));
    all.add(
        at(
            "published: port left out by Twilio",
            true,
            URL.replace(".com", ".com:1234"),
            SIGNATURE));
    all.add(at("published: usual https port added", true, URL, "kvajT1Ptam85bY51eRf/AJRuM3w="));
    all.add(at("published: usual http port added", true, http(), "0ZXoZLH/DfblKGATFgpif+LLRf4="));
    all.add(
        at(
            "published: http with port",
            true,
            http().replace(".com", ".com:1234"),
            "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="));
    all.add(
        at(
            "explicit usual port, signed without",
            true,
            URL.replace(".com", ".com:443"),
            SIGNATURE));
    all.add(
        at(
            "explicit usual port, signed with",
            true,
            URL.replace(".com", ".com:443"),
            "kvajT1Ptam85bY51eRf/AJRuM3w="));
    all.add(
        at(
            "another port was signed",
            false,
            URL.replace(".com", ".com:8443"),
            "kvajT1Ptam85bY51eRf/AJRuM3w="));
    all.add(at("https signed, http configured", false, http(), SIGNATURE));
    all.add(at("another host", false, URL.replace("mycompany", "othercompany"), SIGNATURE));
    all.add(at("another path", false, URL.replace("myapp", "yourapp"), SIGNATURE));
    all.add(at("host in capitals", false, URL.replace("mycompany", "MyCompany"), SIGNATURE));
    all.add(
        new Vector(
            "another query came",
            false,
            List.of(TOKEN),
            List.of(URL),
            "/x?foo=2&bar=2",
            FORM_TYPE,
            FORM,
            List.of(SIGNATURE)));
    all.add(
        new Vector(
            "no query came, the configured one holds",
            true,
            List.of(TOKEN),
            List.of(URL),
            "/x",
            FORM_TYPE,
            FORM,
            List.of(SIGNATURE)));
    all.add(
        new Vector(
            "query turned round",
            false,
            List.of(TOKEN),
            List.of(URL),
            "/x?bar=2&foo=1",
            FORM_TYPE,
            FORM,
            List.of(SIGNATURE)));
    all.add(
        new Vector(
            "second of two addresses",
            true,
            List.of(TOKEN),
            List.of("https://desk.example.go.id/a", URL),
            "/x?foo=1&bar=2",
            FORM_TYPE,
            FORM,
            List.of(SIGNATURE)));
    all.add(tokens("old token second", true, "54321", TOKEN));
    all.add(tokens("new token second", true, TOKEN, "54321"));
    all.add(tokens("token was changed", false, "54321"));
    all.add(tokens("token with a space", false, "12345 "));
    all.add(tokens("token shortened", false, "1234"));
    all.add(form("order of the form does not matter", true, turned(), SIGNATURE));
    all.add(form("plus escaped in lower case", true, FORM.replace("%2B", "%2b"), SIGNATURE));
    all.add(form("letters escaped without need", true, FORM.replace("CA1", "%43A1"), SIGNATURE));
    all.add(form("plus not escaped is a space", false, FORM.replace("%2B", "+"), SIGNATURE));
    all.add(form("one digit changed", false, FORM.replace("1234&", "1235&"), SIGNATURE));
    all.add(form("a parameter added", false, FORM + "&Extra=1", SIGNATURE));
    all.add(form("an empty parameter added", false, FORM + "&Extra=", SIGNATURE));
    all.add(form("a parameter taken out", false, FORM.replace("Digits=1234&", ""), SIGNATURE));
    all.add(form("a name in small letters", false, FORM.replace("Digits", "digits"), SIGNATURE));
    all.add(form("no body", false, "", SIGNATURE));
    all.add(form("same value twice counts once", true, FORM + "&Digits=1234", SIGNATURE));
    all.add(form("another value of the same name", false, FORM + "&Digits=1235", SIGNATURE));
    all.add(signed("not sent", false));
    all.add(signed("empty", false, ""));
    all.add(signed("sent twice", false, SIGNATURE, SIGNATURE));
    all.add(signed("a forged one first", false, "AAAA", SIGNATURE));
    all.add(signed("published wrong one", false, "NOT" + SIGNATURE));
    all.add(signed("without padding", false, SIGNATURE.replace("=", "")));
    all.add(signed("padded twice", false, SIGNATURE + "="));
    all.add(
        signed("other last letter of the same bytes", false, SIGNATURE.replace("8B8=", "8B9=")));
    all.add(signed("address-safe alphabet", false, SIGNATURE.replace("/", "_")));
    all.add(signed("in small letters", false, "rsoydt4t1cutdk1pdd93/vvr8b8="));
    all.add(signed("with a prefix", false, "sha1=" + SIGNATURE));
    all.add(signed("with a space", false, " " + SIGNATURE));
    all.add(
        signed("in hex", false, HexFormat.of().formatHex(Base64.getDecoder().decode(SIGNATURE))));
    for (int length : new int[] {1, 4, 12, 20, 24, 27}) {
      all.add(signed("cut to " + length, false, SIGNATURE.substring(0, length)));
    }
    for (int bit : new int[] {0, 7, 80, 159}) {
      all.add(signed("bit " + bit + " flipped", false, flipped(bit)));
    }
    all.addAll(jsonVectors());
    all.addAll(repeatedNames());
    return all;
  }

  private static List<Vector> jsonVectors() {
    String query = "bodySHA256=" + HASH;
    String signature = "y77kIzt2vzLz71DgmJGsen2scGs=";
    return List.of(
        json("published: JSON", true, query, JSON, signature),
        json(
            "published: JSON behind other parameters",
            true,
            "foo=1&bar=2&" + query,
            JSON,
            "a9nBmqA0ju/hNViExpshrM61xv4="),
        json("JSON with other white space", false, query, JSON.replace(" ", ""), signature),
        json("JSON with an escape", false, query, JSON.replace("v", "\\u0076"), signature),
        json("JSON without hash", false, "foo=1&bar=2", JSON, SIGNATURE),
        json(
            "JSON with the hash of another body",
            false,
            query.replace("0a1f", "0a1e"),
            JSON,
            FakeTwilio.hmac(
                TOKEN, "https://mycompany.com/myapp.php?" + query.replace("0a1f", "0a1e"))),
        json(
            "JSON with two hashes",
            false,
            query + "&" + query,
            JSON,
            FakeTwilio.hmac(TOKEN, "https://mycompany.com/myapp.php?" + query + "&" + query)),
        json(
            "JSON signed as if it were a form",
            false,
            query,
            JSON,
            FakeTwilio.hmac(TOKEN, "https://mycompany.com/myapp.php?" + query + JSON)),
        json(
            "JSON with an empty hash",
            false,
            "bodySHA256=",
            JSON,
            FakeTwilio.hmac(TOKEN, "https://mycompany.com/myapp.php?bodySHA256=")));
  }

  /** Twilio signs each different value of a name once, sorted. */
  private static List<Vector> repeatedNames() {
    String body = "Media=b&Media=a&Body=x&Media=b";
    String address = "https://mycompany.com/myapp.php?foo=1&bar=2";
    return List.of(
        form(
            "values of one name, sorted",
            true,
            body,
            FakeTwilio.hmac(TOKEN, address + "BodyxMediaaMediab")),
        form(
            "values of one name, as they came",
            false,
            body,
            FakeTwilio.hmac(TOKEN, address + "BodyxMediabMediaa")),
        form(
            "values of one name, each as often as it came",
            false,
            body,
            FakeTwilio.hmac(TOKEN, address + "BodyxMediaaMediabMediab")),
        form(
            "emoji and line breaks",
            true,
            "Body=" + encoded("Banjir \uD83D\uDE4F\r\nsini"),
            FakeTwilio.hmac(TOKEN, address + "BodyBanjir \uD83D\uDE4F\r\nsini")));
  }

  private static String http() {
    return URL.replace("https", "http");
  }

  private static String turned() {
    List<String> pairs = new ArrayList<>(List.of(FORM.split("&")));
    java.util.Collections.reverse(pairs);
    return String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @TestFactory
  Stream<DynamicTest> a_signature_holds_for_what_was_signed_and_for_nothing_else() {
    List<Vector> vectors = vectors();
    assertThat(vectors).hasSizeGreaterThanOrEqualTo(60);
    return vectors.stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.name(), () -> assertThat(holds(vector)).isEqualTo(vector.genuine())));
  }

  private static boolean holds(Vector vector) {
    PushRequest request =
        PushRequest.of(
            "POST",
            URI.create(vector.requested()),
            vector.body().getBytes(StandardCharsets.UTF_8),
            Map.of(
                "x-twilio-signature", vector.signatures(), "Content-Type", List.of(vector.type())));
    TwilioChannel.Builder builder =
        TwilioChannel.builder(
            Twilios.ACCOUNT,
            FakeTwilio.ACCOUNT_SID,
            Twilios.CLIENT,
            ManualClock.at("2026-11-21T02:15:00Z"));
    vector.tokens().forEach(builder::authToken);
    vector.urls().forEach(builder::publicUrl);
    PushVerdict verdict = builder.build().open(request);
    if (verdict instanceof PushVerdict.Refused refused) {
      assertThat(refused.response().status()).isEqualTo(401);
      return false;
    }
    return true;
  }

  @Test
  void a_form_that_cannot_be_decoded_is_refused() {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("X-Twilio-Signature", List.of(FakeTwilio.hmac(TOKEN, FakeTwilio.HOOK)));
    headers.put("Content-Type", List.of(FORM_TYPE));
    PushVerdict verdict =
        Twilios.builder(ManualClock.at("2026-11-21T02:15:00Z"))
            .build()
            .open(PushRequest.of(Twilios.utf8("Body=%zz"), headers));

    assertThat(verdict).isInstanceOf(PushVerdict.Refused.class);
  }

  @Test
  void the_hash_of_the_published_body_is_the_published_one() throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Twilios.utf8(JSON));

    assertThat(HexFormat.of().formatHex(hash)).isEqualTo(HASH);
  }
}
