package org.tanggap.channel.smpp;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;
import org.tanggap.channel.phone.PhoneNumbers;
import org.tanggap.channel.sms.StopWords;

/**
 * Opens accounts of the kind {@code smpp}.
 *
 * <p>Settings: {@code host}, {@code systemId}, {@code password} (a reference); may be left out:
 * {@code port}, {@code tls}, {@code systemType}, {@code from}, {@code ownNumbers}, {@code region},
 * {@code stopWords}, {@code startWords}, {@code defaultAlphabet}, {@code timeout}, {@code
 * enquireEvery}, {@code waitFor}, {@code answerWithin}, {@code joinWithin}, {@code sameWithin},
 * {@code capacity}, {@code pageSize}, {@code maxParts}, {@code messagePayload}, {@code hexIds}.
 * Parts: none.
 */
public final class SmppProvider implements ChannelProvider {

  private static final Set<String> ALPHABETS = Set.of("gsm", "latin1", "utf8");

  /** A provider without state. */
  public SmppProvider() {}

  @Override
  public String kind() {
    return "smpp";
  }

  @Override
  public Channel open(AccountSettings settings, ChannelParts parts) {
    SmppChannel.Builder builder =
        SmppChannel.builder(
                settings.account(),
                settings.text("host"),
                settings.number("port", 2775, 1, 65_535),
                parts.clock())
            .tls(settings.flag("tls", false))
            .credentials(
                atMost(settings, "systemId", settings.text("systemId"), 15),
                atMost(settings, "password", settings.secret("password"), 16))
            .systemType(atMost(settings, "systemType", settings.text("systemType", ""), 12))
            .region(region(settings))
            .defaultAlphabet(alphabet(settings))
            .timeout(settings.duration("timeout", Duration.ofSeconds(20)))
            .enquireEvery(settings.duration("enquireEvery", Duration.ofSeconds(30)))
            .waitFor(settings.duration("waitFor", Duration.ofMillis(200)))
            .answerWithin(settings.duration("answerWithin", Duration.ofSeconds(20)))
            .joinWithin(settings.duration("joinWithin", Duration.ofMinutes(5)))
            .sameWithin(sameWithin(settings))
            .capacity(settings.number("capacity", 1_000, 1, 100_000))
            .pageSize(settings.number("pageSize", 100, 1, 1_000))
            .maxParts(settings.number("maxParts", 4, 1, 10))
            .messagePayload(settings.flag("messagePayload", false))
            .hexIds(settings.flag("hexIds", false));
    String from = settings.text("from", "");
    if (!from.isEmpty()) {
      builder.from(from);
    }
    settings.texts("ownNumbers").forEach(builder::ownNumber);
    List<String> stop = settings.texts("stopWords");
    List<String> start = settings.texts("startWords");
    if (!stop.isEmpty() || !start.isEmpty()) {
      builder.stopWords(StopWords.of(stop, start));
    }
    return builder.build();
  }

  private static String atMost(AccountSettings settings, String name, String value, int most) {
    // The stand-in of a missing credential is longer than any, and noted already.
    if (value.equals("missing-credential")) {
      return "missing";
    }
    if (value.length() > most) {
      settings.refuse(name, "is longer than " + most + " characters");
      return value.substring(0, most);
    }
    return value;
  }

  private static String alphabet(AccountSettings settings) {
    String name = settings.text("defaultAlphabet", "gsm").toLowerCase(Locale.ROOT);
    if (!ALPHABETS.contains(name)) {
      settings.refuse("defaultAlphabet", "is none of gsm, latin1, utf8");
      return "gsm";
    }
    return name;
  }

  private static Duration sameWithin(AccountSettings settings) {
    Duration time = settings.duration("sameWithin", Duration.ofHours(1));
    if (time.toSeconds() < 1) {
      settings.refuse("sameWithin", "is shorter than a second");
      return Duration.ofHours(1);
    }
    return time;
  }

  private static String region(AccountSettings settings) {
    String region = settings.text("region", "ID");
    try {
      PhoneNumbers.inRegion(region);
      return region;
    } catch (IllegalArgumentException e) {
      settings.refuse("region", "is no country such as ID");
      return "ID";
    }
  }
}
