package org.tanggap.channel.meta;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.channel.PushRequest;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Photo;
import org.tanggap.jurisdiction.Position;

/** Accounts, secrets and requests for the tests of all three channels. */
final class MetaAccounts {

  static final AccountId WHATSAPP = AccountId.of("whatsapp", "Tebet");
  static final AccountId FACEBOOK = AccountId.of("facebook", "Tebet");
  static final AccountId INSTAGRAM = AccountId.of("instagram", "kotatebet");

  static final String PHONE_NUMBER_ID = "106540352242922";
  static final String PAGE_ID = "1234567890321";
  static final String INSTAGRAM_ID = "17841400000000001";
  static final String INSTAGRAM_NAME = "kotatebet";

  static final String TOKEN = "EAAG-contoh-token-yang-rahasia-0001";
  static final String SECRET = "0123456789abcdef0123456789abcdef";
  static final String NEXT_SECRET = "fedcba9876543210fedcba9876543210";
  static final String VERIFY_TOKEN = "kata-sandi-kelurahan";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private MetaAccounts() {}

  static HttpClient client() {
    return CLIENT;
  }

  /** An app whose Graph API is at an address. */
  static MetaApp app(URI base, InstantSource clock) {
    return app(base, clock, Duration.ofSeconds(5));
  }

  /** An app that soon gives up waiting for its Graph API. */
  static MetaApp impatientApp(URI base, InstantSource clock) {
    return app(base, clock, Duration.ofMillis(300));
  }

  private static MetaApp app(URI base, InstantSource clock, Duration timeout) {
    return MetaApp.builder(TOKEN, CLIENT, clock)
        .secret(SECRET)
        .secret(NEXT_SECRET)
        .verifyToken(VERIFY_TOKEN)
        .baseUrl(base.resolve("v25.0/"))
        .timeout(timeout)
        .build();
  }

  /** An app that nobody can call. */
  static MetaApp app() {
    return app(
        URI.create("http://127.0.0.1:9/"),
        InstantSource.fixed(Instant.parse("2026-11-21T02:15:00Z")));
  }

  static GraphWebhook whatsApp() {
    return new GraphWebhook(
        app(),
        "whatsapp_business_account",
        new WhatsAppMessages(WHATSAPP, PHONE_NUMBER_ID, Wishes.USUAL));
  }

  static GraphWebhook facebook() {
    return new GraphWebhook(
        app(),
        "page",
        new FacebookMessages(
            PAGE_ID,
            new FacebookFeed(FACEBOOK, PAGE_ID),
            new MessengerEvents(FACEBOOK, PAGE_ID, Wishes.USUAL),
            true));
  }

  static GraphWebhook instagram() {
    return new GraphWebhook(
        app(),
        "instagram",
        new InstagramMessages(INSTAGRAM, InstagramAccount.of(INSTAGRAM_ID, INSTAGRAM_NAME)));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A request as Meta signs it. */
  static PushRequest signed(String secret, byte[] body) {
    return PushRequest.of(
        body, Map.of("X-Hub-Signature-256", List.of("sha256=" + hex(utf8(secret), body))));
  }

  static PushRequest signed(String body) {
    return signed(SECRET, utf8(body));
  }

  static String hex(byte[] secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** A store that has one picture and keeps none. */
  static PhotoStore store(String reference, Picture picture) {
    return new PhotoStore() {
      @Override
      public Photo keep(Picture kept, @Nullable Instant takenAt, @Nullable Position position) {
        throw new AssertionError("nothing is to be kept");
      }

      @Override
      public Optional<Picture> find(String wanted) {
        return wanted.equals(reference) ? Optional.of(picture) : Optional.empty();
      }
    };
  }
}
