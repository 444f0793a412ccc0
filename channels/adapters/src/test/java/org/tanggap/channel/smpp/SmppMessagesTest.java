package org.tanggap.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tanggap.testkit.PayloadFixtures;

class SmppMessagesTest {

  @TestFactory
  Stream<DynamicTest> every_payload_is_read_as_expected() {
    return PayloadFixtures.beside(getClass(), "payloads", 40, Networks::rendered);
  }

  @Test
  void neither_a_message_nor_a_key_shows_the_person_or_the_words() {
    SmppPdu pdu = Networks.words("6281234500001", "rahasia");

    assertThat(pdu.toString()).doesNotContain("rahasia", "81234500001");
    assertThat(SmppMessages.hash(java.util.List.of(pdu))).matches("[0-9a-f]{32}");
  }
}
