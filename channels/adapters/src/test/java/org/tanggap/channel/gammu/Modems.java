package org.tanggap.channel.gammu;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.phone.PhoneNumbers;
import org.tanggap.channel.sms.StopWords;
import org.tanggap.complaint.AccountId;
import org.tanggap.testkit.ManualClock;
import org.tanggap.testkit.Rendering;

/** A channel as a city would configure it. */
final class Modems {

  static final AccountId ACCOUNT = AccountId.of("gammu", "modem1");

  private Modems() {}

  static GammuChannel.Builder builder(FakeGammu gammu, ManualClock clock) {
    return GammuChannel.builder(ACCOUNT, gammu.spool, clock)
        .outbox(gammu.outbox)
        .sent(gammu.sent)
        .errors(gammu.errors)
        .ownNumber("0811-0000-0001");
  }

  static GammuMessages messages() {
    return new GammuMessages(
        ACCOUNT,
        PhoneNumbers.inRegion("ID"),
        Set.of(FakeGammu.OURS),
        StopWords.usual(),
        Duration.ofMinutes(10));
  }

  /**
   * What a fixture says: a line is a pair, and a backslash with n stands for a line break in it.
   */
  static String rendered(byte[] payload) {
    String lines = new String(payload, StandardCharsets.UTF_8);
    String file = lines.replace('\n', '\0').replace("\\n", "\n");
    return read(file.getBytes(StandardCharsets.UTF_8)).map(Rendering::of).orElse("no whole file");
  }

  static Optional<ChannelMessage> read(byte[] content) {
    return SpoolFile.read(content, StandardCharsets.UTF_8, Instant.EPOCH)
        .map(file -> messages().read(file.environment(), file.ids(), file.receivedAt()));
  }

  static List<String> words(List<ChannelMessage> messages) {
    return messages.stream()
        .map(
            message ->
                message instanceof ChannelMessage.NewReport report
                    ? report.report().text()
                    : message.getClass().getSimpleName())
        .toList();
  }
}
