package org.tanggap.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.PhotoStore;

class MailProviderTest {

  private static final ChannelParts PARTS =
      ChannelParts.of(Mails.NOON).with(PhotoStore.class, new KeptPhotos());

  private static AccountSettings settings(Map<String, String> values) {
    return AccountSettings.of(
        Mails.ACCOUNT,
        values,
        reference ->
            reference.startsWith("env:")
                ? Optional.of("rahasia-dari-" + reference)
                : Optional.empty());
  }

  private static List<String> faults(Map<String, String> values) {
    AccountSettings settings = settings(values);
    try (Channel channel = new MailProvider().open(settings, PARTS)) {
      assertThat(channel.account()).isEqualTo(Mails.ACCOUNT);
    }
    return settings.listFaults();
  }

  private static Map<String, String> whole() {
    Map<String, String> values = new HashMap<>();
    values.put("address", "lapor@kota.example.id");
    values.put("name", "Lapor Kota");
    values.put("ownAddresses", "humas@kota.example.id, info@kota.example.id");
    values.put("imapHost", "imap.example.id");
    values.put("imapUser", "lapor");
    values.put("imapPassword", "env:IMAP");
    values.put("folder", "INBOX");
    values.put("pageSize", "20");
    values.put("maxMessageMegabytes", "10");
    values.put("markSeen", "true");
    values.put("smtpHost", "smtp.example.id");
    values.put("smtpPort", "465");
    values.put("smtpSecurity", "tls");
    values.put("smtpUser", "lapor");
    values.put("smtpPassword", "env:SMTP");
    values.put("sentFolder", "Sent");
    values.put("sentByServer", "false");
    values.put("pushSecrets", "env:PUSH_A,env:PUSH_B");
    values.put("requireAuthenticated", "true");
    values.put("authservId", "mx.kota.example.id");
    values.put("timeout", "PT10S");
    values.put("zone", "Asia/Makassar");
    return values;
  }

  @Test
  void an_account_is_opened_with_all_its_settings() {
    assertThat(new MailProvider().kind()).isEqualTo("mail");
    assertThat(faults(whole())).isEmpty();
    AccountSettings settings = settings(whole());
    try (MailChannel channel = (MailChannel) new MailProvider().open(settings, PARTS)) {
      assertThat(channel.recognisesRepetition()).isTrue();
    }
  }

  @Test
  void all_missing_settings_are_told_at_once() {
    assertThat(faults(Map.of()))
        .containsExactlyInAnyOrder(
            "address is missing", "imapHost is missing, and so are smtpHost and pushSecrets");
    assertThat(
            faults(
                Map.of(
                    "address", "x",
                    "imapHost", "h",
                    "smtpHost", "s",
                    "smtpUser", "u",
                    "requireAuthenticated", "true")))
        .containsExactlyInAnyOrder(
            "address is no mail address",
            "imapUser is missing",
            "imapPassword is missing; write a reference such as env:NAME",
            "smtpPassword is missing; write a reference such as env:NAME",
            "authservId is missing, which requireAuthenticated needs");
  }

  @Test
  void wrong_settings_are_told_without_their_values() {
    Map<String, String> values = whole();
    values.put("imapSecurity", "ssl3");
    values.put("smtpPort", "70000");
    values.put("smtpPassword", "gelap:sekali");
    values.put("sentFolder", "Sent");
    values.remove("imapHost");
    values.put("kota", "Jakarta");

    List<String> faults = faults(values);

    assertThat(faults)
        .anyMatch(fault -> fault.startsWith("imapSecurity is neither"))
        .anyMatch(fault -> fault.startsWith("smtpPort is no whole number"))
        .contains(
            "smtpPassword refers to a credential that is not there", "sentFolder needs an imapHost")
        .anyMatch(fault -> fault.startsWith("kota is no setting"))
        .noneMatch(fault -> fault.contains("gelap") || fault.contains("70000"));
  }

  @Test
  void a_server_shows_neither_user_nor_password() {
    assertThat(new MailServer("h.example", 993, MailServer.Security.TLS, "pengguna", "rahasia"))
        .hasToString("MailServer[h.example:993, TLS]");
  }
}
