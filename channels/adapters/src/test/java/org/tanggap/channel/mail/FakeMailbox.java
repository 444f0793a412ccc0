package org.tanggap.channel.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.tanggap.channel.mail.MailServer.Security;

/** The mail servers of a city and of a citizen, in memory, behind real sockets. */
public final class FakeMailbox implements AutoCloseable {

  /** The city's address. */
  public static final String CITY = "lapor@kota.example.id";

  /** The citizen's address. */
  public static final String CITIZEN = "siti.rahma@warga.example.id";

  /** The password of the city's mailbox. */
  public static final String PASSWORD = "rahasia-kotak-surat";

  private final GreenMail servers =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
          });
  private final GreenMailUser city;
  private final GreenMailUser citizen;
  private int published;

  /** Starts the servers. */
  public FakeMailbox() {
    servers.start();
    city = servers.setUser(CITY, "lapor", PASSWORD);
    citizen = servers.setUser(CITIZEN, "siti", "lain-sekali");
  }

  /** Where the city reads. */
  public MailServer imap() {
    return new MailServer(
        "127.0.0.1", servers.getImap().getPort(), Security.NONE, "lapor", PASSWORD);
  }

  /** Where the city hands answers in. */
  public MailServer smtp() {
    return new MailServer(
        "127.0.0.1", servers.getSmtp().getPort(), Security.NONE, "lapor", PASSWORD);
  }

  /**
   * Lets the citizen write.
   *
   * @param text the words
   * @return the Message-ID
   */
  public String publish(String text) {
    String id = "<warga-" + ++published + "@warga.example.id>";
    deliver(
        "INBOX",
        String.join(
            "\r\n",
            "From: Siti Rahma <" + CITIZEN + ">",
            "To: " + CITY,
            "Message-ID: " + id,
            "Date: Sat, 21 Nov 2026 09:00:00 +0700",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit",
            "",
            text));
    return id;
  }

  void deliver(String folder, String raw) {
    try {
      folder(folder)
          .appendMessage(
              new MimeMessage(null, new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))),
              new Flags(),
              Date.from(Mails.NOON.instant()));
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private MailFolder folder(String name) {
    try {
      var host = servers.getManagers().getImapHostManager();
      if (name.equals("INBOX")) {
        return host.getInbox(city);
      }
      MailFolder folder = host.getFolder(city, name);
      return folder == null ? host.createMailbox(city, name) : folder;
    } catch (FolderException | com.icegreen.greenmail.imap.AuthorizationException e) {
      throw new AssertionError(e);
    }
  }

  void deleteFolder(String name) {
    try {
      servers.getManagers().getImapHostManager().deleteMailbox(city, name);
    } catch (FolderException | com.icegreen.greenmail.imap.AuthorizationException e) {
      throw new AssertionError(e);
    }
  }

  /** Deletes the first mails of the inbox for good. */
  void expunge(int count) {
    try {
      MailFolder inbox = folder("INBOX");
      for (StoredMessage message : inbox.getMessages().subList(0, count)) {
        message.setFlag(Flags.Flag.DELETED, true);
      }
      inbox.expunge();
    } catch (FolderException e) {
      throw new AssertionError(e);
    }
  }

  void markDeleted() {
    folder("INBOX").getMessages().forEach(message -> message.setFlag(Flags.Flag.DELETED, true));
  }

  int count(String folder) {
    return folder(folder).getMessageCount();
  }

  long countSeen() {
    return folder("INBOX").getMessages().stream()
        .filter(message -> message.getFlags().contains(Flags.Flag.SEEN))
        .count();
  }

  /** What has reached the citizen. */
  List<MimeMessage> mails() {
    try {
      return new ArrayList<>(
          servers.getManagers().getImapHostManager().getInbox(citizen).getMessages().stream()
              .map(StoredMessage::getMimeMessage)
              .toList());
    } catch (FolderException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * The answers that have reached the citizen.
   *
   * @return the words of each, oldest first
   */
  public List<String> answers() {
    return mails().stream().map(FakeMailbox::words).toList();
  }

  static String words(MimeMessage mail) {
    try {
      Object content = mail.getContent();
      String text =
          content instanceof MimeMultipart parts
              ? (String) parts.getBodyPart(0).getContent()
              : (String) content;
      return text.stripTrailing().replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  static String raw(MimeMessage mail) {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    try {
      mail.writeTo(raw);
    } catch (IOException | MessagingException e) {
      throw new AssertionError(e);
    }
    return raw.toString(StandardCharsets.UTF_8);
  }

  /** Empties all mailboxes; the numbers of the mails go on. */
  void clear() {
    try {
      servers.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    servers.stop();
  }
}
