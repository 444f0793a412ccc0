package org.tanggap.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushVerdict;
import org.tanggap.testkit.Rendering;

/** The handshake, and what is refused before anything is read. */
class GraphWebhookTest {

  private final GraphWebhook webhook = MetaAccounts.whatsApp();

  private String shake(String query) {
    PushRequest request = PushRequest.of("GET", URI.create("/meta" + query), new byte[0], Map.of());
    return Rendering.of(webhook.open(request));
  }

  private static String query(String mode, String token, String challenge) {
    return "?hub.mode="
        + mode
        + "&hub.challenge="
        + URLEncoder.encode(challenge, StandardCharsets.UTF_8)
        + "&hub.verify_token="
        + URLEncoder.encode(token, StandardCharsets.UTF_8);
  }

  @Test
  void the_handshake_gives_the_challenge_back() {
    assertThat(shake(query("subscribe", MetaAccounts.VERIFY_TOKEN, "1158201444")))
        .isEqualTo("handshake 200: 1158201444");
  }

  @Test
  void a_handshake_with_another_word_is_refused() {
    for (String token :
        List.of("", "kata-sandi", MetaAccounts.VERIFY_TOKEN + " ", MetaAccounts.SECRET)) {
      assertThat(shake(query("subscribe", token, "1158201444"))).startsWith("refused 403");
    }
  }

  @Test
  void a_handshake_that_is_not_one_is_refused() {
    String token = MetaAccounts.VERIFY_TOKEN;
    assertThat(shake(query("unsubscribe", token, "1"))).startsWith("refused 403");
    assertThat(shake("")).startsWith("refused 403");
    assertThat(shake("?hub.verify_token=" + token)).startsWith("refused 403");
    assertThat(shake(query("subscribe", token, "1") + "&hub.verify_token=" + token))
        .startsWith("refused 403");
    assertThat(shake("?hub.mode=subscribe&hub.verify_token=" + token)).startsWith("refused 400");
    assertThat(shake(query("subscribe", token, ""))).startsWith("refused 400");
    assertThat(shake(query("subscribe", token, "a\r\nSet-Cookie: x"))).startsWith("refused 400");
    assertThat(shake(query("subscribe", token, "9".repeat(256)))).startsWith("refused 400");
  }

  @Test
  void without_a_verify_token_every_handshake_is_refused() {
    MetaApp silent =
        MetaApp.builder(MetaAccounts.TOKEN, MetaAccounts.client(), () -> java.time.Instant.EPOCH)
            .secret(MetaAccounts.SECRET)
            .build();
    WhatsAppChannel channel =
        WhatsAppChannel.builder(MetaAccounts.WHATSAPP, MetaAccounts.PHONE_NUMBER_ID, silent)
            .build();
    PushRequest request =
        PushRequest.of("GET", URI.create("/" + query("subscribe", "", "1")), new byte[0], Map.of());

    assertThat(Rendering.of(channel.open(request))).startsWith("refused 403");
  }

  @Test
  void other_methods_are_refused() {
    byte[] body = MetaAccounts.utf8("{\"entry\":[]}");
    for (String method : List.of("PUT", "DELETE", "HEAD", "PATCH")) {
      PushRequest request =
          PushRequest.of(
              method,
              URI.create("/"),
              body,
              Map.of(
                  "X-Hub-Signature-256",
                  List.of(
                      "sha256=" + MetaAccounts.hex(MetaAccounts.utf8(MetaAccounts.SECRET), body))));

      assertThat(Rendering.of(webhook.open(request))).startsWith("refused 405");
    }
  }

  @Test
  void a_body_that_is_too_long_is_refused_even_if_it_is_signed() {
    byte[] most = " ".repeat(GraphWebhook.MAX_BODY_BYTES).getBytes(StandardCharsets.UTF_8);
    byte[] more = " ".repeat(GraphWebhook.MAX_BODY_BYTES + 1).getBytes(StandardCharsets.UTF_8);

    assertThat(Rendering.of(webhook.open(MetaAccounts.signed(MetaAccounts.SECRET, most))))
        .startsWith("refused 400");
    assertThat(Rendering.of(webhook.open(MetaAccounts.signed(MetaAccounts.SECRET, more))))
        .startsWith("refused 413");
  }

  @Test
  void a_batch_of_a_thousand_is_taken_and_one_of_many_thousands_refused() {
    assertThat(messages(1_000)).hasSize(1_000);
    assertThat(Rendering.of(webhook.open(batch(6_000)))).startsWith("refused 413");
  }

  private List<ChannelMessage> messages(int entries) {
    return ((PushVerdict.Genuine) webhook.open(batch(entries))).messages();
  }

  private static PushRequest batch(int entries) {
    String entry = "{\"id\":\"1\",\"changes\":[{\"field\":\"flows\",\"value\":{}}]},";
    String all = entry.repeat(entries);
    return MetaAccounts.signed(
        "{\"object\":\"whatsapp_business_account\",\"entry\":["
            + all.substring(0, all.length() - 1)
            + "]}");
  }
}
