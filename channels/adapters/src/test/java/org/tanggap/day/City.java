package org.tanggap.day;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.bluesky.BlueskyChannel;
import org.tanggap.channel.bluesky.FakeBluesky;
import org.tanggap.channel.citizenapp.CitizenApp;
import org.tanggap.channel.citizenapp.FakeCitizenApp;
import org.tanggap.channel.gammu.FakeGammu;
import org.tanggap.channel.hotline.FakeHotline;
import org.tanggap.channel.hotline.HotlineChannel;
import org.tanggap.channel.mastodon.FakeMastodon;
import org.tanggap.channel.mastodon.MastodonChannel;
import org.tanggap.channel.meta.FakeFacebook;
import org.tanggap.channel.meta.FakeInstagram;
import org.tanggap.channel.meta.FakeWhatsApp;
import org.tanggap.channel.telegram.FakeTelegram;
import org.tanggap.channel.telegram.TelegramChannel;
import org.tanggap.channel.twilio.FakeTwilio;
import org.tanggap.channel.twilio.TwilioChannel;
import org.tanggap.channel.x.FakeX;
import org.tanggap.channel.x.XChannel;
import org.tanggap.channel.youtube.FakeYouTube;
import org.tanggap.channel.youtube.YouTubeChannel;
import org.tanggap.complaint.AccountId;
import org.tanggap.day.DayAccount.Sent;
import org.tanggap.testkit.ManualClock;

/**
 * The accounts of a city, each with its vendor. Three kinds are not here: SMPP, whose messages have
 * no ids, so that a redelivery in another hour counts as new; RSS, which takes no answers; and
 * mail, whose server would take most of the day for itself. They are tried out in their own
 * packages.
 */
final class City {

  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final ManualClock clock;
  private final Path folder;
  private final HttpClient client = HttpClient.newHttpClient();

  City(ManualClock clock, Path folder) {
    this.clock = clock;
    this.folder = folder;
  }

  List<DayAccount> accounts() {
    List<DayAccount> all =
        new ArrayList<>(
            List.of(telegram(), x(), youtube(), mastodon(), bluesky(), citizenApp(), gammu()));
    all.addAll(List.of(twilio(), whatsApp(), facebook(), instagram(), hotline()));
    return all;
  }

  private DayAccount telegram() {
    FakeTelegram fake = new FakeTelegram(clock);
    return DayAccount.pulled(
        fake,
        () ->
            TelegramChannel.builder(
                    AccountId.of("telegram", "TebetBot"), FakeTelegram.TOKEN, client, clock)
                .baseUrl(fake.url())
                .username("TebetBot")
                .timeout(PATIENCE)
                .build(),
        fake::publish,
        fake::answers);
  }

  private DayAccount x() {
    FakeX fake = new FakeX(clock);
    return DayAccount.pulled(
        fake,
        () ->
            XChannel.builder(AccountId.of("x", "@posko"), FakeX.USER, client, clock)
                .baseUrl(fake.url())
                .token(fake.token())
                .renewal("aplikasi", null, fake.refreshToken(), unused -> {})
                .timeout(PATIENCE)
                .build(),
        fake::publish,
        fake::answers);
  }

  private DayAccount youtube() {
    FakeYouTube fake = new FakeYouTube(clock);
    return DayAccount.pulled(
        fake,
        () ->
            YouTubeChannel.builder(
                    AccountId.of("youtube", "kota"), FakeYouTube.CHANNEL, client, clock)
                .baseUrl(fake.url().resolve("youtube/v3/"))
                .tokenUrl(fake.url())
                .signIn(fake.token(), "aplikasi", "rahasia", FakeYouTube.REFRESH, unused -> {})
                .dailyQuota(10_000_000, 100)
                .timeout(PATIENCE)
                .build(),
        fake::publish,
        fake::answers);
  }

  private DayAccount mastodon() {
    FakeMastodon fake = new FakeMastodon();
    return DayAccount.pulled(
        fake,
        () ->
            MastodonChannel.builder(
                    AccountId.of("mastodon", "@posko@kota.example"),
                    fake.url(),
                    FakeMastodon.OWN_ID,
                    FakeMastodon.TOKEN,
                    client,
                    clock)
                .domain("kota.example")
                .timeout(PATIENCE)
                .build(),
        fake::publish,
        fake::answers);
  }

  private DayAccount bluesky() {
    FakeBluesky fake = new FakeBluesky();
    return DayAccount.pulled(
        fake,
        () ->
            BlueskyChannel.builder(
                    AccountId.of("bluesky", FakeBluesky.HANDLE),
                    FakeBluesky.HANDLE,
                    FakeBluesky.PASSWORD,
                    client,
                    clock)
                .baseUrl(fake.url())
                .timeout(PATIENCE)
                .build(),
        fake::publish,
        fake::answers);
  }

  private DayAccount citizenApp() {
    FakeCitizenApp fake = new FakeCitizenApp(clock);
    return DayAccount.pulled(
        fake,
        () ->
            CitizenApp.builder(AccountId.of("citizenapp", "kota"), ZoneId.of("Asia/Jakarta"))
                .postsFrom(fake.url(), client, clock)
                .commentsTo(fake.url(), client, clock)
                .token(FakeCitizenApp.TOKEN)
                .timeout(PATIENCE)
                .build(),
        fake::publish,
        fake::answers);
  }

  private DayAccount gammu() {
    FakeGammu fake = new FakeGammu(clock, folder.resolve("gammu"));
    return DayAccount.pulled(
        null, () -> fake.connect(AccountId.of("gammu", "modem1")), fake::publish, fake::answers);
  }

  private DayAccount twilio() {
    FakeTwilio fake = new FakeTwilio(clock);
    return DayAccount.pushed(
        fake,
        () ->
            TwilioChannel.builder(
                    AccountId.of("twilio", "kota"), FakeTwilio.ACCOUNT_SID, client, clock)
                .authToken(FakeTwilio.TOKEN)
                .publicUrl(FakeTwilio.HOOK)
                .ownNumber(FakeTwilio.OURS)
                .baseUrl(fake.url())
                .timeout(PATIENCE)
                .build(),
        text -> {
          String id = fake.publish(text);
          List<PushRequest> pushes = fake.pushes();
          return new Sent(id, pushes.get(pushes.size() - 1));
        },
        fake::answers);
  }

  private DayAccount whatsApp() {
    FakeWhatsApp fake = new FakeWhatsApp(clock);
    return DayAccount.pushed(
        fake,
        () -> fake.channel(AccountId.of("whatsapp", "+62215000123")).build(),
        text -> new Sent(fake.publish(text), fake.deliveries().get(0)),
        fake::answers);
  }

  private DayAccount facebook() {
    FakeFacebook fake = new FakeFacebook(clock);
    return DayAccount.pushed(
        fake,
        () -> fake.channel(AccountId.of("facebook", "kota")).build(),
        text -> new Sent(fake.publish(text), fake.deliveries().get(0)),
        fake::answers);
  }

  private DayAccount instagram() {
    FakeInstagram fake = new FakeInstagram(clock);
    return DayAccount.pushed(
        fake,
        () -> fake.channel(AccountId.of("instagram", "kota")).build(),
        text -> new Sent(fake.publish(text), fake.deliveries().get(0)),
        fake::answers);
  }

  /** Takes no answers: whoever phoned is called back. */
  private DayAccount hotline() {
    FakeHotline fake = new FakeHotline();
    int[] forms = {0};
    return DayAccount.pushed(
        null,
        () ->
            HotlineChannel.builder(AccountId.of("hotline", "loket"), clock)
                .secret(FakeHotline.SECRET)
                .build(),
        text -> new Sent("form-" + ++forms[0], fake.publish(text)),
        List::of);
  }
}
