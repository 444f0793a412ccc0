package org.tanggap.channel.mail;

import java.util.Objects;

/**
 * How to reach an IMAP or SMTP server.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the host is blank or the port is
 * none.
 *
 * @param host the server's name, which its certificate has to show
 * @param port the port: 993 or 143 for IMAP, 465 or 587 for SMTP
 * @param security how the connection is kept from listeners
 * @param user the user, or empty if the server wants none
 * @param password the password, or one that the provider made for this application
 */
public record MailServer(String host, int port, Security security, String user, String password) {

  /** How a connection is kept from listeners (RFC 8314). */
  public enum Security {
    /** Encrypted from the first byte. */
    TLS,
    /** Encrypted after a first command; a server that does not offer it is left. */
    STARTTLS,
    /** Not encrypted: for a server on the same machine only. */
    NONE
  }

  public MailServer {
    Objects.requireNonNull(security, "security");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("host is blank, or port is not 1 to 65535");
    }
  }

  /** Never shows the user or the password. */
  @Override
  public String toString() {
    return "MailServer[" + host + ":" + port + ", " + security + "]";
  }
}
