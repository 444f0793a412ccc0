package org.tanggap.channel.hotline;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;

/**
 * Opens operators' forms. Settings: {@code secrets} (credentials, one or more), {@code zone},
 * {@code region}. Needs no parts.
 */
public final class HotlineProvider implements ChannelProvider {

  private static final String STAND_IN = "no secret that anybody knows";

  /** For the service loader. */
  public HotlineProvider() {}

  @Override
  public String kind() {
    return "hotline";
  }

  @Override
  public Channel open(AccountSettings settings, ChannelParts parts) {
    HotlineChannel.Builder builder =
        HotlineChannel.builder(settings.account(), parts.clock())
            .zone(settings.zone("zone", ZoneId.of("Asia/Jakarta")))
            .region(region(settings));
    for (String secret : settings.secrets("secrets")) {
      if (secret.length() < 16) {
        settings.refuse("secrets", "has one of less than 16 characters");
      }
      builder.secret(secret.length() < 16 ? STAND_IN : secret);
    }
    return builder.build();
  }

  private static String region(AccountSettings settings) {
    String region = settings.text("region", "ID");
    if (List.of(Locale.getISOCountries()).contains(region)) {
      return region;
    }
    settings.refuse("region", "is no code of ISO 3166-1 in capital letters");
    return "ID";
  }
}
