package org.tanggap.channel.gammu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage.ReplyStatus;
import org.tanggap.channel.Page;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Reporter;
import org.tanggap.testkit.ManualClock;

class GammuReplyTest {

  @TempDir private Path folder;
  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
  private FakeGammu gammu;
  private GammuChannel channel;

  @BeforeEach
  void open() {
    gammu = new FakeGammu(clock, folder);
    channel = Modems.builder(gammu, clock).build();
  }

  @AfterEach
  void close() {
    gammu.close();
  }

  private static ReplyTarget target(@Nullable String handle) {
    return new ReplyTarget(
        new MessageKey(Modems.ACCOUNT, "sms-1"),
        Instant.parse("2026-11-21T02:14:07Z"),
        handle == null ? null : new Reporter(handle, null),
        "");
  }

  private static Reply reply(int number, String text) {
    return new Reply(new UUID(1, number), target(FakeGammu.CITIZEN), text, List.of(), false);
  }

  private static Kind failure(Runnable call) {
    return assertThatThrownBy(call::run)
        .asInstanceOf(InstanceOfAssertFactories.type(ChannelException.class))
        .actual()
        .kind();
  }

  @Test
  void an_answer_is_a_file_in_the_outbox_as_smsd_wants_it() {
    SentReply sent = channel.send(reply(1, "Sedang dikerjakan 🙏"));

    assertThat(FakeGammu.list(gammu.outbox))
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "OUTC20261121_021407_00_+6281234500001_00000000000000010000000000000001.txt");
    assertThat(gammu.answers()).containsExactly("Sedang dikerjakan 🙏");
    assertThat(sent.externalId()).isEqualTo("00000000000000010000000000000001");
  }

  @Test
  void a_delivery_report_is_asked_for_by_the_file_s_name() {
    Modems.builder(gammu, clock).deliveryReports(true).build().send(reply(1, "Baik"));

    assertThat(FakeGammu.list(gammu.outbox).get(0).toString()).endsWith(".txtd");
  }

  @Test
  void an_answer_that_is_tried_again_is_sent_once() {
    channel.send(reply(1, "Baik"));
    channel.send(reply(1, "Baik"));
    assertThat(gammu.answers()).containsExactly("Baik");
    channel.send(reply(1, "Baik"));
    channel.send(reply(2, "Baik"));

    assertThat(gammu.answers()).containsExactly("Baik", "Baik");
    assertThat(channel.recognisesRepetition()).isTrue();
    assertThat(
            GammuChannel.builder(Modems.ACCOUNT, gammu.spool, clock)
                .outbox(gammu.outbox)
                .build()
                .recognisesRepetition())
        .isFalse();
  }

  @Test
  void an_answer_that_the_modem_could_not_send_is_told_and_may_be_tried_again() throws IOException {
    channel.send(reply(1, "Baik"));
    Path file = FakeGammu.list(gammu.outbox).get(0);
    Files.move(file, gammu.errors.resolve(file.getFileName()));
    Files.writeString(gammu.errors.resolve("OUT08123.txt"), "somebody else's");

    Page page = channel.pull(null);
    assertThat(page.messages())
        .containsExactly(
            new ReplyStatus(
                new MessageKey(Modems.ACCOUNT, "00000000000000010000000000000001"),
                ReplyStatus.State.FAILED,
                "the modem could not send it"));
    assertThat(channel.pull(page.cursor()).messages()).isEmpty();
    assertThat(FakeGammu.list(gammu.errors)).hasSize(1);

    channel.send(reply(1, "Baik"));
    assertThat(gammu.answers()).containsExactly("Baik");
  }

  @Test
  void only_numbers_can_be_answered() {
    assertThat(channel.permission(target(FakeGammu.CITIZEN)))
        .isEqualTo(ReplyPermission.Allowed.words(612));
    for (String handle : new String[] {null, "OPERATOR", "3636", "+62812/../../x", "0812345"}) {
      assertThat(channel.permission(target(handle))).isInstanceOf(ReplyPermission.ByHand.class);
    }
    assertThat(
            failure(
                () ->
                    channel.send(new Reply(new UUID(1, 1), target("3636"), "x", List.of(), false))))
        .isEqualTo(Kind.NOT_PERMITTED);
  }

  @Test
  void without_an_outbox_a_person_answers() {
    GammuChannel mute = GammuChannel.builder(Modems.ACCOUNT, gammu.spool, clock).build();

    assertThat(mute.permission(target(FakeGammu.CITIZEN)))
        .isInstanceOf(ReplyPermission.ByHand.class);
    assertThat(failure(() -> mute.send(reply(1, "x")))).isEqualTo(Kind.NOT_PERMITTED);
  }

  @Test
  void what_does_not_fit_is_refused_before_it_is_sent() {
    channel.send(reply(1, "x".repeat(612)));
    channel.send(reply(2, "é".repeat(612)));
    channel.send(reply(3, "ç".repeat(268)));

    assertThat(failure(() -> channel.send(reply(4, "x".repeat(613)))))
        .isEqualTo(Kind.NOT_PERMITTED);
    assertThat(failure(() -> channel.send(reply(5, "ç".repeat(269)))))
        .isEqualTo(Kind.NOT_PERMITTED);
    Reply photo =
        new Reply(
            new UUID(1, 6), target(FakeGammu.CITIZEN), "x", List.of(Photo.of("store:1")), false);
    assertThat(failure(() -> channel.send(photo))).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(gammu.answers()).hasSize(3);
  }

  @Test
  void an_outbox_that_cannot_be_written_is_a_temporary_failure() throws IOException {
    Files.delete(gammu.outbox);

    assertThatThrownBy(() -> channel.send(reply(1, "rahasia")))
        .isInstanceOfSatisfying(
            ChannelException.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.TEMPORARY))
        .hasMessageNotContainingAny("rahasia", FakeGammu.CITIZEN)
        .hasNoCause();
  }
}
