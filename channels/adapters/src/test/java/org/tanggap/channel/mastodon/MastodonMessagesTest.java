package org.tanggap.channel.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.html.Mutations;
import org.tanggap.channel.web.Json;
import org.tanggap.testkit.PayloadFixtures;
import org.tanggap.testkit.Rendering;

/** From notifications to messages. */
class MastodonMessagesTest {

  private final MastodonMessages messages =
      new MastodonMessages(Mastodons.ACCOUNT, FakeMastodon.OWN_ID, "kota.example");

  private MastodonMessages.Batch read(byte[] page) {
    return messages.read(Json.find(page).orElseThrow(), "0");
  }

  private MastodonMessages.Batch read(String page) {
    return read(page.getBytes(StandardCharsets.UTF_8));
  }

  @TestFactory
  Stream<DynamicTest> every_payload_is_read_as_expected() {
    return PayloadFixtures.beside(
        getClass(), "payloads", 25, page -> Rendering.of(read(page).messages()));
  }

  @TestFactory
  Stream<DynamicTest> every_malformed_payload_is_named_and_nothing_is_quoted() {
    return PayloadFixtures.beside(
        getClass(), "malformed", 10, page -> Rendering.of(read(page).messages()));
  }

  @Test
  void the_newest_id_is_the_highest_whatever_the_order() {
    String page = "[{\"id\":\"9\"},{\"id\":\"100\"},{\"id\":\"99\"},{},{\"id\":\"../x\"}]";
    assertThat(read(page).newest()).isEqualTo("100");
    assertThat(read(page).messages()).hasSize(5);
    assertThat(read("[]").newest()).isEqualTo("0");
  }

  @Test
  void an_answer_that_is_no_list_is_malformed() {
    assertThatThrownBy(() -> read("{\"error\":\"x\"}"))
        .isInstanceOfSatisfying(
            ChannelException.class,
            e -> assertThat(e.kind()).isEqualTo(ChannelException.Kind.MALFORMED));
  }

  @Test
  void thousands_of_damaged_payloads_give_declared_outcomes() {
    Mutations.run(getClass(), 4_000, MastodonFuzz::fuzzerTestOneInput, "payloads", "malformed");
  }
}
