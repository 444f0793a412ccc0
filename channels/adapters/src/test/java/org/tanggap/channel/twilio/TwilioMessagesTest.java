package org.tanggap.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.testkit.PayloadFixtures;

class TwilioMessagesTest {

  @TestFactory
  Stream<DynamicTest> every_payload_is_read_as_expected() {
    return PayloadFixtures.beside(getClass(), "payloads", 40, Twilios::rendered);
  }

  @Test
  void what_has_no_id_is_named_the_same_each_time_it_comes() {
    byte[] body = Twilios.utf8("From=%2B6281234500001&Body=rahasia");

    List<ChannelMessage> first = Twilios.read(body);

    assertThat(first).isEqualTo(Twilios.read(body));
    assertThat(first.toString()).doesNotContain("rahasia", "81234500001");
    assertThat(first).isNotEqualTo(Twilios.read(Twilios.utf8("From=%2B6281234500001&Body=lain")));
  }
}
