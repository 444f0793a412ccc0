package org.tanggap.channel.citizenapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushVerdict;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Photo;
import org.tanggap.jurisdiction.Position;

/** An app, its secrets and its signatures. */
final class Apps {

  static final AccountId ACCOUNT = AccountId.of("app", "qlue");
  static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  static final HttpClient CLIENT = HttpClient.newHttpClient();
  static final byte[] SECRET = utf8("the-first-secret-of-the-app");
  static final byte[] NEXT_SECRET = utf8("the-secret-that-comes-next!");

  private Apps() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static CitizenApp app() {
    return CitizenApp.builder(ACCOUNT, JAKARTA).secret(SECRET).build();
  }

  /** An app that is asked for its posts and takes comments. */
  static CitizenApp.Builder pulled(FakeCitizenApp vendor, InstantSource clock) {
    return CitizenApp.builder(ACCOUNT, JAKARTA)
        .postsFrom(vendor.url(), CLIENT, clock)
        .commentsTo(vendor.url(), CLIENT, clock)
        .token(FakeCitizenApp.TOKEN)
        .ownUser(FakeCitizenApp.OWN_USER)
        .timeout(Duration.ofMillis(600));
  }

  /** A store that holds one photo. */
  static PhotoStore photosOf(String reference, byte[] content) {
    return new PhotoStore() {
      @Override
      public Photo keep(Picture picture, @Nullable Instant takenAt, @Nullable Position position) {
        throw new UnsupportedOperationException("an app keeps no pictures");
      }

      @Override
      public Optional<Picture> find(String name) {
        return name.equals(reference)
            ? Optional.of(Picture.of("image/jpeg", content))
            : Optional.empty();
      }
    };
  }

  static String hex(byte[] secret, byte[] body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body));
  }

  static PushRequest signed(byte[] body) throws Exception {
    return PushRequest.of(body, Map.of("X-Signature", List.of("sha256=" + hex(SECRET, body))));
  }

  static PushVerdict open(byte[] body) throws Exception {
    return app().open(signed(body));
  }

  static PushVerdict open(String body) throws Exception {
    return open(utf8(body));
  }

  static List<ChannelMessage> messages(String body) throws Exception {
    PushVerdict verdict = open(body);
    assertThat(verdict).isInstanceOf(PushVerdict.Genuine.class);
    return ((PushVerdict.Genuine) verdict).messages();
  }

  static ChannelMessage.NewReport single(String body) throws Exception {
    List<ChannelMessage> messages = messages(body);
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0)).isInstanceOf(ChannelMessage.NewReport.class);
    return (ChannelMessage.NewReport) messages.get(0);
  }

  static int refusal(PushVerdict verdict) {
    assertThat(verdict).isInstanceOf(PushVerdict.Refused.class);
    return ((PushVerdict.Refused) verdict).response().status();
  }
}
