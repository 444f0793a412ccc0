package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushVerdict;

/** What a push channel takes for genuine: what the vendor has signed, and nothing else. */
abstract class PushSignaturePromises extends PushPromises {

  /** A copy of a request with another body and other signatures. */
  final PushRequest copy(PushRequest request, byte[] body, List<String> signatures) {
    return copy(request, body, signatureHeader(), signatures);
  }

  final PushRequest copy(PushRequest request, byte[] body, String header, List<String> signatures) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    otherHeaders().forEach(name -> headers.put(name, request.header(name)));
    if (!signatures.isEmpty()) {
      headers.put(header, signatures);
    }
    return PushRequest.of(request.method(), request.uri(), body, headers);
  }

  final String signature(PushRequest request) {
    List<String> values = request.header(signatureHeader());
    assertThat(values).as("the values of " + signatureHeader()).hasSize(1);
    return values.get(0);
  }

  @Test
  final void a_copy_of_a_genuine_request_is_genuine() {
    PushRequest request = publish(WORDS);
    PushRequest copy = copy(request, request.body(), List.of(signature(request)));

    assertThat(words(messages(copy))).as("see otherHeaders()").containsExactly(WORDS);
    assertThat(
            words(
                messages(
                    copy(
                        request,
                        request.body(),
                        signatureHeader().toUpperCase(Locale.ROOT),
                        List.of(signature(request))))))
        .containsExactly(WORDS);
  }

  @Test
  final void both_secrets_hold_while_one_takes_the_place_of_the_other() {
    byte[] body = publish(WORDS).body();
    for (String secret : secrets()) {
      assertThat(words(messages(signedWith(secret, body)))).containsExactly(WORDS);
    }
  }

  @Test
  final void a_secret_that_is_not_valid_is_refused() {
    byte[] body = publish(WORDS).body();
    String valid = secrets().get(0);
    for (String secret :
        List.of(
            "retired-" + valid,
            valid.substring(1),
            valid.toUpperCase(Locale.ROOT) + "X",
            "0".repeat(valid.length()),
            " " + valid)) {
      assertRefused("a secret that is not valid", open(signedWith(secret, body)));
    }
  }

  @Test
  final void a_request_without_a_signature_is_refused() {
    PushRequest request = publish(WORDS);

    assertRefused("no signature", open(copy(request, request.body(), List.of())));
    assertRefused("an empty one", open(copy(request, request.body(), List.of(""))));
    assertRefused("a blank one", open(copy(request, request.body(), List.of(" "))));
    assertRefused(
        "the prefix alone", open(copy(request, request.body(), List.of(signaturePrefix()))));
  }

  @Test
  final void a_signature_that_was_changed_is_refused() {
    PushRequest request = publish(WORDS);
    String signature = signature(request);
    for (int i = 0; i < signature.length(); i++) {
      String cut = signature.substring(0, i);
      assertRefused("cut at " + i, open(copy(request, request.body(), List.of(cut))));
      char other = (char) (signature.charAt(i) ^ 1);
      String flipped = cut + other + signature.substring(i + 1);
      assertRefused("changed at " + i, open(copy(request, request.body(), List.of(flipped))));
    }
    for (String longer :
        List.of(signature + "0", "0" + signature, signature + signature, signature + "=")) {
      assertRefused("longer", open(copy(request, request.body(), List.of(longer))));
    }
    for (String strange : List.of("\u00e9\u20ac", "null", "sha1=00", "=".repeat(70), "x,y", "{}")) {
      assertRefused(strange, open(copy(request, request.body(), List.of(strange))));
    }
  }

  @Test
  final void a_signature_without_its_prefix_is_refused() {
    assumeTrue(!signaturePrefix().isEmpty(), "this vendor writes nothing before the signature");
    PushRequest request = publish(WORDS);
    String bare = signature(request).substring(signaturePrefix().length());

    assertThat(signature(request)).startsWith(signaturePrefix());
    assertRefused("bare", open(copy(request, request.body(), List.of(bare))));
    assertRefused("another prefix", open(copy(request, request.body(), List.of("md5=" + bare))));
  }

  @Test
  final void several_signatures_are_refused() {
    PushRequest request = publish(WORDS);
    String genuine = signature(request);

    assertRefused("twice", open(copy(request, request.body(), List.of(genuine, genuine))));
    assertRefused("forged second", open(copy(request, request.body(), List.of(genuine, "x"))));
    assertRefused("forged first", open(copy(request, request.body(), List.of("x", genuine))));
  }

  @Test
  final void a_signature_in_another_header_is_refused() {
    PushRequest request = publish(WORDS);
    List<String> genuine = List.of(signature(request));
    for (String header : List.of(signatureHeader() + "-Old", "Authorization", "X-Signed")) {
      if (!header.equalsIgnoreCase(signatureHeader())) {
        assertRefused(header, open(copy(request, request.body(), header, genuine)));
      }
    }
  }

  @Test
  final void a_body_that_was_changed_by_one_character_is_refused() {
    assumeTrue(signsBody(), "this vendor does not sign the body");
    PushRequest request = publish(WORDS);
    byte[] body = request.body();
    int step = Math.max(1, body.length / 200);
    for (int i = 0; i < body.length; i += step) {
      if (Character.isLetterOrDigit(body[i]) && body[i] > 0) {
        byte[] changed = body.clone();
        changed[i] ^= 1;
        assertRefused("changed at " + i, open(copy(request, changed, List.of(signature(request)))));
      }
    }
  }

  @Test
  final void the_signature_of_another_body_is_refused() {
    assumeTrue(signsBody(), "this vendor does not sign the body");
    PushRequest request = publish(WORDS);
    PushRequest other = publish("Bukan yang itu");

    assertRefused("another body", open(copy(request, request.body(), List.of(signature(other)))));
    assertRefused("no body", open(copy(request, new byte[0], List.of(signature(request)))));
  }

  @Test
  final void the_same_content_in_other_bytes_is_refused() {
    assumeTrue(signsRawBytes(), "this vendor signs what the body means");
    PushRequest request = publish(WORDS);
    String text = new String(request.body(), StandardCharsets.UTF_8);
    for (String same : List.of(text + " ", " " + text, text + "\n", escaped(text), bare(text))) {
      if (!same.equals(text)) {
        byte[] bytes = same.getBytes(StandardCharsets.UTF_8);
        assertRefused("other bytes", open(copy(request, bytes, List.of(signature(request)))));
      }
    }
  }

  /** The same JSON with everything beyond ASCII written as escapes. */
  static String escaped(String json) {
    StringBuilder text = new StringBuilder();
    json.chars()
        .forEach(
            c ->
                text.append(
                    c < 128 ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c)));
    return text.toString();
  }

  /** The same JSON with escapes written out. */
  static String bare(String json) {
    return json.replace("\\/", "/").replace("\":", "\" :");
  }

  @Test
  final void what_is_forged_is_refused_before_it_is_read() {
    PushRequest request = publish(WORDS);
    List<String> forged = List.of(signaturePrefix() + "0".repeat(64));
    PushVerdict.Refused readable =
        assertRefused("readable", open(copy(request, request.body(), forged)));
    for (String body : List.of("{", "", "null", "[".repeat(5_000), "bukan apa-apa")) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      PushVerdict.Refused unreadable =
          assertRefused("unreadable", open(copy(request, bytes, forged)));

      assertThat(unreadable.response()).isEqualTo(readable.response());
    }
  }

  @Test
  final void a_recording_is_refused() {
    PushRequest recording = stale();
    assumeTrue(recording != null, "this vendor signs no time");

    assertRefused("an old request", open(Objects.requireNonNull(recording)));
  }

  @Test
  final void neither_a_verdict_nor_a_refusal_shows_words_or_secrets() {
    PushRequest request = publish(WORDS);
    String forged = signaturePrefix() + "0".repeat(64);
    PushVerdict.Refused refused =
        assertRefused("forged", open(copy(request, request.body(), List.of(forged))));
    for (String shown :
        List.of(open(request).toString(), refused.toString(), connect().toString())) {
      assertThat(shown).doesNotContain(WORDS).doesNotContain(signature(request));
      secrets().forEach(secret -> assertThat(shown).doesNotContain(secret));
    }
  }
}
