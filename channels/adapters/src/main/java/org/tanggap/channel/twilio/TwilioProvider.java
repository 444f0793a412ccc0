package org.tanggap.channel.twilio;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;
import org.tanggap.channel.phone.PhoneNumbers;
import org.tanggap.channel.sms.StopWords;

/**
 * Opens accounts of the kind {@code twilio}.
 *
 * <p>Settings: {@code accountSid}, {@code authToken} (references, the first makes the calls),
 * {@code publicUrl} (a list); may be left out: {@code from}, {@code ownNumbers}, {@code
 * messagingServiceSid}, {@code statusCallback}, {@code stopWords}, {@code startWords}, {@code mms},
 * {@code price}, {@code region}, {@code baseUrl}, {@code mediaStores}, {@code timeout}. Parts: an
 * {@link HttpClient}.
 */
public final class TwilioProvider implements ChannelProvider {

  /** A provider without state. */
  public TwilioProvider() {}

  @Override
  public String kind() {
    return "twilio";
  }

  @Override
  public Channel open(AccountSettings settings, ChannelParts parts) {
    TwilioChannel.Builder builder =
        TwilioChannel.builder(
            settings.account(), accountSid(settings), parts.get(HttpClient.class), parts.clock());
    settings.secrets("authToken").forEach(builder::authToken);
    publicUrls(settings, builder);
    optional(settings, "from", builder::from);
    settings.texts("ownNumbers").forEach(builder::ownNumber);
    optional(settings, "messagingServiceSid", builder::messagingService);
    List<String> stop = settings.texts("stopWords");
    List<String> start = settings.texts("startWords");
    if (!stop.isEmpty() || !start.isEmpty()) {
      builder.stopWords(
          StopWords.of(
              stop.isEmpty() ? TwilioMessages.STOP : stop,
              start.isEmpty() ? TwilioMessages.START : start));
    }
    List<String> stores = settings.texts("mediaStores");
    if (!stores.isEmpty()) {
      builder.mediaStores(Set.copyOf(stores));
    }
    return builder
        .mms(settings.flag("mms", false))
        .price(settings.text("price", ""))
        .region(region(settings))
        .baseUrl(settings.address("baseUrl", TwilioChannel.BASE_URL))
        .timeout(settings.duration("timeout", Duration.ofSeconds(20)))
        .build();
  }

  private static String accountSid(AccountSettings settings) {
    String sid = settings.text("accountSid");
    if (TwilioChannel.isAccountSid(sid)) {
      return sid;
    }
    settings.refuse("accountSid", "is no id such as AC and 32 hex digits");
    return "missing";
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

  private static void publicUrls(AccountSettings settings, TwilioChannel.Builder builder) {
    List<String> urls = settings.texts("publicUrl");
    // A missing one is noted there, and a stand-in goes on.
    for (String url : urls.isEmpty() ? List.of(settings.text("publicUrl")) : urls) {
      address(settings, "publicUrl", url, builder::publicUrl);
    }
    optional(
        settings,
        "statusCallback",
        url -> address(settings, "statusCallback", url, builder::statusCallback));
  }

  private static void address(
      AccountSettings settings, String name, String url, Consumer<String> take) {
    boolean good = TwilioSignature.isAddress(url);
    if (!good && !url.equals("missing")) {
      settings.refuse(name, "is no http or https address");
    }
    take.accept(good ? url : "https://missing.invalid");
  }

  private static void optional(AccountSettings settings, String name, Consumer<String> take) {
    String value = settings.text(name, "");
    if (!value.isEmpty()) {
      take.accept(value);
    }
  }
}
