package org.tanggap.channel.media;

import static org.tanggap.channel.media.MediaFetcher.failure;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Picture;
import org.tanggap.channel.photo.PhotoType;

/**
 * What a server has answered.
 *
 * @param response the answer
 * @param withCredential whether a credential was sent
 * @param now when it came
 */
record Answer(HttpResponse<byte[]> response, boolean withCredential, Instant now) {

  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  /** Where the answer sends us, or nothing if it is no redirect. */
  Optional<URI> findRedirect() {
    return switch (response.statusCode()) {
      case 301, 302, 303, 307, 308 -> Optional.of(response.uri().resolve(location()));
      default -> Optional.empty();
    };
  }

  private URI location() {
    String location = header("Location");
    if (location.isEmpty()) {
      throw failure(Kind.MALFORMED, "the host of the picture redirects to nowhere", null);
    }
    return Destinations.parse(location);
  }

  /** The picture, or a {@link ChannelException} that says why there is none. */
  Picture picture() {
    if (response.statusCode() != 200) {
      throw refusal(response.statusCode());
    }
    return PhotoType.find(response.body())
        .map(type -> Picture.of(type.mediaType(), response.body()))
        .orElseThrow(
            () -> failure(Kind.MALFORMED, "what was fetched is no JPEG, PNG or WebP", null));
  }

  private ChannelException refusal(int status) {
    String message = "the host of the picture answered " + status;
    Instant retryAt = status == 429 || status == 503 ? retryAt() : null;
    if (retryAt != null) {
      return new ChannelException(Kind.WAIT_UNTIL, message, retryAt, null);
    }
    if (status == 429 || status == 408 || status / 100 == 5) {
      return failure(Kind.TEMPORARY, message, null);
    }
    if (status == 401 && withCredential) {
      return failure(Kind.REAUTHORISE, message, null);
    }
    return failure(status / 100 == 4 ? Kind.NOT_PERMITTED : Kind.MALFORMED, message, null);
  }

  /** RFC 9110, 10.2.3: seconds or a date; at most a day from now. */
  private @Nullable Instant retryAt() {
    String after = header("Retry-After").strip();
    Instant latest = now.plus(LONGEST_WAIT);
    if (after.matches("[0-9]{1,9}")) {
      Instant then = now.plusSeconds(Long.parseLong(after));
      return then.isBefore(latest) ? then : latest;
    }
    try {
      Instant then = ZonedDateTime.parse(after, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return then.isBefore(now) ? now : then.isBefore(latest) ? then : latest;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
