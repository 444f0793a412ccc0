package org.tanggap.channel.citizenapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.web.Mutations;
import org.tanggap.testkit.PayloadFixtures;
import org.tanggap.testkit.Rendering;

/** Bodies as apps send them, Qlue's among them. */
class CitizenAppPayloadsTest {

  private static final PostReader READER = new PostReader(Apps.ACCOUNT, Apps.JAKARTA, "kantor-1");

  @TestFactory
  Stream<DynamicTest> every_payload_is_read_as_expected() {
    return PayloadFixtures.beside(
        getClass(), "payloads", 25, body -> Rendering.of(READER.read(body)));
  }

  @Test
  void a_text_that_is_too_long_costs_only_its_own_post() throws Exception {
    String tooLong = "x".repeat((1 << 16) + 1);
    for (String field :
        new String[] {"title", "description", "post_title", "post_desc", "profile_name"}) {
      assertThat(
              Apps.messages(
                  "[{\"post_id\":1},{\"post_id\":2,\""
                      + field
                      + "\":\""
                      + tooLong
                      + "\"},{\"post_id\":3}]"))
          .extracting(Object::getClass)
          .containsExactly(
              ChannelMessage.NewReport.class,
              ChannelMessage.Malformed.class,
              ChannelMessage.NewReport.class);
    }
    assertThat(
            Apps.messages(
                "[{\"post_id\":1},{\"post_id\":2,\"description\":\""
                    + "x".repeat(CitizenApp.MAX_BODY_BYTES - 60)
                    + "\"}]"))
        .hasSize(2);
  }

  @Test
  void a_text_at_the_limit_is_taken() throws Exception {
    String longest = "x".repeat(1 << 16);
    assertThat(Apps.single("{\"post_id\":1,\"title\":\"" + longest + "\"}").report().text())
        .isEqualTo(longest);
  }

  @Test
  void mutated_payloads_never_break_the_reader() {
    assertThat(Mutations.run(getClass(), "payloads", 120, CitizenAppFuzz::fuzzerTestOneInput))
        .isGreaterThan(3_000);
  }
}
