package org.tanggap.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.complaint.Reporter;

class MailPullTest {

  private static final FakeMailbox mailbox = new FakeMailbox();

  private final KeptPhotos photos = new KeptPhotos();
  private @Nullable Cursor cursor;

  @BeforeEach
  void clear() {
    mailbox.clear();
  }

  @AfterAll
  static void close() {
    mailbox.close();
  }

  private MailChannel connect(UnaryOperator<MailChannel.Builder> more) {
    MailChannel.Builder builder =
        MailChannel.builder(Mails.ACCOUNT, FakeMailbox.CITY, Mails.NOON)
            .imap(mailbox.imap())
            .photoStore(photos)
            .timeout(Duration.ofMillis(500))
            .pageSize(3);
    return more.apply(builder).build();
  }

  /** One page, by a new object as after a restart; the cursor is kept. */
  private Page take(UnaryOperator<MailChannel.Builder> more) {
    try (MailChannel channel = connect(more)) {
      Page page = channel.pull(cursor);
      cursor = page.cursor();
      return page;
    }
  }

  private List<ChannelMessage> drain() {
    List<ChannelMessage> all = new ArrayList<>();
    Page page;
    do {
      page = take(it -> it);
      assertThat(page.messages()).hasSizeLessThanOrEqualTo(3);
      all.addAll(page.messages());
    } while (page.hasMore());
    return all;
  }

  private static List<String> ids(List<ChannelMessage> messages) {
    return messages.stream()
        .map(message -> ((ChannelMessage.NewReport) message).key().externalId())
        .toList();
  }

  private List<String> publish(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(mailbox.publish("laporan nomor " + i));
    }
    return ids;
  }

  private Kind failure(UnaryOperator<MailChannel.Builder> more) {
    try (MailChannel channel = connect(more)) {
      ChannelException e = catchThrowableOfType(ChannelException.class, () -> channel.pull(cursor));
      assertThat(e).hasMessageNotContaining(FakeMailbox.PASSWORD);
      assertThat(e.getCause()).isNull();
      return e.kind();
    }
  }

  @Test
  void mails_come_page_by_page_in_order_and_each_once() {
    List<String> ids = publish(11);

    assertThat(ids(drain())).isEqualTo(ids);
    assertThat(drain()).isEmpty();

    List<String> later = publish(2);
    assertThat(ids(drain())).isEqualTo(later);
  }

  @Test
  void an_empty_mailbox_gives_an_empty_page_and_a_place() {
    assertThat(drain()).isEmpty();
    List<String> ids = publish(4);

    assertThat(ids(drain())).isEqualTo(ids);
  }

  @Test
  void a_page_that_was_not_stored_comes_again() {
    List<String> ids = publish(5);
    take(it -> it);
    Cursor stored = cursor;
    take(it -> it);
    cursor = stored;

    assertThat(ids(drain())).isEqualTo(ids.subList(3, 5));
  }

  @Test
  void mails_that_arrive_between_two_pages_come_too() {
    List<String> ids = new ArrayList<>(publish(4));
    List<ChannelMessage> taken = new ArrayList<>(take(it -> it).messages());
    ids.addAll(publish(4));
    taken.addAll(drain());

    assertThat(ids(taken)).isEqualTo(ids);
  }

  @Test
  void words_sender_and_time_are_taken() {
    mailbox.publish("Jalan rusak di Tebet \ud83c\udf27");

    ChannelMessage.NewReport report = (ChannelMessage.NewReport) drain().get(0);

    assertThat(report.report().text()).isEqualTo("Jalan rusak di Tebet \ud83c\udf27");
    assertThat(report.report().reporter())
        .isEqualTo(new Reporter(FakeMailbox.CITIZEN, "Siti Rahma"));
    assertThat(report.report().sentAt()).isNotNull();
  }

  @Test
  void a_long_gap_in_the_numbers_is_crossed_in_one_poll() {
    publish(300);
    mailbox.expunge(300);
    String id = mailbox.publish("sesudah banyak yang dihapus");

    assertThat(ids(take(it -> it).messages())).containsExactly(id);
    assertThat(take(it -> it).hasMore()).isFalse();
  }

  @Test
  void the_mailbox_is_left_as_it_is() {
    publish(4);
    mailbox.markDeleted();

    drain();

    assertThat(mailbox.countSeen()).isZero();
    assertThat(mailbox.count("INBOX")).isEqualTo(4);
  }

  @Test
  void mails_are_marked_as_read_once_they_are_stored_if_that_is_wanted() {
    publish(5);
    mailbox.markDeleted();
    take(it -> it.markSeen(true));
    assertThat(mailbox.countSeen()).isZero();

    take(it -> it.markSeen(true));
    assertThat(mailbox.countSeen()).isEqualTo(3);

    take(it -> it.markSeen(true));
    assertThat(mailbox.countSeen()).isEqualTo(5);
    assertThat(mailbox.count("INBOX")).isEqualTo(5);
  }

  @Test
  void a_folder_that_was_made_anew_is_read_from_its_beginning() {
    String raw = "From: a@warga.example.id\r\nMessage-ID: <satu@warga.example.id>\r\n\r\nBanjir";
    mailbox.deliver("Lapor", raw);
    assertThat(ids(take(it -> it.folder("Lapor")).messages()))
        .containsExactly("<satu@warga.example.id>");
    cursor =
        new Cursor(
            Objects.requireNonNull(cursor).value().replaceFirst("validity=[0-9]+", "validity=7"));

    assertThat(ids(take(it -> it.folder("Lapor")).messages()))
        .containsExactly("<satu@warga.example.id>");
    assertThat(take(it -> it.folder("Lapor")).messages()).isEmpty();
  }

  @Test
  void a_mail_that_is_too_long_is_left_out_and_the_next_ones_come() {
    String tooLong = mailbox.publish("x".repeat(5_000));
    String id = mailbox.publish("pendek");

    List<ChannelMessage> read = new ArrayList<>(take(it -> it.maxMessageBytes(2_000)).messages());
    read.addAll(drain());

    assertThat(read).hasSize(2);
    assertThat(read.get(0))
        .isEqualTo(new ChannelMessage.Unsupported(tooLong, "a mail longer than 2000 bytes"));
    assertThat(ids(read.subList(1, 2))).containsExactly(id);
  }

  @Test
  void a_broken_mail_does_not_keep_the_next_from_coming() {
    mailbox.deliver("INBOX", "\u0001\u0002 bukan surat");
    String id = mailbox.publish("surat yang baik");

    List<ChannelMessage> read = drain();

    assertThat(read.get(0)).isInstanceOf(ChannelMessage.Malformed.class);
    assertThat(ids(read.subList(1, 2))).containsExactly(id);
  }

  @Test
  void a_full_photo_store_stops_the_reading_and_nothing_is_lost() {
    mailbox.deliver(
        "INBOX",
        new String(Mails.file("mails/iphone-photo.eml"), java.nio.charset.StandardCharsets.UTF_8));
    photos.fail();
    assertThat(failure(it -> it)).isEqualTo(Kind.TEMPORARY);

    Page page = take(it -> it.photoStore(new KeptPhotos()));

    ChannelMessage.NewReport report = (ChannelMessage.NewReport) page.messages().get(0);
    assertThat(report.report().photos()).hasSize(1);
  }

  @Test
  void a_wrong_password_has_to_be_renewed() {
    MailServer right = mailbox.imap();
    MailServer wrong =
        new MailServer(right.host(), right.port(), right.security(), right.user(), "salah-semua");

    assertThat(failure(it -> it.imap(wrong))).isEqualTo(Kind.REAUTHORISE);
  }

  @Test
  void a_missing_folder_is_told() {
    assertThat(failure(it -> it.folder("Tidak Ada"))).isEqualTo(Kind.NOT_PERMITTED);
  }

  @Test
  void a_server_that_is_down_or_silent_is_asked_again() {
    try (ScriptedServer silent = new ScriptedServer(Map.of("HELLO", ScriptedServer.SILENCE));
        ScriptedServer cut = new ScriptedServer(Map.of("HELLO", ScriptedServer.CUT));
        ScriptedServer other = new ScriptedServer(Map.of())) {
      Duration brief = Duration.ofMillis(100);
      assertThat(failure(it -> it.imap(silent.address("u")).timeout(brief)))
          .isEqualTo(Kind.TEMPORARY);
      assertThat(failure(it -> it.imap(cut.address("u")))).isEqualTo(Kind.TEMPORARY);
      assertThat(failure(it -> it.imap(other.address("u")))).isEqualTo(Kind.TEMPORARY);
    }
    ScriptedServer gone = new ScriptedServer(Map.of());
    gone.close();
    assertThat(failure(it -> it.imap(gone.address("u")))).isEqualTo(Kind.TEMPORARY);
  }

  @Test
  void a_server_with_an_unknown_certificate_gets_no_password() {
    GreenMail servers = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
    servers.start();
    try {
      MailServer imaps =
          new MailServer(
              "127.0.0.1", servers.getImaps().getPort(), MailServer.Security.TLS, "u", "rahasia");
      assertThat(failure(it -> it.imap(imaps))).isEqualTo(Kind.TEMPORARY);
    } finally {
      servers.stop();
    }
  }

  @Test
  void a_server_that_does_not_offer_encryption_is_left_where_it_is_wanted() {
    MailServer plain = mailbox.imap();
    MailServer wanted =
        new MailServer(
            plain.host(),
            plain.port(),
            MailServer.Security.STARTTLS,
            plain.user(),
            plain.password());

    assertThat(failure(it -> it.imap(wanted))).isEqualTo(Kind.TEMPORARY);
  }

  @Test
  void a_damaged_cursor_is_refused_with_the_account() {
    for (String damaged : List.of("", "validity=1", "validity=x last=1 before=0", "null")) {
      try (MailChannel channel = connect(it -> it)) {
        ChannelException e =
            catchThrowableOfType(ChannelException.class, () -> channel.pull(new Cursor(damaged)));
        assertThat(e.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(e).hasMessageContaining("mail:lapor");
      }
    }
  }

  @Test
  void an_address_without_a_mailbox_brings_nothing() {
    MailChannel channel = MailChannel.builder(Mails.ACCOUNT, FakeMailbox.CITY, Mails.NOON).build();

    Page page = channel.pull(null);

    assertThat(page.messages()).isEmpty();
    assertThat(channel.pull(page.cursor()).hasMore()).isFalse();
  }
}
