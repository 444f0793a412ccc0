package org.tanggap.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.Ignored.Reason;

class AutomaticMailTest {

  private static ChannelMessage read(String header) {
    return Mails.readOne(
        header.startsWith("From:") ? header : header + "\r\nFrom: siti@warga.example.id",
        "Message-ID: <a@b.example>",
        "",
        "Jalan rusak");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated (vacation)",
        "Auto-Submitted: auto-notified; owner=a@b.example",
        "AUTO-SUBMITTED: Auto-Replied",
        "Precedence: bulk",
        "Precedence: junk",
        "Precedence: List",
        "Precedence: auto_reply",
        "X-Auto-Response-Suppress: DR, OOF, AutoReply",
        "X-Auto-Response-Suppress: All",
        "X-Autoreply: yes",
        "X-Autorespond: re",
        "List-Id: <rw03.warga.example.id>",
        "Return-Path: <>",
        "Return-Path: < >",
        "From: MAILER-DAEMON@mx.example (Mail Delivery)",
        "From: postmaster@warga.example.id",
        "From: No Reply <no-reply@toko.example>",
        "From: noreply+123@toko.example",
        "From: bounces+9-a=b.example@list.example",
        "Subject: Automatic reply: Jalan rusak",
        "Subject: Out of Office: Jalan rusak",
        "Subject: Auto-Reply",
        "Subject: Balasan otomatis: Jalan rusak",
        "Subject: =?utf-8?Q?Jawaban_otomatis?=: x",
        "Subject: Di luar kantor"
      })
  void what_a_machine_sends_is_ignored(String header) {
    assertThat(read(header))
        .isEqualTo(new ChannelMessage.Ignored("<a@b.example>", Reason.AUTO_REPLY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: no",
        "Precedence: first-class",
        "X-Auto-Response-Suppress: DR, RN, NRN",
        "Return-Path: <siti@warga.example.id>",
        "From: noreply@forms.example\r\nReply-To: siti@warga.example.id",
        "From: norman@warga.example.id",
        "From: postmaster-fan@warga.example.id",
        "Subject: Balasan otomatis dari kelurahan tidak jelas",
        "Subject: Kantor lurah tutup",
        "Subject: Autobus mogok"
      })
  void what_a_person_writes_is_taken(String header) {
    assertThat(read(header)).isInstanceOf(ChannelMessage.NewReport.class);
  }
}
