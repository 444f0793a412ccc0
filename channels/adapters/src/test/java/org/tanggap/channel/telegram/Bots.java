package org.tanggap.channel.telegram;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.Position;
import org.tanggap.testkit.ManualClock;

/** A bot and what is sent to it. */
final class Bots {

  static final AccountId ACCOUNT = AccountId.of("telegram", "TebetBot");
  static final HttpClient CLIENT = HttpClient.newHttpClient();
  static final Instant NOW = Instant.parse("2026-11-21T02:15:00Z");

  private Bots() {}

  static TelegramChannel.Builder bot(FakeTelegram telegram, ManualClock clock) {
    return TelegramChannel.builder(ACCOUNT, FakeTelegram.TOKEN, CLIENT, clock)
        .baseUrl(telegram.url())
        .username("TebetBot")
        .timeout(Duration.ofMillis(600));
  }

  static TelegramMessages messages() {
    return new TelegramMessages(
        ACCOUNT,
        FakeTelegram.BOT_ID,
        TelegramAddressing.of(FakeTelegram.BOT_ID, "TebetBot", false));
  }

  static List<ChannelMessage> pullAll(TelegramChannel bot) {
    List<ChannelMessage> all = new ArrayList<>();
    Cursor cursor = null;
    Page page;
    do {
      page = bot.pull(cursor);
      all.addAll(page.messages());
      cursor = page.cursor();
    } while (page.hasMore());
    return all;
  }

  /** A store that holds one photo. */
  static PhotoStore photosOf(String reference, byte[] content) {
    return new PhotoStore() {
      @Override
      public Photo keep(Picture picture, @Nullable Instant takenAt, @Nullable Position position) {
        throw new UnsupportedOperationException("the bot keeps no pictures");
      }

      @Override
      public Optional<Picture> find(String name) {
        return name.equals(reference)
            ? Optional.of(Picture.of("image/jpeg", content))
            : Optional.empty();
      }
    };
  }

  static Reply reply(String message, String text, Photo... photos) {
    return reply(message, "", text, photos);
  }

  static Reply reply(String message, String hint, String text, Photo... photos) {
    return new Reply(
        new UUID(7, 7),
        new ReplyTarget(
            new MessageKey(ACCOUNT, message), NOW, new Reporter("512001", "Sari"), hint),
        text,
        List.of(photos),
        false);
  }
}
