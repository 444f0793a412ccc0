package org.tanggap.channel.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.complaint.AccountId;

/** Mails that are written here, and the reader of them. */
final class Mails {

  static final AccountId ACCOUNT = AccountId.of("mail", "lapor");
  static final String ADDRESS = "lapor@kota.example.id";
  static final String OURS = "<01939e4c-0000-7000-8000-000000000001@kota.example.id>";
  static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-21T05:00:00Z"));
  static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  private Mails() {}

  static MailMessages reader(KeptPhotos photos, @Nullable SenderCheck check) {
    return new MailMessages(
        ACCOUNT,
        Set.of(ADDRESS),
        new OwnIds("kota.example.id"),
        new MailPictures(photos, JAKARTA, NOON),
        check);
  }

  static List<ChannelMessage> read(byte[] raw) {
    return reader(new KeptPhotos(), null).read(raw, null);
  }

  static ChannelMessage readOne(String... lines) {
    return read(bytes(lines)).get(0);
  }

  static ChannelMessage.NewReport report(String... lines) {
    return (ChannelMessage.NewReport) readOne(lines);
  }

  static byte[] bytes(String... lines) {
    return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  static byte[] file(String name) {
    try (var in = Mails.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("no file " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
