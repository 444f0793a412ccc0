package org.tanggap.channel.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.PushVerdict;
import org.tanggap.testkit.PayloadFixtures;
import org.tanggap.testkit.Rendering;

/** Forms as hosts hand them over: what they mean, and the faults an operator is told. */
class HotlineFormsTest {

  private final HotlineChannel hotline = Hotlines.hotline();

  @TestFactory
  Stream<DynamicTest> every_form_is_read_as_expected() {
    return PayloadFixtures.beside(
        getClass(), "forms", 30, body -> Rendering.of(hotline.open(Hotlines.form(body))));
  }

  @Test
  void a_form_that_is_sent_twice_is_one_report() {
    PushVerdict first = hotline.open(Hotlines.form("form_id=a&operator=op-7&words=Banjir"));
    PushVerdict again =
        hotline.open(
            Hotlines.form("{\"words\":\"Banjir\",\"operator\":\"op-7\",\"form_id\":\"a\"}"));
    assertThat(again).isEqualTo(first);
  }

  @Test
  void however_a_number_is_typed_it_is_one_person() {
    for (String typed :
        new String[] {"0812-0000-0001", "+62 812 0000 0001", "6281200000001", "(0812) 00000001"}) {
      PushVerdict.Genuine verdict =
          (PushVerdict.Genuine)
              hotline.open(
                  Hotlines.form(new FakeHotline().form("Banjir").put("phone", typed).toString()));
      ChannelMessage.NewReport report = (ChannelMessage.NewReport) verdict.messages().get(0);
      assertThat(report.report().reporter()).isNotNull();
      assertThat(report.report().reporter().handle()).isEqualTo("+6281200000001");
    }
  }

  @Test
  void a_refusal_shows_no_words_and_no_number() {
    String form =
        new FakeHotline()
            .form("kata-kata warga")
            .put("phone", "nomor 0812 salah")
            .put("caller_name", "x".repeat(201))
            .toString();
    String refusal = Rendering.of(hotline.open(Hotlines.form(form)));
    assertThat(refusal).startsWith("refused 422: ").doesNotContain("kata", "0812", "xx");
  }
}
