package org.tanggap.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.http.HttpClient;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.channel.PushVerdict;
import org.tanggap.complaint.AccountId;

/** Accounts opened from a configuration. */
class MetaProvidersTest {

  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "env:TOKEN", MetaAccounts.TOKEN,
          "env:APP", MetaAccounts.SECRET,
          "env:NEXT", MetaAccounts.NEXT_SECRET,
          "env:VERIFY", MetaAccounts.VERIFY_TOKEN);

  private static final Map<String, String> SHARED =
      Map.of(
          "token", "env:TOKEN",
          "appSecrets", "env:APP, env:NEXT",
          "verifyTokens", "env:VERIFY",
          "baseUrl", "https://graph.facebook.com/v26.0/",
          "timeout", "PT5S",
          "credentialEnds", "2027-01-31T00:00:00Z");

  private static ChannelParts parts() {
    return ChannelParts.of(() -> Instant.parse("2026-11-21T02:15:00Z"))
        .with(HttpClient.class, MetaAccounts.client())
        .with(
            PhotoStore.class, MetaAccounts.store("foto", Picture.of("image/png", new byte[] {1})));
  }

  private static AccountSettings settings(AccountId account, Map<String, String> own) {
    Map<String, String> all = new HashMap<>(SHARED);
    all.putAll(own);
    return AccountSettings.of(
        account, all, reference -> Optional.ofNullable(CREDENTIALS.get(reference)));
  }

  private static Channel open(ChannelProvider provider, AccountSettings settings) {
    Channel channel = provider.open(settings, parts());
    assertThat(settings.listFaults()).isEmpty();
    assertThat(channel.account().kind()).isEqualTo(provider.kind());
    assertThat(channel.vitals().findCredentialEnds())
        .contains(Instant.parse("2027-01-31T00:00:00Z"));
    return channel;
  }

  @Test
  void a_number_is_opened_from_its_settings() {
    AccountSettings settings =
        settings(
            MetaAccounts.WHATSAPP,
            Map.of(
                "phoneNumberId", MetaAccounts.PHONE_NUMBER_ID,
                "template", "tanggapan_laporan",
                "templateLanguage", "id",
                "stopWords", "STOP, BERHENTI, CUKUP",
                "startWords", "MULAI",
                "mediaHosts", "lookaside.fbsbx.com",
                "maxPhotoBytes", "1000000"));
    WhatsAppChannel channel = (WhatsAppChannel) open(new WhatsAppProvider(), settings);

    byte[] body =
        FakeWhatsApp.batch(
            FakeGraph.parse(
                "{\"id\":\"wamid.1\",\"from\":\"62812\",\"type\":\"text\","
                    + "\"text\":{\"body\":\"cukup\"}}"));
    assertThat(channel.open(MetaAccounts.signed(MetaAccounts.NEXT_SECRET, body)))
        .isInstanceOf(PushVerdict.Genuine.class)
        .asString()
        .contains("AnswersWanted");
  }

  @Test
  void a_page_is_opened_from_its_settings() {
    AccountSettings settings =
        settings(
            MetaAccounts.FACEBOOK,
            Map.of("pageId", MetaAccounts.PAGE_ID, "messenger", "false", "mention", "true"));
    FacebookChannel channel = (FacebookChannel) open(new FacebookProvider(), settings);

    assertThat(channel.recognisesRepetition()).isTrue();
  }

  @Test
  void an_instagram_account_is_opened_from_its_settings() {
    AccountSettings settings =
        settings(
            MetaAccounts.INSTAGRAM,
            Map.of(
                "accountId", MetaAccounts.INSTAGRAM_ID,
                "username", "kotatebet",
                "maxCharacters", "300"));
    open(new InstagramProvider(), settings);
  }

  private static List<String> faults(
      ChannelProvider provider, AccountId account, Map<String, String> values) {
    AccountSettings settings =
        AccountSettings.of(
            account, values, reference -> Optional.ofNullable(CREDENTIALS.get(reference)));
    provider.open(settings, parts());
    return settings.listFaults();
  }

  @Test
  void all_missing_settings_are_told_at_once() {
    assertThat(faults(new WhatsAppProvider(), MetaAccounts.WHATSAPP, Map.of()))
        .containsExactly(
            "phoneNumberId is missing",
            "token is missing; write a reference such as env:NAME",
            "appSecrets is missing; write a reference such as env:NAME",
            "verifyTokens is missing; write a reference such as env:NAME");
    assertThat(faults(new FacebookProvider(), MetaAccounts.FACEBOOK, Map.of()))
        .hasSize(4)
        .contains("pageId is missing");
    assertThat(faults(new InstagramProvider(), MetaAccounts.INSTAGRAM, Map.of()))
        .hasSize(4)
        .contains("accountId is missing");
  }

  @Test
  void wrong_settings_are_told_without_their_values() {
    Map<String, String> wrong = new HashMap<>(SHARED);
    wrong.put("phoneNumberId", "+62 21 5050 1234");
    wrong.put("credentialEnds", "besok");
    wrong.put("template", "Nama Besar");
    wrong.put("maxPhotoBytes", "banyak");
    wrong.put("token", "env:HILANG");
    wrong.put("tokn", "env:TOKEN");

    assertThat(faults(new WhatsAppProvider(), MetaAccounts.WHATSAPP, wrong))
        .hasSize(6)
        .anyMatch(fault -> fault.startsWith("phoneNumberId is not 1 to 32 digits"))
        .anyMatch(fault -> fault.startsWith("credentialEnds is no time"))
        .anyMatch(fault -> fault.startsWith("template needs"))
        .anyMatch(fault -> fault.startsWith("maxPhotoBytes is no whole number"))
        .anyMatch(fault -> fault.startsWith("token refers to a credential that is not there"))
        .anyMatch(fault -> fault.startsWith("tokn is no setting"))
        .noneMatch(fault -> fault.contains("5050") || fault.contains("HILANG"));
  }

  @Test
  void what_cannot_be_is_refused_while_building() {
    assertThatIllegalStateException()
        .isThrownBy(() -> MetaApp.builder("t", MetaAccounts.client(), () -> Instant.EPOCH).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetaApp.builder(" ", MetaAccounts.client(), () -> Instant.EPOCH));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                WhatsAppChannel.builder(
                    MetaAccounts.WHATSAPP, "../" + MetaAccounts.PAGE_ID, MetaAccounts.app()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FacebookChannel.builder(MetaAccounts.FACEBOOK, "me", MetaAccounts.app()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InstagramChannel.builder(MetaAccounts.INSTAGRAM, "", MetaAccounts.app()));
  }

  @Test
  void nothing_shows_a_credential() {
    assertThat(MetaAccounts.app().toString()).isEqualTo("MetaApp");
  }
}
