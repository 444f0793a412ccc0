package org.tanggap.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Reporter;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.ManualClock;

class TwilioReplyTest {

  private static final Instant SENT = Instant.parse("2026-11-21T02:15:00Z");
  private static final String SMS = new TwilioHint("", FakeTwilio.OURS).toText();
  private static final String WHATSAPP =
      new TwilioHint("whatsapp", "whatsapp:+14155550100").toText();

  private final ManualClock clock = ManualClock.at(SENT.plusSeconds(60));
  private final FakeTwilio twilio = new FakeTwilio(clock);
  private final TwilioChannel channel = builder().build();

  private TwilioChannel.Builder builder() {
    return Twilios.builder(clock).baseUrl(twilio.url()).timeout(Duration.ofMillis(500));
  }

  @AfterEach
  void close() {
    twilio.close();
  }

  private static ReplyTarget target(@Nullable String handle, String hint) {
    Reporter reporter = handle == null ? null : new Reporter(handle, null);
    return new ReplyTarget(new MessageKey(Twilios.ACCOUNT, "SM1"), SENT, reporter, hint);
  }

  private static Reply reply(String text, String hint, boolean mayBeSent, Photo... photos) {
    return new Reply(
        new UUID(1, 1), target(FakeTwilio.CITIZEN, hint), text, List.of(photos), mayBeSent);
  }

  private static Kind failure(Runnable call) {
    return assertThatThrownBy(call::run)
        .asInstanceOf(InstanceOfAssertFactories.type(ChannelException.class))
        .actual()
        .kind();
  }

  @Test
  void an_answer_goes_out_from_the_number_that_the_citizen_wrote_to() {
    SentReply sent = channel.send(reply("Terima kasih 🙏 & salam", SMS, false));

    assertThat(sent.findExternalId()).get().asString().startsWith("SM");
    assertThat(twilio.taken())
        .containsExactly(
            Map.of(
                "To", FakeTwilio.CITIZEN,
                "From", FakeTwilio.OURS,
                "Body", "Terima kasih 🙏 & salam"));
  }

  @Test
  void an_answer_goes_out_by_whatsapp_if_the_message_came_so() {
    builder()
        .from("+622150009999")
        .messagingService("MG1")
        .statusCallback("https://desk.example.go.id/s")
        .build()
        .send(reply("Baik", WHATSAPP, false));

    assertThat(twilio.taken())
        .containsExactly(
            Map.of(
                "To", "whatsapp:" + FakeTwilio.CITIZEN,
                "From", "whatsapp:+14155550100",
                "StatusCallback", "https://desk.example.go.id/s",
                "Body", "Baik"));
  }

  @Test
  void a_service_or_a_number_of_its_own_may_send() {
    builder().messagingService("MG1").build().send(reply("Satu", SMS, false));
    builder().from("+622150009999").build().send(reply("Dua", SMS, false));

    assertThat(twilio.taken().get(0)).containsEntry("MessagingServiceSid", "MG1");
    assertThat(twilio.taken().get(0)).doesNotContainKey("From");
    assertThat(twilio.taken().get(1)).containsEntry("From", "+622150009999");
  }

  @Test
  void public_pictures_go_along_where_they_may() {
    Photo photo = Photo.of("https://desk.example.go.id/p/1.jpg");

    channel.send(reply("Sudah diperbaiki", WHATSAPP, false, photo));

    assertThat(twilio.taken().get(0)).containsEntry("MediaUrl", photo.reference());
    assertThat(failure(() -> channel.send(reply("x", SMS, false, photo))))
        .isEqualTo(Kind.NOT_PERMITTED);
    assertThat(failure(() -> channel.send(reply("x", WHATSAPP, false, Photo.of("store:1")))))
        .isEqualTo(Kind.NOT_PERMITTED);
    assertThat(twilio.answers()).hasSize(1);
  }

  @Test
  void pictures_are_allowed_where_the_country_has_mms() {
    Photo one = Photo.of("https://desk.example.go.id/p/1.jpg");
    builder().mms(true).build().send(reply("x", SMS, false, one, one));

    assertThat(new String(twilio.requests().get(0).body(), java.nio.charset.StandardCharsets.UTF_8))
        .containsPattern("MediaUrl=.*&MediaUrl=");
  }

  @Test
  void whatsapp_is_answered_within_a_day() {
    ReplyPermission permission = channel.permission(target(FakeTwilio.CITIZEN, WHATSAPP));
    assertThat(permission)
        .isEqualTo(
            ReplyPermission.Allowed.words(1_600)
                .withUntil(SENT.plus(Duration.ofHours(24)))
                .withPhotos(1));

    clock.advance(Duration.ofHours(24).minusSeconds(60));

    assertThat(channel.permission(target(FakeTwilio.CITIZEN, WHATSAPP)))
        .isInstanceOf(ReplyPermission.ByHand.class);
    assertThat(failure(() -> channel.send(reply("x", WHATSAPP, false))))
        .isEqualTo(Kind.NOT_PERMITTED);
    assertThat(twilio.requests()).isEmpty();
  }

  @Test
  void nobody_can_be_answered_who_is_not_known() {
    assertThat(channel.permission(target(null, SMS))).isInstanceOf(ReplyPermission.ByHand.class);
    assertThat(channel.permission(target("Bapak RT", SMS)))
        .isInstanceOf(ReplyPermission.ByHand.class);
    assertThat(channel.permission(target(FakeTwilio.CITIZEN, "")))
        .isInstanceOf(ReplyPermission.ByHand.class);
  }

  @Test
  void a_text_that_is_too_long_is_refused_before_it_is_sent() {
    channel.send(reply("\uD83D\uDE4F".repeat(800), SMS, false));

    assertThat(failure(() -> channel.send(reply("\uD83D\uDE4F".repeat(800) + "x", SMS, false))))
        .isEqualTo(Kind.NOT_PERMITTED);
    assertThat(twilio.answers()).hasSize(1);
  }

  @Test
  void an_answer_whose_confirmation_got_lost_is_found_and_not_sent_again() {
    twilio.fail(Fault.LOST_ANSWER, 1);
    assertThat(failure(() -> channel.send(reply("Sedang dikerjakan", SMS, false))))
        .isEqualTo(Kind.UNCONFIRMED);

    SentReply sent = channel.send(reply("Sedang dikerjakan", SMS, true));

    assertThat(twilio.answers()).containsExactly("Sedang dikerjakan");
    assertThat(sent.findExternalId()).isPresent();
  }

  @Test
  void an_answer_is_found_behind_many_others() {
    twilio.sentBefore(FakeTwilio.CITIZEN, "Sedang dikerjakan", "delivered");
    for (int i = 0; i < 5; i++) {
      twilio.sentBefore(FakeTwilio.CITIZEN, "Kabar " + i, "delivered");
    }

    channel.send(reply("Sedang dikerjakan", SMS, true));

    assertThat(twilio.answers()).hasSize(6);
    assertThat(twilio.requests()).hasSize(3);
  }

  @Test
  void an_answer_that_never_left_is_sent() {
    twilio.sentBefore(FakeTwilio.CITIZEN, "Sedang dikerjakan", "failed");
    twilio.sentBefore("+6281234599999", "Sedang dikerjakan", "delivered");

    channel.send(reply("Sedang dikerjakan", SMS, true));

    assertThat(twilio.answers()).hasSize(3);
  }

  @Test
  void an_answer_is_sent_again_if_nobody_could_look() {
    twilio.fail(Fault.SERVER_ERROR, 1);

    assertThat(failure(() -> channel.send(reply("x", SMS, true)))).isEqualTo(Kind.TEMPORARY);
    assertThat(twilio.answers()).isEmpty();
  }

  @Test
  void twilio_s_errors_say_what_helps() {
    Map<Integer, Kind> kinds =
        Map.of(
            21610, Kind.NOT_PERMITTED,
            21211, Kind.NOT_PERMITTED,
            21614, Kind.NOT_PERMITTED,
            63016, Kind.NOT_PERMITTED,
            20003, Kind.REAUTHORISE,
            20429, Kind.TEMPORARY,
            21611, Kind.TEMPORARY,
            30001, Kind.TEMPORARY);
    kinds.forEach(
        (error, kind) -> {
          twilio.refuse(FakeTwilio.CITIZEN, error);
          assertThat(failure(() -> channel.send(reply("x", SMS, false))))
              .as("error " + error)
              .isEqualTo(kind);
        });
  }

  @Test
  void an_error_tells_the_officer_why_and_nobody_who() {
    twilio.refuse(FakeTwilio.CITIZEN, 21610);

    assertThatThrownBy(() -> channel.send(reply("rahasia", SMS, false)))
        .hasMessageContaining("asked for no more messages")
        .hasMessageNotContainingAny("rahasia", FakeTwilio.CITIZEN, FakeTwilio.TOKEN);
  }

  @Test
  void faults_on_the_way_have_their_kinds() {
    twilio.limitUntil(clock.instant().plusSeconds(90));
    Map<Fault, Kind> kinds =
        Map.of(
            Fault.SERVER_ERROR, Kind.TEMPORARY,
            Fault.LIMIT_WITH_RESET, Kind.WAIT_UNTIL,
            Fault.LIMIT_WITHOUT_RESET, Kind.TEMPORARY,
            Fault.EXPIRED_CREDENTIAL, Kind.REAUTHORISE,
            Fault.GARBAGE, Kind.UNCONFIRMED,
            Fault.SILENCE, Kind.UNCONFIRMED,
            Fault.CUT_BODY, Kind.UNCONFIRMED,
            Fault.LOST_ANSWER, Kind.UNCONFIRMED);
    kinds.forEach(
        (fault, kind) -> {
          twilio.fail(fault, 1);
          assertThat(failure(() -> channel.send(reply("x", SMS, false))))
              .as(fault.name())
              .isEqualTo(kind);
        });
  }

  @Test
  void a_price_is_told() {
    TwilioChannel priced = builder().price("USD 0.04").build();

    assertThat(priced.permission(target(FakeTwilio.CITIZEN, SMS)))
        .isEqualTo(ReplyPermission.Allowed.words(1_600).withPrice("USD 0.04"));
  }

  @Test
  void a_hint_that_is_damaged_is_taken_as_none() {
    assertThat(TwilioHint.parse("{")).isEqualTo(new TwilioHint("", ""));
    assertThat(TwilioHint.parse("[1]")).isEqualTo(new TwilioHint("", ""));
    assertThat(TwilioHint.parse(WHATSAPP).to()).isEqualTo("whatsapp:+14155550100");
  }
}
