package org.tanggap.channel.rss;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.ZoneId;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;

/**
 * Opens feeds. Settings: {@code url} is needed; {@code interval}, {@code timeout}, {@code zone},
 * {@code pageSize} and {@code maxBytes} are not. Parts: an {@link HttpClient}.
 */
public final class RssProvider implements ChannelProvider {

  /** For the service loader. */
  public RssProvider() {}

  @Override
  public String kind() {
    return "rss";
  }

  @Override
  public Channel open(AccountSettings settings, ChannelParts parts) {
    URI feed = settings.address("url", null);
    return RssChannel.builder(settings.account(), feed, parts.get(HttpClient.class), parts.clock())
        .interval(settings.duration("interval", Duration.ofMinutes(5)))
        .timeout(settings.duration("timeout", Duration.ofSeconds(20)))
        .zone(settings.zone("zone", ZoneId.of("Asia/Jakarta")))
        .pageSize(settings.number("pageSize", 500, 1, 1_000))
        .maxBytes(settings.number("maxBytes", 8 << 20, 1_000, 64 << 20))
        .build();
  }
}
