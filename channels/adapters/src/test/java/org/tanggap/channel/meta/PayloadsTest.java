package org.tanggap.channel.meta;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanggap.testkit.PayloadFixtures;
import org.tanggap.testkit.Rendering;

/** Payloads in the shapes of Meta's documentation, with what is expected of each beside it. */
class PayloadsTest {

  @TestFactory
  Stream<DynamicTest> every_whatsapp_payload_is_read_as_expected() {
    return read("whatsapp", 50, MetaAccounts.whatsApp());
  }

  @TestFactory
  Stream<DynamicTest> every_malformed_whatsapp_payload_says_what_is_wrong() {
    return read("whatsapp-malformed", 20, MetaAccounts.whatsApp());
  }

  @TestFactory
  Stream<DynamicTest> every_facebook_payload_is_read_as_expected() {
    return read("facebook", 40, MetaAccounts.facebook());
  }

  @TestFactory
  Stream<DynamicTest> every_malformed_facebook_payload_says_what_is_wrong() {
    return read("facebook-malformed", 15, MetaAccounts.facebook());
  }

  @TestFactory
  Stream<DynamicTest> every_instagram_payload_is_read_as_expected() {
    return read("instagram", 20, MetaAccounts.instagram());
  }

  @TestFactory
  Stream<DynamicTest> every_malformed_instagram_payload_says_what_is_wrong() {
    return read("instagram-malformed", 10, MetaAccounts.instagram());
  }

  private static Stream<DynamicTest> read(String folder, int atLeast, GraphWebhook webhook) {
    return PayloadFixtures.beside(
        PayloadsTest.class, folder, atLeast, bytes -> Rendering.of(webhook.read(bytes)));
  }
}
