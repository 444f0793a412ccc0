package org.tanggap.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.jsmpp.bean.SubmitSm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage.ReplyStatus;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Reporter;
import org.tanggap.testkit.ManualClock;

/** Over real sockets, against jsmpp's server classes. */
class SmppChannelTest {

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
  private final FakeSmsc smsc = new FakeSmsc(clock);
  private SmppChannel channel = builder().build();
  private @Nullable Cursor place;

  private SmppChannel.Builder builder() {
    return SmppChannel.builder(Networks.ACCOUNT, "127.0.0.1", smsc.port(), clock)
        .credentials(FakeSmsc.SYSTEM, FakeSmsc.PASSWORD)
        .timeout(Duration.ofMillis(1_000))
        .waitFor(Duration.ofMillis(500));
  }

  @AfterEach
  void close() {
    channel.close();
    smsc.close();
  }

  private void reconnect(SmppChannel other) {
    channel.close();
    channel = other;
  }

  /** Pulls until a page is empty; each page is stored. */
  private List<String> drain() {
    List<String> texts = new ArrayList<>();
    Page page = channel.pull(place);
    while (page.hasMore()) {
      place = page.cursor();
      texts.addAll(Networks.texts(page));
      page = channel.pull(place);
    }
    return texts;
  }

  private static void await(BooleanSupplier condition) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(5))
        .until(condition::getAsBoolean);
  }

  private static ReplyTarget target(@Nullable String handle) {
    return new ReplyTarget(
        new MessageKey(Networks.ACCOUNT, "smpp-1"),
        java.time.Instant.parse("2026-11-21T02:14:07Z"),
        handle == null ? null : new Reporter(handle, null),
        FakeSmsc.OURS);
  }

  private static Reply reply(String text) {
    return new Reply(new UUID(1, 0x42), target("+" + FakeSmsc.CITIZEN), text, List.of(), false);
  }

  private static Kind failure(Runnable call) {
    return assertThatThrownBy(call::run)
        .asInstanceOf(InstanceOfAssertFactories.type(ChannelException.class))
        .actual()
        .kind();
  }

  @Test
  void a_message_is_acknowledged_only_when_it_is_stored() {
    channel.open();
    smsc.publish("Banjir 🌊 di gang");
    Page page = channel.pull(null);

    assertThat(Networks.texts(page)).containsExactly("Banjir 🌊 di gang");
    assertThat(channel.pull(null).messages()).isEqualTo(page.messages());
    assertThat(smsc.acknowledged()).isZero();

    channel.pull(page.cursor());
    await(() -> smsc.acknowledged() == 1);
  }

  @Test
  void nothing_is_connected_before_it_is_needed() {
    assertThat(channel.permission(target("+6281234500001")))
        .isInstanceOf(ReplyPermission.Allowed.class);
    assertThat(smsc.binds()).isZero();
  }

  @Test
  void many_messages_wait_for_the_host_without_holding_up_anything_else() {
    channel.open();
    for (int i = 0; i < 30; i++) {
      smsc.publish("laporan " + i);
    }

    assertThat(channel.send(reply("Baik")).findExternalId()).isPresent();

    assertThat(drain()).hasSize(30).doesNotHaveDuplicates();
    await(() -> smsc.acknowledged() == 30);
  }

  @Test
  void what_was_not_stored_before_a_restart_comes_again_with_the_same_key() {
    String id = smsc.publish("Jalan rusak");
    Page lost = channel.pull(null);
    assertThat(Networks.texts(lost)).containsExactly("Jalan rusak");

    reconnect(builder().build());

    Page again = channel.pull(null);
    assertThat(again.messages()).isEqualTo(lost.messages());
    assertThat(again.messages().toString()).contains("NewReport");
    assertThat(((org.tanggap.channel.ChannelMessage.NewReport) again.messages().get(0)).key())
        .isEqualTo(new MessageKey(Networks.ACCOUNT, id));
  }

  @Test
  void a_line_that_broke_is_bound_again_and_nothing_is_lost() {
    channel.open();
    smsc.publish("sebelum putus");
    Page page = channel.pull(null);
    smsc.hangUp();
    smsc.publish("sesudah putus");
    await(
        () -> {
          try {
            channel.open();
            return smsc.binds() == 2;
          } catch (ChannelException e) {
            return false;
          }
        });

    place = page.cursor();
    drain();
    smsc.sendAgain();
    drain();

    await(() -> smsc.acknowledged() == 2);
  }

  @Test
  void a_queue_that_is_full_sends_messages_back_to_the_network() {
    reconnect(builder().capacity(2).build());
    channel.open();
    for (int i = 0; i < 3; i++) {
      smsc.publish("laporan " + i);
    }
    await(() -> !smsc.statuses(2).isEmpty());

    assertThat(smsc.statuses(2)).containsExactly(HeldPdu.QUEUE_FULL);
    drain();
    smsc.sendAgain();
    assertThat(drain()).containsExactly("laporan 2");
  }

  @Test
  void a_host_that_does_not_pull_has_messages_sent_again_later() {
    reconnect(builder().enquireEvery(Duration.ofMillis(50)).build());
    channel.open();
    smsc.publish("Jalan rusak");
    await(() -> Networks.texts(channel.pull(null)).contains("Jalan rusak"));
    clock.advance(Duration.ofSeconds(21));

    await(() -> smsc.statuses(0).contains(HeldPdu.LATER));
    smsc.sendAgain();
    assertThat(drain()).containsExactly("Jalan rusak");
    await(() -> smsc.acknowledged() == 1);
  }

  @Test
  void the_parts_of_a_long_message_come_as_one() {
    channel.open();
    smsc.part(FakeSmsc.CITIZEN, "besar sekali", 9, 2, 2);
    smsc.part(FakeSmsc.CITIZEN, "Ada lubang ", 9, 2, 1);

    assertThat(drain()).containsExactly("Ada lubang besar sekali");
    await(() -> smsc.acknowledged() == 2);
  }

  @Test
  void a_receipt_tells_what_became_of_an_answer() {
    SentReply sent = channel.send(reply("Baik"));
    smsc.receipt(String.valueOf(sent.externalId()), "DELIVRD");

    Page page = channel.pull(null);

    assertThat(page.messages())
        .containsExactly(
            new ReplyStatus(
                new MessageKey(Networks.ACCOUNT, String.valueOf(sent.externalId())),
                ReplyStatus.State.DELIVERED,
                ""));
  }

  @Test
  void ids_in_hex_are_told_in_decimal_if_receipts_do() {
    assertThat(channel.send(reply("Baik")).externalId()).isEqualTo("a1");
    reconnect(builder().hexIds(true).build());

    assertThat(channel.send(reply("Baik")).externalId()).isEqualTo("162");
  }

  @Test
  void a_short_answer_goes_in_the_gsm_alphabet() {
    channel.send(reply("Terima kasih [1] €5"));

    SubmitSm sms = smsc.taken().get(0);
    assertThat(smsc.answers()).containsExactly("Terima kasih [1] €5");
    assertThat(sms.getDataCoding()).isZero();
    assertThat(sms.getRegisteredDelivery()).isEqualTo((byte) 1);
    assertThat(sms.getDestAddress()).isEqualTo(FakeSmsc.CITIZEN);
    assertThat(sms.getDestAddrTon()).isEqualTo((byte) 1);
    assertThat(sms.getSourceAddr()).isEqualTo(FakeSmsc.OURS);
  }

  @Test
  void a_long_answer_goes_in_parts_with_one_receipt() {
    String text = "Sedang dikerjakan 🙏 ".repeat(8);

    SentReply sent = channel.send(reply(text));

    assertThat(smsc.answers()).containsExactly(text);
    assertThat(smsc.taken()).hasSize(3);
    assertThat(smsc.taken()).extracting(SubmitSm::getDataCoding).containsOnly((byte) 8);
    assertThat(smsc.taken())
        .extracting(SubmitSm::getRegisteredDelivery)
        .containsExactly((byte) 0, (byte) 0, (byte) 1);
    assertThat(sent.externalId()).isEqualTo("a3");
  }

  @Test
  void a_long_answer_goes_in_one_piece_where_the_network_takes_it() {
    reconnect(builder().messagePayload(true).from("PEMKOT").build());
    String text = "Sedang dikerjakan. ".repeat(20);

    channel.send(reply(text));

    assertThat(smsc.answers()).containsExactly(text);
    assertThat(smsc.taken()).hasSize(1);
    assertThat(smsc.taken().get(0).getSourceAddr()).isEqualTo("PEMKOT");
    assertThat(smsc.taken().get(0).getSourceAddrTon()).isEqualTo((byte) 5);
  }

  @Test
  void refusals_say_what_helps() {
    channel.open();
    int[][] kinds = {{0x58, 0}, {0x14, 0}, {0x08, 0}, {0x0B, 1}, {0x0A, 1}, {0x01, 1}, {0x0E, 2}};
    Kind[] names = {Kind.TEMPORARY, Kind.NOT_PERMITTED, Kind.REAUTHORISE};
    for (int[] kind : kinds) {
      smsc.refuseSubmits(kind[0], 1);
      assertThat(failure(() -> channel.send(reply("x")))).isEqualTo(names[kind[1]]);
    }
  }

  @Test
  void an_answer_of_which_a_part_was_taken_is_left_to_a_person() {
    smsc.refuseSubmits(0x58, 2);

    assertThat(failure(() -> channel.send(reply("x".repeat(200))))).isEqualTo(Kind.UNCONFIRMED);
    assertThat(smsc.taken()).hasSize(1);
  }

  @Test
  void silence_leaves_open_whether_the_answer_was_taken() {
    reconnect(builder().timeout(Duration.ofMillis(300)).build());
    smsc.fallSilent();

    assertThat(failure(() -> channel.send(reply("x")))).isEqualTo(Kind.UNCONFIRMED);
    assertThat(channel.recognisesRepetition()).isFalse();
  }

  @Test
  void a_wrong_password_needs_a_person_and_is_not_tried_all_the_time() {
    reconnect(builder().credentials(FakeSmsc.SYSTEM, "wrong").build());

    assertThat(failure(() -> channel.pull(null))).isEqualTo(Kind.REAUTHORISE);
    assertThat(failure(() -> channel.pull(null))).isEqualTo(Kind.TEMPORARY);
    assertThat(smsc.binds()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(failure(() -> channel.pull(null))).isEqualTo(Kind.REAUTHORISE);
    assertThat(smsc.binds()).isEqualTo(2);
  }

  @Test
  void a_second_bind_is_a_conflict_and_a_dead_host_a_temporary_failure() {
    smsc.refuseBinds(0x05);
    assertThat(failure(channel::open)).isEqualTo(Kind.CONFLICT);
    smsc.close();
    clock.advance(Duration.ofSeconds(1));

    assertThatThrownBy(channel::open)
        .isInstanceOfSatisfying(
            ChannelException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.TEMPORARY);
              assertThat(failure.findRetryAt()).contains(clock.instant().plusSeconds(2));
              assertThat(failure).hasMessageNotContaining(FakeSmsc.PASSWORD);
            });
  }

  @Test
  void what_does_not_fit_is_refused_before_it_is_sent() {
    Photo photo = Photo.of("store:1");
    assertThat(failure(() -> channel.send(reply("x".repeat(613))))).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(
            failure(
                () ->
                    channel.send(
                        new Reply(
                            new UUID(1, 1), target("+6281234500001"), "x", List.of(photo), false))))
        .isEqualTo(Kind.NOT_PERMITTED);
    for (String handle : new String[] {null, "OPERATOR", "3636"}) {
      assertThat(channel.permission(target(handle))).isInstanceOf(ReplyPermission.ByHand.class);
    }
    assertThat(smsc.binds()).isZero();
  }

  @Test
  void a_damaged_cursor_is_malformed() {
    for (String damaged : List.of("", "1", "none ", "smpp-0", "smpp-" + "0".repeat(32) + "-1,")) {
      assertThat(failure(() -> channel.pull(new Cursor(damaged)))).isEqualTo(Kind.MALFORMED);
    }
  }
}
