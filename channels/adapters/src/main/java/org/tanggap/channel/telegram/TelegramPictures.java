package org.tanggap.channel.telegram;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.NewReport;
import org.tanggap.channel.Picture;
import org.tanggap.channel.photo.CleanPhoto;
import org.tanggap.channel.photo.UnusablePhotoException;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.jurisdiction.LocationEvidence;

/** Brings pictures, and what those that were sent as files say of themselves. */
final class TelegramPictures {

  private final TelegramApi api;
  private final TelegramMessages messages;
  private final ZoneId zone;
  private final InstantSource clock;

  TelegramPictures(TelegramApi api, TelegramMessages messages, ZoneId zone, InstantSource clock) {
    this.api = api;
    this.messages = messages;
    this.zone = zone;
    this.clock = clock;
  }

  Picture download(String reference) {
    try {
      return CleanPhoto.of(bytes(reference), zone, clock).picture();
    } catch (UnusablePhotoException e) {
      throw new ChannelException(Kind.MALFORMED, "the file is no picture to be shown", null, e);
    }
  }

  ChannelMessage fetch(ChannelMessage.NeedsFetch announced) {
    Optional<NewReport> found =
        Json.find(announced.hint().getBytes(StandardCharsets.UTF_8))
            .flatMap(messages::findReport)
            .filter(report -> !report.report().photos().isEmpty());
    return found.isPresent()
        ? withWhatThePictureSays(found.get())
        : new ChannelMessage.Malformed(
            announced.key().externalId(), "the announcement of a picture is damaged");
  }

  /** A citizen's words are taken, whatever becomes of the picture. */
  private ChannelMessage withWhatThePictureSays(NewReport announced) {
    Report report = announced.report();
    String reference = report.photos().get(0).reference();
    try {
      CleanPhoto photo = CleanPhoto.of(bytes(reference), zone, clock);
      Photo dated =
          new Photo(reference, photo.findTakenAt().orElse(null), photo.findPosition().orElse(null));
      boolean placed = !(report.location() instanceof LocationEvidence.None);
      return changed(
          announced,
          report.withPhotos(List.of(dated)).withPlace(placed ? report.location() : photo.place()));
    } catch (UnusablePhotoException e) {
      Report words = report.withPhotos(List.of());
      return words.isEmpty()
          ? new ChannelMessage.Unsupported(
              announced.key().externalId(), "a picture of a kind that cannot be shown")
          : changed(announced, words);
    } catch (ChannelException e) {
      if (e.kind() == Kind.NOT_PERMITTED) {
        return announced;
      }
      throw e;
    }
  }

  private static NewReport changed(NewReport announced, Report report) {
    return new NewReport(announced.key(), report, announced.conversation());
  }

  private byte[] bytes(String reference) {
    if (!reference.startsWith(TelegramContent.REFERENCE)
        || reference.length() == TelegramContent.REFERENCE.length()) {
      throw ChannelException.of(Kind.NOT_PERMITTED, "the photo is none of Telegram's");
    }
    return api.download(reference.substring(TelegramContent.REFERENCE.length()));
  }
}
