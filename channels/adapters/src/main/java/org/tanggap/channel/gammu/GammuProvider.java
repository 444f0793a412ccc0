package org.tanggap.channel.gammu;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;
import org.tanggap.channel.phone.PhoneNumbers;
import org.tanggap.channel.sms.StopWords;

/**
 * Opens accounts of the kind {@code gammu}.
 *
 * <p>Settings: {@code spool}; may be left out: {@code outbox}, {@code sent}, {@code errors}, {@code
 * deliveryReports}, {@code ownNumbers}, {@code stopWords}, {@code startWords}, {@code sameWithin},
 * {@code charset}, {@code region}, {@code pageSize}, {@code maxParts}. Parts: none.
 */
public final class GammuProvider implements ChannelProvider {

  /** A provider without state. */
  public GammuProvider() {}

  @Override
  public String kind() {
    return "gammu";
  }

  @Override
  public Channel open(AccountSettings settings, ChannelParts parts) {
    Path spool = path(settings, "spool", settings.text("spool"));
    GammuChannel.Builder builder = GammuChannel.builder(settings.account(), spool, parts.clock());
    folder(settings, "outbox", builder::outbox);
    folder(settings, "sent", builder::sent);
    folder(settings, "errors", builder::errors);
    settings.texts("ownNumbers").forEach(builder::ownNumber);
    List<String> stop = settings.texts("stopWords");
    List<String> start = settings.texts("startWords");
    if (!stop.isEmpty() || !start.isEmpty()) {
      builder.stopWords(StopWords.of(stop, start));
    }
    return builder
        .deliveryReports(settings.flag("deliveryReports", false))
        .sameWithin(sameWithin(settings))
        .charset(charset(settings))
        .region(region(settings))
        .pageSize(settings.number("pageSize", 100, 1, 300))
        .maxParts(settings.number("maxParts", 4, 1, 10))
        .build();
  }

  private static void folder(AccountSettings settings, String name, Consumer<Path> take) {
    String value = settings.text(name, "");
    if (!value.isEmpty()) {
      take.accept(path(settings, name, value));
    }
  }

  private static Path path(AccountSettings settings, String name, String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      settings.refuse(name, "is no path");
      return Path.of("missing");
    }
  }

  private static Duration sameWithin(AccountSettings settings) {
    Duration time = settings.duration("sameWithin", Duration.ofMinutes(10));
    if (time.toSeconds() < 1) {
      settings.refuse("sameWithin", "is shorter than a second");
      return Duration.ofMinutes(10);
    }
    return time;
  }

  private static Charset charset(AccountSettings settings) {
    try {
      return Charset.forName(settings.text("charset", "UTF-8"));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      settings.refuse("charset", "is no charset such as UTF-8");
      return StandardCharsets.UTF_8;
    }
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
