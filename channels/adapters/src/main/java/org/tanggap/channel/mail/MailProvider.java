package org.tanggap.channel.mail;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.mail.MailServer.Security;

/**
 * Opens mail addresses. Settings: {@code address}, {@code name}, {@code ownAddresses}; for reading
 * {@code imapHost}, {@code imapPort}, {@code imapSecurity} ({@code tls}, {@code starttls}, {@code
 * none}), {@code imapUser}, {@code imapPassword} (credential), {@code folder}, {@code pageSize},
 * {@code maxMessageMegabytes}, {@code markSeen}; or {@code pushSecrets} (credentials); for answers
 * {@code smtpHost}, {@code smtpPort}, {@code smtpSecurity}, {@code smtpUser}, {@code smtpPassword}
 * (credential), {@code sentFolder}, {@code sentByServer}; {@code requireAuthenticated} with {@code
 * authservId}; {@code timeout}, {@code zone}. Parts, if there are any: a {@link PhotoStore}, an
 * {@link SSLContext}.
 */
public final class MailProvider implements ChannelProvider {

  /** For the service loader. */
  public MailProvider() {}

  @Override
  public String kind() {
    return "mail";
  }

  @Override
  public Channel open(AccountSettings settings, ChannelParts parts) {
    String address = settings.text("address", "");
    if (MailAddress.findSendable(address).isEmpty()) {
      settings.refuse("address", address.isEmpty() ? "is missing" : "is no mail address");
      address = "missing@missing.invalid";
    }
    MailChannel.Builder builder =
        MailChannel.builder(settings.account(), address, parts.clock())
            .name(settings.text("name", ""))
            .folder(settings.text("folder", "INBOX"))
            .pageSize(settings.number("pageSize", 50, 1, 500))
            .maxMessageBytes(settings.number("maxMessageMegabytes", 25, 1, 200) << 20)
            .markSeen(settings.flag("markSeen", false))
            .timeout(settings.duration("timeout", Duration.ofSeconds(20)))
            .zone(settings.zone("zone", ZoneId.of("Asia/Jakarta")));
    settings.texts("ownAddresses").forEach(builder::ownAddress);
    servers(settings, builder);
    pushSecrets(settings, builder);
    authentication(settings, builder);
    parts.find(PhotoStore.class).ifPresent(builder::photoStore);
    parts.find(SSLContext.class).ifPresent(builder::tls);
    return builder.build();
  }

  private static void servers(AccountSettings settings, MailChannel.Builder builder) {
    MailServer imap = server(settings, "imap", 993, "tls");
    MailServer smtp = server(settings, "smtp", 587, "starttls");
    String sent = settings.text("sentFolder", "");
    boolean byServer = settings.flag("sentByServer", false);
    if (imap != null) {
      builder.imap(imap);
    }
    if (smtp != null) {
      builder.smtp(smtp);
    }
    if (!sent.isEmpty() && imap == null) {
      settings.refuse("sentFolder", "needs an imapHost");
    } else if (!sent.isEmpty()) {
      builder.sentFolder(sent, byServer);
    }
    if (imap == null && smtp == null && settings.texts("pushSecrets").isEmpty()) {
      settings.refuse("imapHost", "is missing, and so are smtpHost and pushSecrets");
    }
  }

  private static @Nullable MailServer server(
      AccountSettings settings, String prefix, int usualPort, String usualSecurity) {
    String host = settings.text(prefix + "Host", "");
    int port = settings.number(prefix + "Port", usualPort, 1, 65_535);
    Security security = security(settings, prefix + "Security", usualSecurity);
    String user = settings.text(prefix + "User", "");
    String password = settings.secretOrNull(prefix + "Password");
    if (host.isEmpty()) {
      return null;
    }
    if (prefix.equals("imap") && user.isEmpty()) {
      settings.refuse("imapUser", "is missing");
    }
    if (password == null && !(prefix.equals("smtp") && user.isEmpty())) {
      settings.refuse(prefix + "Password", "is missing; write a reference such as env:NAME");
    }
    return new MailServer(host, port, security, user, password == null ? "" : password);
  }

  private static Security security(AccountSettings settings, String name, String usual) {
    String text = settings.text(name, usual).toUpperCase(Locale.ROOT);
    for (Security security : Security.values()) {
      if (security.name().equals(text)) {
        return security;
      }
    }
    settings.refuse(name, "is neither tls, starttls nor none");
    return Security.TLS;
  }

  private static void pushSecrets(AccountSettings settings, MailChannel.Builder builder) {
    if (settings.texts("pushSecrets").isEmpty()) {
      return;
    }
    for (String secret : settings.secrets("pushSecrets")) {
      if (secret.length() >= 16) {
        builder.pushSecret(secret);
      } else {
        settings.refuse("pushSecrets", "has one of fewer than 16 characters");
      }
    }
  }

  private static void authentication(AccountSettings settings, MailChannel.Builder builder) {
    boolean required = settings.flag("requireAuthenticated", false);
    String server = settings.text("authservId", "");
    if (required && server.isEmpty()) {
      settings.refuse("authservId", "is missing, which requireAuthenticated needs");
    } else if (required) {
      builder.requireAuthenticated(server);
    }
  }
}
