/** Channel adapters, one package each. An adapter has no privilege that yours lacks. */
@SuppressWarnings("requires-automatic")
module org.tanggap.channels {
  requires transitive org.tanggap.core;
  requires transitive java.net.http;
  requires static transitive org.jspecify;
  requires static com.drew.metadata;
  requires static com.google.i18n.phonenumbers.libphonenumber;
  requires static jsmpp;
  requires static jakarta.mail;
  requires static org.jsoup;
  requires de.siegmar.fastcsv;
  requires java.xml;
  requires transitive tools.jackson.databind;

  exports org.tanggap.channel.bluesky;
  exports org.tanggap.channel.citizenapp;
  exports org.tanggap.channel.feed;
  exports org.tanggap.channel.gammu;
  exports org.tanggap.channel.hotline;
  exports org.tanggap.channel.html;
  exports org.tanggap.channel.mail;
  exports org.tanggap.channel.mastodon;
  exports org.tanggap.channel.media;
  exports org.tanggap.channel.meta;
  exports org.tanggap.channel.officerapp;
  exports org.tanggap.channel.phone;
  exports org.tanggap.channel.photo;
  exports org.tanggap.channel.rss;
  exports org.tanggap.channel.smpp;
  exports org.tanggap.channel.sms;
  exports org.tanggap.channel.telegram;
  exports org.tanggap.channel.twilio;
  exports org.tanggap.channel.web;
  exports org.tanggap.channel.x;
  exports org.tanggap.channel.youtube;

  provides org.tanggap.channel.ChannelProvider with
      org.tanggap.channel.bluesky.BlueskyProvider,
      org.tanggap.channel.citizenapp.CitizenAppProvider,
      org.tanggap.channel.gammu.GammuProvider,
      org.tanggap.channel.hotline.HotlineProvider,
      org.tanggap.channel.mail.MailProvider,
      org.tanggap.channel.mastodon.MastodonProvider,
      org.tanggap.channel.meta.FacebookProvider,
      org.tanggap.channel.meta.InstagramProvider,
      org.tanggap.channel.meta.WhatsAppProvider,
      org.tanggap.channel.rss.RssProvider,
      org.tanggap.channel.smpp.SmppProvider,
      org.tanggap.channel.telegram.TelegramProvider,
      org.tanggap.channel.twilio.TwilioProvider,
      org.tanggap.channel.x.XProvider,
      org.tanggap.channel.youtube.YouTubeProvider;
}
