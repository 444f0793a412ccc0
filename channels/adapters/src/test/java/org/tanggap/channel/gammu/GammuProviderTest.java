package org.tanggap.channel.gammu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.PullChannel;
import org.tanggap.testkit.ManualClock;

class GammuProviderTest {

  @TempDir private Path folder;
  private final ChannelParts parts = ChannelParts.of(ManualClock.at("2026-11-21T02:15:00Z"));
  private final GammuProvider provider = new GammuProvider();

  private static AccountSettings settings(Map<String, String> values) {
    return AccountSettings.of(Modems.ACCOUNT, values, reference -> Optional.empty());
  }

  @Test
  void an_account_is_opened_from_its_settings() {
    AccountSettings settings =
        settings(
            Map.of(
                "spool", folder.toString(),
                "outbox", folder.resolve("outbox").toString(),
                "sent", folder.resolve("sent").toString(),
                "errors", folder.resolve("error").toString(),
                "charset", "ISO-8859-1",
                "maxParts", "2"));

    try (Channel channel = provider.open(settings, parts)) {
      assertThat(settings.listFaults()).isEmpty();
      assertThat(provider.kind()).isEqualTo("gammu");
      assertThat(((PullChannel) channel).account()).isEqualTo(Modems.ACCOUNT);
    }
  }

  @Test
  void all_faults_are_found_at_once() {
    AccountSettings nothing = settings(Map.of());
    provider.open(nothing, parts).close();
    assertThat(nothing.listFaults()).containsExactly("spool is missing");

    AccountSettings wrong =
        settings(
            Map.of(
                "spool", "a\0b",
                "outbox", "\0",
                "charset", "latin one",
                "region", "Java",
                "sameWithin", "PT0.5S",
                "pageSize", "0",
                "maxParts", "x",
                "outBox", "x"));
    provider.open(wrong, parts).close();
    assertThat(wrong.listFaults()).hasSize(8);
  }

  @Test
  void folders_of_smsd_are_not_the_outbox() {
    assertThatThrownBy(
            () ->
                provider.open(settings(Map.of("spool", "s", "outbox", "o", "errors", "o")), parts))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
