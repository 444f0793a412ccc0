package org.tanggap.integrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.PhotoStore;
import org.tanggap.complaint.AccountId;
import org.tanggap.testkit.ManualClock;

class PigeonProviderTest {

  private static final AccountId ACCOUNT = AccountId.of("pigeon", FakePigeon.ACCOUNT);

  private final ChannelParts parts =
      ChannelParts.of(ManualClock.at("2026-11-21T02:15:00Z"))
          .with(PhotoStore.class, new Pigeons.OnePhoto())
          .with(HttpClient.class, HttpClient.newHttpClient());

  private static AccountSettings settings(Map<String, String> values) {
    return AccountSettings.of(
        ACCOUNT, values, reference -> Optional.of("rahasia").filter(it -> reference.equals("a")));
  }

  @Test
  void an_account_is_opened_from_its_settings() {
    AccountSettings settings = settings(Map.of("token", "a", "signatureSecrets", "a,a"));

    try (Channel channel = new PigeonProvider().open(settings, parts)) {
      assertThat(channel.account()).isEqualTo(ACCOUNT);
    }
    assertThat(settings.listFaults()).isEmpty();
  }

  @Test
  void all_faults_of_the_settings_are_told_at_once() {
    AccountSettings settings = settings(Map.of("token", "b", "timeout", "soon", "colour", "grey"));

    new PigeonProvider().open(settings, parts).close();

    assertThat(settings.listFaults())
        .containsExactly(
            "token refers to a credential that is not there",
            "signatureSecrets is missing; write a reference such as env:NAME",
            "timeout is no time such as PT30S",
            "colour is no setting of this kind;"
                + " it has baseUrl, token, signatureSecrets, timeout");
  }
}
