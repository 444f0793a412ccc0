package org.tanggap.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.PullChannel;
import org.tanggap.testkit.ManualClock;

class SmppProviderTest {

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
  private final SmppProvider provider = new SmppProvider();

  private static AccountSettings settings(Map<String, String> values) {
    return AccountSettings.of(
        Networks.ACCOUNT,
        values,
        reference ->
            reference.equals("env:SMPP") ? Optional.of(FakeSmsc.PASSWORD) : Optional.empty());
  }

  @Test
  void an_account_is_opened_from_its_settings() {
    try (FakeSmsc smsc = new FakeSmsc(clock)) {
      AccountSettings settings =
          settings(
              Map.of(
                  "host", "127.0.0.1",
                  "port", String.valueOf(smsc.port()),
                  "systemId", FakeSmsc.SYSTEM,
                  "password", "env:SMPP",
                  "from", "1708",
                  "defaultAlphabet", "latin1",
                  "waitFor", "PT0.5S",
                  "stopWords", "cukup"));
      try (PullChannel channel = (PullChannel) provider.open(settings, ChannelParts.of(clock))) {
        assertThat(settings.listFaults()).isEmpty();
        assertThat(provider.kind()).isEqualTo("smpp");
        assertThat(smsc.binds()).isZero();
        smsc.publish("Banjir");
        assertThat(Networks.texts(channel.pull(null))).containsExactly("Banjir");
      }
    }
  }

  @Test
  void all_faults_are_found_at_once() {
    AccountSettings nothing = settings(Map.of());
    provider.open(nothing, ChannelParts.of(clock)).close();
    assertThat(nothing.listFaults())
        .containsExactly(
            "host is missing",
            "systemId is missing",
            "password is missing; write a reference such as env:NAME");

    AccountSettings wrong =
        settings(
            Map.of(
                "host", "smsc.example.net",
                "port", "0",
                "systemId", "much-too-long-for-a-system",
                "password", "env:NONE",
                "region", "Java",
                "defaultAlphabet", "morse",
                "sameWithin", "PT0.1S",
                "capacity", "0",
                "user", "x"));
    provider.open(wrong, ChannelParts.of(clock)).close();
    assertThat(wrong.listFaults()).hasSize(8);
  }

  @Test
  void a_channel_needs_its_credentials() {
    assertThatThrownBy(() -> SmppChannel.builder(Networks.ACCOUNT, "smsc", 2775, clock).build())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> SmppChannel.builder(Networks.ACCOUNT, " ", 2775, clock))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
