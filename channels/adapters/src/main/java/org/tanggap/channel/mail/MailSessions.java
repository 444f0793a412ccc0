package org.tanggap.channel.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.mail.MailServer.Security;

/** Connects to mail servers, and says in kinds why it could not. */
final class MailSessions {

  private final Duration timeout;
  private final @Nullable SSLContext tls;

  /**
   * @param timeout how long a connection, a read or a write may take
   * @param tls what is trusted; null for what Java trusts
   */
  MailSessions(Duration timeout, @Nullable SSLContext tls) {
    this.timeout = timeout;
    this.tls = tls;
  }

  Store openStore(MailServer server) {
    String protocol = server.security() == Security.TLS ? "imaps" : "imap";
    Properties settings = settings(protocol, server.security());
    settings.put("mail." + protocol + ".peek", "true");
    settings.put("mail." + protocol + ".fetchsize", "262144");
    try {
      Store store = Session.getInstance(settings).getStore(protocol);
      store.connect(server.host(), server.port(), server.user(), server.password());
      return store;
    } catch (MessagingException e) {
      throw failure("the mailbox at " + server.host(), e);
    }
  }

  Transport openTransport(MailServer server, String envelopeSender) {
    String protocol = server.security() == Security.TLS ? "smtps" : "smtp";
    Properties settings = settings(protocol, server.security());
    boolean signsIn = !server.user().isEmpty();
    settings.put("mail." + protocol + ".auth", String.valueOf(signsIn));
    settings.put("mail." + protocol + ".from", envelopeSender);
    settings.put("mail." + protocol + ".localhost", MailAddress.domain(envelopeSender));
    settings.put("mail." + protocol + ".quitwait", "false");
    try {
      Transport transport = Session.getInstance(settings).getTransport(protocol);
      transport.connect(
          server.host(),
          server.port(),
          signsIn ? server.user() : null,
          signsIn ? server.password() : null);
      return transport;
    } catch (MessagingException e) {
      throw failure("the mail server at " + server.host(), e);
    }
  }

  private Properties settings(String protocol, Security security) {
    Properties settings = new Properties();
    String prefix = "mail." + protocol + ".";
    String millis = String.valueOf(timeout.toMillis());
    settings.put(prefix + "connectiontimeout", millis);
    settings.put(prefix + "timeout", millis);
    settings.put(prefix + "writetimeout", millis);
    settings.put(prefix + "ssl.checkserveridentity", "true");
    if (tls != null) {
      settings.put(prefix + "ssl.socketFactory", tls.getSocketFactory());
    }
    if (security == Security.STARTTLS) {
      settings.put(prefix + "starttls.enable", "true");
      settings.put(prefix + "starttls.required", "true");
    }
    return settings;
  }

  /**
   * A failure in kinds. The server's own words are left away: they may name a citizen's address.
   */
  static ChannelException failure(String what, MessagingException e) {
    if (e instanceof NoSuchProviderException) {
      throw new IllegalStateException("org.eclipse.angus:jakarta.mail is missing", e);
    } else if (e instanceof FolderNotFoundException) {
      return ChannelException.of(Kind.NOT_PERMITTED, what + " has no folder of that name");
    } else if (e instanceof AuthenticationFailedException && !isForNow(e)) {
      return ChannelException.of(
          Kind.REAUTHORISE, what + " refuses the user or the password: renew them");
    }
    Exception beneath = e.getNextException();
    return ChannelException.of(
        Kind.TEMPORARY,
        what
            + " cannot be used now ("
            + (beneath == null ? e : beneath).getClass().getSimpleName()
            + ")");
  }

  /** RFC 5530 and RFC 4954, 6: the server cannot tell now whether a password is right. */
  private static boolean isForNow(MessagingException e) {
    String words = String.valueOf(e.getMessage()).toUpperCase(Locale.ROOT);
    return words.startsWith("4") || words.contains("[UNAVAILABLE]") || words.contains("[INUSE]");
  }
}
