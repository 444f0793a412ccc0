package org.tanggap.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushVerdict;
import org.tanggap.testkit.ManualClock;

class TwilioProviderTest {

  private final TwilioProvider provider = new TwilioProvider();
  private final ChannelParts parts =
      ChannelParts.of(ManualClock.at("2026-11-21T02:15:00Z"))
          .with(HttpClient.class, Twilios.CLIENT);

  private static AccountSettings settings(Map<String, String> values) {
    return AccountSettings.of(
        Twilios.ACCOUNT,
        values,
        reference ->
            reference.equals("env:TWILIO") ? Optional.of(FakeTwilio.TOKEN) : Optional.empty());
  }

  @Test
  void an_account_is_opened_from_its_settings() {
    AccountSettings settings =
        settings(
            Map.of(
                "accountSid",
                FakeTwilio.ACCOUNT_SID,
                "authToken",
                "env:TWILIO",
                "publicUrl",
                "https://desk.example.go.id/a, " + FakeTwilio.HOOK,
                "from",
                FakeTwilio.OURS,
                "mms",
                "true",
                "stopWords",
                "cukup"));

    try (Channel channel = provider.open(settings, parts)) {
      assertThat(settings.listFaults()).isEmpty();
      assertThat(provider.kind()).isEqualTo("twilio");
      assertThat(channel.account()).isEqualTo(Twilios.ACCOUNT);
      assertThat(((PushChannel) channel).open(Twilios.words("Banjir")))
          .isInstanceOf(PushVerdict.Genuine.class);
    }
  }

  @Test
  void all_faults_are_found_at_once() {
    AccountSettings nothing = settings(Map.of());
    provider.open(nothing, parts).close();
    assertThat(nothing.listFaults())
        .containsExactly(
            "accountSid is missing",
            "authToken is missing; write a reference such as env:NAME",
            "publicUrl is missing");

    AccountSettings wrong =
        settings(
            Map.of(
                "accountSid", "AC/..",
                "authToken", "env:NONE",
                "publicUrl", "desk",
                "statusCallback", "ftp://x",
                "region", "Java",
                "mms", "ya",
                "timeout", "soon",
                "token", "x"));
    provider.open(wrong, parts).close();
    assertThat(wrong.listFaults())
        .hasSize(8)
        .anyMatch(fault -> fault.startsWith("region is no country"))
        .anyMatch(fault -> fault.startsWith("token is no setting"));
  }
}
