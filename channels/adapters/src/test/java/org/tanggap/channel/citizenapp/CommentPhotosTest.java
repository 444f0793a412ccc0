package org.tanggap.channel.citizenapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.testkit.ManualClock;

class CommentPhotosTest {

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
  private final FakeCitizenApp vendor = new FakeCitizenApp(clock);
  private final CitizenApp app =
      Apps.pulled(vendor, clock)
          .photoStore(Apps.photosOf("mended.jpg", new byte[] {1, 2, 3}))
          .build();

  @AfterEach
  void stop() {
    vendor.close();
  }

  private Reply reply(String text, List<Photo> photos) {
    ReplyTarget to =
        new ReplyTarget(
            new MessageKey(Apps.ACCOUNT, vendor.publish("x")), clock.instant(), null, "");
    return new Reply(new UUID(7, 7), to, text, photos, false);
  }

  private Kind failure(CitizenApp sender, Reply reply) {
    return catchThrowableOfType(ChannelException.class, () -> sender.send(reply)).kind();
  }

  @Test
  void a_photo_of_the_store_goes_within_the_comment_and_others_by_their_address() {
    Photo stored = Photo.of("mended.jpg");
    Photo web = Photo.of("https://kota.example/1.jpg");
    assertThat(app.send(reply("Sudah", List.of(stored, web))).externalId()).isEqualTo("1");
    assertThat(vendor.photos())
        .containsExactly("data:image/jpeg;base64,AQID", "https://kota.example/1.jpg");
  }

  @Test
  void what_can_never_be_sent_is_refused_before_a_call() {
    Photo stored = Photo.of("mended.jpg");
    assertThat(failure(app, reply("x".repeat(5_001), List.of()))).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(failure(app, reply("x", Collections.nCopies(5, stored))))
        .isEqualTo(Kind.NOT_PERMITTED);
    assertThat(failure(app, reply("x", List.of(Photo.of("other.jpg")))))
        .isEqualTo(Kind.NOT_PERMITTED);
    CitizenApp large =
        Apps.pulled(vendor, clock)
            .photoStore(Apps.photosOf("mended.jpg", new byte[(5 << 20) + 1]))
            .build();
    assertThat(failure(large, reply("x", List.of(stored)))).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(failure(Apps.pulled(vendor, clock).build(), reply("x", List.of(stored))))
        .isEqualTo(Kind.NOT_PERMITTED);
    assertThat(vendor.requests()).isEmpty();
  }

  @Test
  void photos_are_allowed_where_there_is_a_store() {
    ReplyTarget to = reply("x", List.of()).to();
    assertThat(app.permission(to)).isEqualTo(ReplyPermission.Allowed.words(5_000).withPhotos(4));
    assertThat(Apps.pulled(vendor, clock).build().permission(to))
        .isEqualTo(ReplyPermission.Allowed.words(5_000));
  }
}
