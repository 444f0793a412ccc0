package org.tanggap.channel.meta;

import java.util.List;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;
import org.tanggap.channel.PhotoStore;

/**
 * Opens WhatsApp numbers. Settings: {@code phoneNumberId}; {@code token} (credential), {@code
 * appSecrets} and {@code verifyTokens} (credentials); {@code template} and {@code
 * templateLanguage}; {@code stopWords}, {@code startWords}, {@code mediaHosts}, {@code
 * maxPhotoBytes}; {@code baseUrl}, {@code timeout}, {@code credentialEnds}. Parts: a {@link
 * java.net.http.HttpClient}; a {@link PhotoStore} if there is one.
 */
public final class WhatsAppProvider implements ChannelProvider {

  /** For the service loader. */
  public WhatsAppProvider() {}

  @Override
  public String kind() {
    return "whatsapp";
  }

  @Override
  public Channel open(AccountSettings settings, ChannelParts parts) {
    WhatsAppChannel.Builder builder =
        WhatsAppChannel.builder(
                settings.account(),
                MetaIds.read(settings, "phoneNumberId"),
                MetaApp.read(settings, parts))
            .wishes(Wishes.read(settings))
            .maxPhotoBytes(settings.number("maxPhotoBytes", 5 << 20, 1_000, 32 << 20));
    List<String> hosts = settings.texts("mediaHosts");
    if (!hosts.isEmpty()) {
      builder.mediaHosts(hosts);
    }
    String template = settings.text("template", "");
    String language = settings.text("templateLanguage", "id");
    if (!template.isEmpty()) {
      try {
        builder.template(template, language);
      } catch (IllegalArgumentException e) {
        settings.refuse("template", "needs a name of a-z, 0-9 and _ and a templateLanguage");
      }
    }
    parts.find(PhotoStore.class).ifPresent(builder::photoStore);
    return builder.build();
  }
}
