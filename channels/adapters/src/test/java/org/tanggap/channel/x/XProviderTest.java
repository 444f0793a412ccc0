package org.tanggap.channel.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.web.CredentialKeeper;
import org.tanggap.testkit.ManualClock;

class XProviderTest {

  private final ManualClock clock = ManualClock.at(Accounts.NOW);
  private final List<String> kept = new ArrayList<>();
  private final ChannelParts parts =
      ChannelParts.of(clock)
          .with(HttpClient.class, Accounts.CLIENT)
          .with(PhotoStore.class, Accounts.PHOTOS);
  private final ChannelParts keeping =
      parts.with(
          CredentialKeeper.class,
          (account, setting, credential) -> kept.add(account + " " + setting + " " + credential));

  private static AccountSettings settings(FakeX vendor, Map<String, String> values) {
    Map<String, String> credentials =
        Map.of(
            "env:TOKEN", vendor.token(),
            "env:REFRESH", vendor.refreshToken(),
            "env:FIRST", Accounts.SECRETS.get(0),
            "env:SECOND", Accounts.SECRETS.get(1));
    return AccountSettings.of(
        Accounts.ACCOUNT, values, reference -> Optional.ofNullable(credentials.get(reference)));
  }

  @Test
  void an_account_is_opened_from_its_settings() {
    try (FakeX vendor = new FakeX(clock)) {
      AccountSettings settings =
          settings(
              vendor,
              Map.ofEntries(
                  Map.entry("userId", FakeX.USER),
                  Map.entry("token", "env:TOKEN"),
                  Map.entry("refreshToken", "env:REFRESH"),
                  Map.entry("clientId", "aplikasi"),
                  Map.entry("consumerSecrets", "env:FIRST, env:SECOND"),
                  Map.entry("search", "banjir"),
                  Map.entry("pageSize", "50"),
                  Map.entry("lookBack", "P2D"),
                  Map.entry("maxCharacters", "4000"),
                  Map.entry("price", "USD 0.02"),
                  Map.entry("timeout", "PT5S"),
                  Map.entry("baseUrl", vendor.url().toString())));
      XChannel channel = (XChannel) new XProvider().open(settings, keeping);
      assertThat(settings.listFaults()).isEmpty();
      String id = vendor.publish("Jalan rusak");
      assertThat(Accounts.ids(Accounts.drain(channel, new ArrayList<>()))).containsExactly(id);
      assertThat(vendor.requests().get(0).query())
          .containsEntry("max_results", "50")
          .containsEntry("start_time", "2026-11-19T02:15:00Z");
      assertThat(vendor.requests().get(1).query()).containsEntry("query", "banjir");
      assertThat(
              channel.open(
                  Hooks.signed(Accounts.SECRETS.get(1), "{}".getBytes(StandardCharsets.UTF_8))))
          .isInstanceOf(PushVerdict.Genuine.class);
      channel.refresh();
      assertThat(kept).containsExactly("x:@PoskoContoh refreshToken " + vendor.refreshToken());
    }
  }

  @Test
  void a_token_alone_is_enough() {
    try (FakeX vendor = new FakeX(clock)) {
      AccountSettings settings =
          settings(vendor, Map.of("userId", FakeX.USER, "token", "env:TOKEN"));
      new XProvider().open(settings, parts).close();
      assertThat(settings.listFaults()).isEmpty();
    }
  }

  @Test
  void all_faults_are_found_at_once() {
    try (FakeX vendor = new FakeX(clock)) {
      AccountSettings settings =
          settings(
              vendor,
              Map.of(
                  "userId", "@PoskoContoh",
                  "refreshToken", "env:REFRESH",
                  "consumerSecrets", "env:FIRST,env:NOT_THERE",
                  "search", "x".repeat(513),
                  "pageSize", "5",
                  "baseUrl", "api.x.com",
                  "tokn", "env:TOKEN"));
      Channel channel = new XProvider().open(settings, parts);
      assertThat(channel.account()).isEqualTo(Accounts.ACCOUNT);
      assertThat(settings.listFaults())
          .containsExactly(
              "userId is no number of an account",
              "baseUrl is no http or https address",
              "pageSize is no whole number from 10 to 100",
              "clientId is missing, and refreshToken needs it",
              "refreshToken needs a CredentialKeeper among the host's parts, for X replaces it at"
                  + " each use",
              "consumerSecrets refers to a credential that is not there",
              "search is longer than 512 characters",
              "tokn is no setting of this kind; it has userId, baseUrl, pageSize, lookBack,"
                  + " maxCharacters, price, timeout, refreshToken, token, clientId, clientSecret,"
                  + " consumerSecrets, search");
      assertThat(vendor.requests()).isEmpty();
    }
  }

  @Test
  void what_is_missing_is_told() {
    try (FakeX vendor = new FakeX(clock)) {
      AccountSettings settings = settings(vendor, Map.of());
      new XProvider().open(settings, parts).close();
      assertThat(settings.listFaults())
          .containsExactly(
              "userId is missing", "token is missing; write a reference such as env:NAME");
    }
  }

  @Test
  void the_kind_is_that_of_its_accounts() {
    assertThat(new XProvider().kind()).isEqualTo(Accounts.ACCOUNT.kind());
  }
}
