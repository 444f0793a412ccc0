package org.tanggap.channel.citizenapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.testkit.ManualClock;

class CitizenAppProviderTest {

  private static final AccountId ACCOUNT = AccountId.of("citizenapp", "jaki");

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
  private final ChannelParts parts =
      ChannelParts.of(clock)
          .with(HttpClient.class, Apps.CLIENT)
          .with(PhotoStore.class, Apps.photosOf("mended.jpg", new byte[1]));

  private static AccountSettings settings(Map<String, String> values) {
    Map<String, String> credentials =
        Map.of(
            "env:SIGN",
            new String(Apps.SECRET, StandardCharsets.UTF_8),
            "env:SHORT",
            "x",
            "env:TOKEN",
            FakeCitizenApp.TOKEN);
    return AccountSettings.of(ACCOUNT, values, name -> Optional.ofNullable(credentials.get(name)));
  }

  private CitizenApp open(AccountSettings settings) {
    return (CitizenApp) new CitizenAppProvider().open(settings, parts);
  }

  @Test
  void an_app_that_hands_its_posts_over_is_opened_from_its_settings() throws Exception {
    AccountSettings settings = settings(Map.of("secrets", "env:SIGN"));
    CitizenApp app = open(settings);
    assertThat(settings.listFaults()).isEmpty();
    assertThat(app.open(Apps.signed(Apps.utf8("{\"post_id\":1}"))))
        .isInstanceOf(PushVerdict.Genuine.class);
    assertThat(app.pull(null).messages()).isEmpty();
    assertThat(
            app.permission(
                new ReplyTarget(new MessageKey(ACCOUNT, "1"), clock.instant(), null, "")))
        .isInstanceOf(ReplyPermission.ByHand.class);
  }

  @Test
  void an_app_that_is_asked_is_opened_from_its_settings() {
    try (FakeCitizenApp vendor = new FakeCitizenApp(clock)) {
      AccountSettings settings =
          settings(
              Map.of(
                  "pull", "true",
                  "baseUrl", vendor.url().toString(),
                  "token", "env:TOKEN",
                  "zone", "Asia/Makassar",
                  "ownUser", FakeCitizenApp.OWN_USER,
                  "pageSize", "50",
                  "timeout", "PT5S"));
      CitizenApp app = open(settings);
      assertThat(settings.listFaults()).isEmpty();
      vendor.publish("Jalan rusak");
      assertThat(app.pull(null).messages()).hasSize(1);
      assertThat(vendor.requests().get(0).query()).containsEntry("limit", "50");
    }
  }

  @Test
  void all_faults_are_found_at_once() {
    AccountSettings none = settings(Map.of());
    assertThat(open(none).account()).isEqualTo(ACCOUNT);
    assertThat(none.listFaults())
        .containsExactly("secrets is missing; write a reference such as env:NAME");
    AccountSettings wrong =
        settings(
            Map.of(
                "pull", "true",
                "secrets", "env:SHORT",
                "token", "env:NONE",
                "pageSize", "0",
                "base", "https://app.example.org"));
    assertThat(open(wrong).account()).isEqualTo(ACCOUNT);
    assertThat(wrong.listFaults())
        .containsExactly(
            "pageSize is no whole number from 1 to 1000",
            "secrets has one of less than 16 bytes",
            "token refers to a credential that is not there",
            "baseUrl is missing",
            "base is no setting of this kind; it has pull, zone, ownUser, pageSize, timeout,"
                + " secrets, token, baseUrl");
    assertThat(new CitizenAppProvider().kind()).isEqualTo(ACCOUNT.kind());
  }
}
