package org.tanggap.channel.twilio;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Picture;
import org.tanggap.channel.photo.CleanPhoto;
import org.tanggap.channel.photo.UnusablePhotoException;
import org.tanggap.channel.web.ApiRequest;
import org.tanggap.channel.web.ApiResponse;
import org.tanggap.channel.web.WebApi;

/**
 * Brings the pictures behind {@code MediaUrl}. Twilio's own address wants the credential and leads
 * on to a store, which must not get it.
 */
final class TwilioMedia {

  private static final int MAX_BYTES = 16 << 20;

  private final URI base;
  private final Set<String> stores;
  private final String credential;
  private final HttpClient client;
  private final InstantSource clock;
  private final Duration timeout;

  /**
   * A way to the pictures.
   *
   * @param base Twilio's address: the only one that gets the credential
   * @param stores the hosts to which Twilio may lead on
   */
  TwilioMedia(
      URI base,
      Set<String> stores,
      String credential,
      HttpClient client,
      InstantSource clock,
      Duration timeout) {
    this.base = base;
    this.stores = Set.copyOf(stores);
    this.credential = credential;
    this.client = client;
    this.clock = clock;
    this.timeout = timeout;
  }

  Picture download(String reference) {
    byte[] content = read(address(reference));
    try {
      CleanPhoto photo = CleanPhoto.of(content, ZoneOffset.UTC, clock);
      return Picture.of(photo.mediaType(), photo.content());
    } catch (UnusablePhotoException e) {
      throw new ChannelException(
          Kind.MALFORMED,
          "what Twilio gave is no picture that is taken in: " + e.reason(),
          null,
          e);
    }
  }

  private URI address(String reference) {
    try {
      URI address = URI.create(reference);
      if (sameHost(address, base) && isPlain(address)) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Told below: it is no address of Twilio's.
    }
    throw ChannelException.of(Kind.NOT_PERMITTED, "the picture does not lie at Twilio's address");
  }

  private static boolean isPlain(URI address) {
    return Stream.of(address.getPath().split("/"))
        .noneMatch(part -> part.equals(".") || part.equals(".."));
  }

  private static boolean sameHost(URI one, URI other) {
    return one.getHost() != null
        && one.getHost().equalsIgnoreCase(other.getHost())
        && one.getPort() == other.getPort()
        && String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
        && one.getRawUserInfo() == null;
  }

  private byte[] read(URI address) {
    AtomicReference<String> onward = new AtomicReference<>("");
    WebApi twilio =
        api(base)
            .header("Authorization", () -> credential)
            .failures(
                response -> {
                  onward.set(isRedirect(response) ? location(response) : "");
                  return TwilioError.find(response);
                })
            .build();
    try {
      return twilio.send(request(address)).body();
    } catch (ChannelException e) {
      if (onward.get().isEmpty()) {
        throw e;
      }
    }
    URI store = storeAddress(address.resolve(onward.get()));
    return api(URI.create(store.getScheme() + "://" + store.getRawAuthority() + "/"))
        .build()
        .send(request(store))
        .body();
  }

  private WebApi.Builder api(URI root) {
    return WebApi.builder("Twilio", root, client, clock)
        .timeout(timeout)
        .maxResponseBytes(MAX_BYTES);
  }

  private static boolean isRedirect(ApiResponse response) {
    return response.status() / 100 == 3 && response.status() != 304;
  }

  /** Only what is an address at all: anything else is told as the failure that it is. */
  private static String location(ApiResponse response) {
    String text = response.header("Location").orElse("");
    try {
      return URI.create(text).toString();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private URI storeAddress(URI address) {
    String host = String.valueOf(address.getHost());
    boolean known = stores.stream().anyMatch(store -> isUnder(host, store));
    boolean safe =
        "https".equalsIgnoreCase(address.getScheme())
            || ("http".equalsIgnoreCase(address.getScheme())
                && "http".equalsIgnoreCase(base.getScheme()));
    if (!known || !safe || !isPlain(address) || address.getRawUserInfo() != null) {
      throw ChannelException.of(
          Kind.NOT_PERMITTED, "Twilio leads on to a host that is not on the list of stores");
    }
    return address;
  }

  /** A store that begins with a point stands for all hosts under it. */
  private static boolean isUnder(String host, String store) {
    return store.startsWith(".") ? host.endsWith(store) : host.equalsIgnoreCase(store);
  }

  private static ApiRequest request(URI address) {
    String path = String.valueOf(address.getRawPath());
    ApiRequest request =
        ApiRequest.get(
            Stream.of(path.split("/"))
                .filter(part -> !part.isEmpty())
                .map(TwilioMedia::decoded)
                .toArray(String[]::new));
    String query = address.getRawQuery();
    for (String pair : query == null ? List.<String>of() : List.of(query.split("&"))) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        request.query(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return request;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
