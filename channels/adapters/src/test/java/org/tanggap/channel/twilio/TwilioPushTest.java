package org.tanggap.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.AnswersWanted;
import org.tanggap.channel.ChannelMessage.NewReport;
import org.tanggap.channel.ChannelMessage.ReplyStatus;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.sms.StopWords;
import org.tanggap.complaint.AccountId;
import org.tanggap.testkit.ManualClock;

class TwilioPushTest {

  private static final String STATUS = "https://desk.example.go.id/hooks/twilio-status";

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
  private final TwilioChannel channel = Twilios.builder(clock).statusCallback(STATUS).build();

  private List<ChannelMessage> messages(PushRequest request) {
    PushVerdict verdict = channel.open(request);
    assertThat(verdict).isInstanceOf(PushVerdict.Genuine.class);
    return ((PushVerdict.Genuine) verdict).messages();
  }

  private static int refusal(PushVerdict verdict) {
    assertThat(verdict).isInstanceOf(PushVerdict.Refused.class);
    return ((PushVerdict.Refused) verdict).response().status();
  }

  @Test
  void what_a_citizen_writes_is_a_report() {
    try (FakeTwilio twilio = new FakeTwilio(clock)) {
      String sid = twilio.publish("Jalan berlubang di depan pasar");

      List<ChannelMessage> messages = messages(twilio.pushes().get(0));

      assertThat(messages).hasSize(1);
      NewReport report = (NewReport) messages.get(0);
      assertThat(report.key().externalId()).isEqualTo(sid);
      assertThat(report.report().text()).isEqualTo("Jalan berlubang di depan pasar");
      assertThat(report.conversation().chat()).isTrue();
    }
  }

  @Test
  void a_request_that_comes_again_gives_the_same_key() {
    PushRequest request = Twilios.words("Banjir");

    assertThat(messages(request)).isEqualTo(messages(request));
  }

  @Test
  void a_status_comes_to_its_own_address() {
    PushRequest request =
        FakeTwilio.signed(
            STATUS, FakeTwilio.TOKEN, Map.of("MessageSid", "SM7", "MessageStatus", "delivered"));

    assertThat(messages(request))
        .singleElement()
        .isInstanceOfSatisfying(
            ReplyStatus.class,
            status -> assertThat(status.state()).isEqualTo(ReplyStatus.State.DELIVERED));
  }

  @Test
  void the_answer_is_an_empty_document() {
    PushResponse response = channel.acknowledge(List.of());

    assertThat(response).isEqualTo(new PushResponse(200, "text/xml; charset=utf-8", "<Response/>"));
  }

  @Test
  void only_a_post_is_taken() {
    PushRequest post = Twilios.words("Banjir");
    PushRequest get =
        PushRequest.of(
            "GET",
            URI.create("/x"),
            post.body(),
            Map.of("X-Twilio-Signature", post.header("X-Twilio-Signature")));

    assertThat(refusal(channel.open(get))).isEqualTo(405);
  }

  @Test
  void a_body_that_is_too_long_is_refused_before_it_is_read() {
    PushRequest request = PushRequest.of(new byte[TwilioChannel.MAX_BODY_BYTES + 1], Map.of());

    assertThat(refusal(channel.open(request))).isEqualTo(413);
  }

  @Test
  void signed_json_that_is_no_object_is_refused() {
    String hash = "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945";
    String query = "bodySHA256=" + hash;
    PushRequest request =
        PushRequest.of(
            "POST",
            URI.create("/x?" + query),
            Twilios.utf8("[]"),
            Map.of(
                "X-Twilio-Signature",
                List.of(FakeTwilio.hmac(FakeTwilio.TOKEN, FakeTwilio.HOOK + "?" + query)),
                "Content-Type",
                List.of("application/json")));

    assertThat(refusal(channel.open(request))).isEqualTo(400);
  }

  @Test
  void a_form_with_too_many_parameters_is_refused() {
    PushRequest request =
        PushRequest.of(
            Twilios.utf8("a=b&".repeat(2_000)),
            Map.of("Content-Type", List.of("application/x-www-form-urlencoded")));

    assertThat(refusal(channel.open(request))).isEqualTo(401);
  }

  @Test
  void words_of_one_s_own_stop_and_start_answers() {
    StopWords words = StopWords.of(List.of("cukup"), List.of("lanjut"));
    TwilioChannel own = Twilios.builder(clock).stopWords(words).build();

    assertThat(wish(own, "Cukup")).isFalse();
    assertThat(wish(own, " LANJUT\n")).isTrue();
    assertThat(((PushVerdict.Genuine) own.open(Twilios.words("STOP"))).messages().get(0))
        .isInstanceOf(NewReport.class);
  }

  private static boolean wish(TwilioChannel channel, String text) {
    PushVerdict verdict = channel.open(Twilios.words(text));
    return ((AnswersWanted) ((PushVerdict.Genuine) verdict).messages().get(0)).wantsAnswers();
  }

  @Test
  void a_channel_needs_a_token_and_an_address() {
    assertThatThrownBy(
            () ->
                TwilioChannel.builder(AccountId.of("twilio", "x"), "AC1", Twilios.CLIENT, clock)
                    .build())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Twilios.builder(clock).authToken(" "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Twilios.builder(clock).publicUrl("desk.example.go.id/hook"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
