package org.tanggap.channel.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.Malformed;
import org.tanggap.channel.ChannelMessage.Unsupported;
import org.tanggap.channel.Page;

/** Reads a folder by IMAP (RFC 3501), page by page, by the UIDs of its mails. */
final class MailFolder {

  /** A page ends early once its mails have this many bytes together. */
  private static final long PAGE_BYTES = 64L << 20;

  private final MailSessions sessions;
  private final MailServer server;
  private final MailMessages messages;
  private final Reading how;

  MailFolder(MailSessions sessions, MailServer server, MailMessages messages, Reading how) {
    this.sessions = sessions;
    this.server = server;
    this.messages = messages;
    this.how = how;
  }

  /**
   * How a folder is read.
   *
   * @param folder its name
   * @param pageSize how many mails make a page
   * @param maxBytes the longest mail that is read
   * @param markSeen whether mails that are stored become read ones
   */
  record Reading(String folder, int pageSize, int maxBytes, boolean markSeen) {}

  Page read(MailCursor cursor) {
    try (Store store = sessions.openStore(server)) {
      IMAPFolder folder = (IMAPFolder) store.getFolder(how.folder());
      folder.open(how.markSeen() ? Folder.READ_WRITE : Folder.READ_ONLY);
      MailCursor from = cursor.in(folder.getUIDValidity());
      if (how.markSeen()) {
        markSeen(folder, from);
      }
      Page page = page(folder, from);
      // Without "false" it would delete for good what people have only marked as deleted.
      folder.close(false);
      return page;
    } catch (MessagingException e) {
      throw MailSessions.failure("the folder at " + server.host(), e);
    } catch (UncheckedIOException e) {
      throw ChannelException.of(Kind.TEMPORARY, "the photo store cannot keep a picture now");
    }
  }

  /** What the cursor has gone past is stored, and not before. */
  private static void markSeen(IMAPFolder folder, MailCursor from) throws MessagingException {
    if (from.last() > from.before()) {
      Message[] stored = folder.getMessagesByUID(from.before() + 1, from.last());
      folder.setFlags(stored, new Flags(Flags.Flag.SEEN), true);
    }
  }

  private Page page(IMAPFolder folder, MailCursor from) throws MessagingException {
    long end = lastUid(folder);
    long reached = from.last();
    Message[] found = {};
    for (long width = how.pageSize(); found.length == 0 && reached < end; width *= 4) {
      long begin = reached + 1;
      reached = Math.min(end, reached + width);
      found = folder.getMessagesByUID(begin, reached);
    }
    Message[] page = firstOf(folder, found);
    List<ChannelMessage> read = new ArrayList<>();
    long bytes = 0;
    int count = 0;
    while (count < page.length && bytes <= PAGE_BYTES) {
      MimeMessage mail = (MimeMessage) page[count++];
      read.addAll(read(folder, mail, from.validity()));
      bytes += Math.max(0, mail.getSize());
    }
    if (count < found.length) {
      reached = folder.getUID(page[count - 1]);
    }
    return new Page(read, from.after(Math.max(reached, from.last())).toCursor(), reached < end);
  }

  /**
   * The highest UID that was given when the folder was opened; later ones come with a later poll.
   */
  private static long lastUid(IMAPFolder folder) throws MessagingException {
    long next = folder.getUIDNext();
    int count = folder.getMessageCount();
    return next > 0 ? next - 1 : count == 0 ? 0 : folder.getUID(folder.getMessage(count));
  }

  private Message[] firstOf(IMAPFolder folder, Message[] found) throws MessagingException {
    List<Message> page = new ArrayList<>(List.of(found));
    if (page.size() > how.pageSize()) {
      page = page.subList(0, how.pageSize());
    }
    Message[] mails = page.toArray(Message[]::new);
    FetchProfile headers = new FetchProfile();
    headers.add(FetchProfile.Item.SIZE);
    headers.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
    headers.add(IMAPFolder.FetchProfileItem.HEADERS);
    if (mails.length > 0) {
      folder.fetch(mails, headers);
    }
    return mails;
  }

  private List<ChannelMessage> read(IMAPFolder folder, MimeMessage mail, long validity)
      throws MessagingException {
    String uid = "uid " + validity + "/" + folder.getUID(mail);
    LimitedBytes raw = new LimitedBytes(how.maxBytes());
    try {
      if (mail.getSize() <= how.maxBytes()) {
        mail.writeTo(raw);
        Date received = mail.getReceivedDate();
        return messages.read(raw.bytes(), received == null ? null : received.toInstant());
      }
      return List.of(tooLong(mail, uid));
    } catch (FolderClosedException | StoreClosedException e) {
      throw e;
    } catch (MessageRemovedException e) {
      return List.of(new Unsupported(uid, "a mail that was deleted before it was read"));
    } catch (MessagingException e) {
      return List.of(new Malformed(uid, "the mail server does not hand this mail over"));
    } catch (IOException e) {
      if (raw.isFull()) {
        return List.of(tooLong(mail, uid));
      }
      throw ChannelException.of(Kind.TEMPORARY, "the mailbox at " + server.host() + " fell silent");
    }
  }

  private Unsupported tooLong(MimeMessage mail, String uid) {
    return new Unsupported(
        new MailHeaders(mail).findId().orElse(uid),
        "a mail longer than " + how.maxBytes() + " bytes");
  }
}
