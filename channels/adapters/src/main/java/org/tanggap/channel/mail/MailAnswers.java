package org.tanggap.channel.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.complaint.Photo;

/** Sends answers by SMTP (RFC 5321) and looks into the folder of what was sent. */
final class MailAnswers {

  static final int MAX_CHARACTERS = 100_000;
  static final int MAX_PHOTOS = 10;

  private final MailSessions sessions;
  private final MailServer server;
  private final String from;
  private final OwnIds ids;
  private final AnswerMail writer;
  private final @Nullable SentFolder sent;
  private final @Nullable PhotoStore photos;
  private final InstantSource clock;

  MailAnswers(
      MailSessions sessions,
      MailServer server,
      String from,
      OwnIds ids,
      AnswerMail writer,
      @Nullable SentFolder sent,
      @Nullable PhotoStore photos,
      InstantSource clock) {
    this.sessions = sessions;
    this.server = server;
    this.from = from;
    this.ids = ids;
    this.writer = writer;
    this.sent = sent;
    this.photos = photos;
    this.clock = clock;
  }

  ReplyPermission permission(ReplyTarget to) {
    if (to.reporter() == null) {
      return new ReplyPermission.ByHand("the writer's address is not known any more");
    }
    String address = to.reporter().handle();
    if (MailAddress.findSendable(address).isEmpty()) {
      return new ReplyPermission.ByHand("the writer's address is none that can be written to");
    } else if (MailAddress.isOfMachine(address)) {
      return new ReplyPermission.ByHand("nobody reads what is sent to the writer's address");
    }
    return ReplyPermission.Allowed.words(MAX_CHARACTERS)
        .withPhotos(photos == null ? 0 : MAX_PHOTOS);
  }

  boolean recognisesRepetition() {
    return sent != null;
  }

  SentReply send(Reply reply) {
    String id = ids.of(reply.id());
    String to = address(reply);
    List<Picture> pictures = pictures(reply);
    if (reply.mayBeSent() && sent != null && sent.holds(id)) {
      return new SentReply(id);
    }
    byte[] mail = writer.write(reply, to, pictures, clock.instant());
    deliver(mail, to);
    if (sent != null) {
      sent.keep(mail);
    }
    return new SentReply(id);
  }

  private String address(Reply reply) {
    if (permission(reply.to()) instanceof ReplyPermission.ByHand byHand) {
      throw ChannelException.of(Kind.NOT_PERMITTED, byHand.because());
    } else if (reply.text().codePointCount(0, reply.text().length()) > MAX_CHARACTERS) {
      throw ChannelException.of(
          Kind.NOT_PERMITTED, "an answer has at most " + MAX_CHARACTERS + " characters");
    } else if (reply.photos().size() > MAX_PHOTOS) {
      throw ChannelException.of(Kind.NOT_PERMITTED, "at most " + MAX_PHOTOS + " photos a mail");
    }
    return Optional.ofNullable(reply.to().reporter())
        .flatMap(person -> MailAddress.findSendable(person.handle()))
        .orElseThrow();
  }

  private List<Picture> pictures(Reply reply) {
    List<Picture> pictures = new ArrayList<>();
    for (Photo photo : reply.photos()) {
      pictures.add(
          find(photo)
              .orElseThrow(
                  () ->
                      ChannelException.of(
                          Kind.NOT_PERMITTED, "a photo of the answer is not in the photo store")));
    }
    return pictures;
  }

  private Optional<Picture> find(Photo photo) {
    try {
      return photos == null ? Optional.empty() : photos.find(photo.reference());
    } catch (UncheckedIOException e) {
      throw ChannelException.of(Kind.TEMPORARY, "the photo store cannot be read now");
    }
  }

  private void deliver(byte[] mail, String to) {
    Transport transport = sessions.openTransport(server, from);
    Outgoing message = null;
    try {
      message = new Outgoing(mail);
      transport.sendMessage(message, new Address[] {new InternetAddress(to)});
    } catch (MessagingException e) {
      throw failure(e, message != null && message.isHandedOver());
    } finally {
      close(transport);
    }
  }

  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      // The mail is taken or refused already; a connection that ends badly changes nothing.
    }
  }

  /** RFC 5321, 4.2.1: 4 is for now, 5 for good. Without a code after the last byte, who knows. */
  private ChannelException failure(MessagingException e, boolean handedOver) {
    int code = code(e);
    String what = "the mail server at " + server.host();
    if (code == 530 || code == 534 || code == 535) {
      return ChannelException.of(Kind.REAUTHORISE, what + " wants us to sign in (" + code + ")");
    } else if (code >= 500) {
      return ChannelException.of(Kind.NOT_PERMITTED, what + " refuses the mail (" + code + ")");
    } else if (code >= 400) {
      return ChannelException.of(Kind.TEMPORARY, what + " does not take it now (" + code + ")");
    } else if (handedOver) {
      return ChannelException.of(
          Kind.UNCONFIRMED, what + " got the mail and did not say that it has taken it");
    }
    return ChannelException.of(Kind.TEMPORARY, "the connection to " + what + " broke off");
  }

  /** The first code in the chain of failures; 0 if the server said nothing. */
  private static int code(MessagingException failure) {
    for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
      int code = 0;
      if (e instanceof SMTPAddressFailedException address) {
        code = address.getReturnCode();
      } else if (e instanceof SMTPSendFailedException sending) {
        code = sending.getReturnCode();
      } else if (e instanceof SMTPSenderFailedException sender) {
        code = sender.getReturnCode();
      }
      if (code >= 400) {
        return code;
      }
      if (e instanceof SendFailedException && m.getNextException() == null) {
        return 0;
      }
    }
    return 0;
  }

  /** Knows whether all of it has gone to the server. */
  private static final class Outgoing extends MimeMessage {

    private boolean handedOver;

    Outgoing(byte[] mail) throws MessagingException {
      super(null, new SharedByteArrayInputStream(mail));
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] without)
        throws IOException, MessagingException {
      super.writeTo(out, without);
      handedOver = true;
    }

    boolean isHandedOver() {
      return handedOver;
    }
  }
}
