package org.tanggap.channel.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.HeaderTerm;
import jakarta.mail.util.SharedByteArrayInputStream;
import org.tanggap.channel.ChannelException;

/** The folder in which a copy of every answer lies. */
final class SentFolder {

  private final MailSessions sessions;
  private final MailServer server;
  private final String name;
  private final boolean filledByServer;

  SentFolder(MailSessions sessions, MailServer server, String name, boolean filledByServer) {
    this.sessions = sessions;
    this.server = server;
    this.name = name;
    this.filledByServer = filledByServer;
  }

  boolean holds(String id) {
    try (Store store = sessions.openStore(server)) {
      Folder folder = store.getFolder(name);
      if (!folder.exists()) {
        return false;
      }
      folder.open(Folder.READ_ONLY);
      Message[] found = folder.search(new HeaderTerm("Message-ID", id));
      folder.close(false);
      return found.length > 0;
    } catch (MessagingException e) {
      throw MailSessions.failure("the folder of sent mails at " + server.host(), e);
    }
  }

  /**
   * Files a copy. The mail has gone out already: if the copy cannot be filed, the answer is sent
   * nevertheless, and only a repetition of unknown end would not be recognised.
   */
  void keep(byte[] mail) {
    if (filledByServer) {
      return;
    }
    try (Store store = sessions.openStore(server)) {
      Folder folder = store.getFolder(name);
      if (!folder.exists()) {
        folder.create(Folder.HOLDS_MESSAGES);
      }
      MimeMessage copy = new MimeMessage(null, new SharedByteArrayInputStream(mail));
      copy.setFlag(Flags.Flag.SEEN, true);
      folder.appendMessages(new Message[] {copy});
    } catch (MessagingException | ChannelException e) {
      // See above.
    }
  }
}
