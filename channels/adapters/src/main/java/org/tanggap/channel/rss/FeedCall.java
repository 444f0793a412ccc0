package org.tanggap.channel.rss;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.web.ApiRequest;
import org.tanggap.channel.web.ApiResponse;
import org.tanggap.channel.web.WebApi;

/** The call for a feed: only if it has changed, along redirects on the same host. */
final class FeedCall {

  private static final int MAX_REDIRECTS = 5;
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final Pattern MAX_AGE = Pattern.compile("(?i)\\bmax-age=\"?([0-9]{1,9})");
  private static final Pattern CHARSET = Pattern.compile("(?i)\\bcharset=\"?([A-Za-z0-9._:-]+)");

  private final URI feed;
  private final HttpClient client;
  private final InstantSource clock;
  private final Duration timeout;
  private final int maxBytes;

  FeedCall(URI feed, HttpClient client, InstantSource clock, Duration timeout, int maxBytes) {
    this.feed = feed;
    this.client = client;
    this.clock = clock;
    this.timeout = timeout;
    this.maxBytes = maxBytes;
  }

  /**
   * What the server answered.
   *
   * @param address where the feed was in the end
   * @param response the answer
   */
  record Answer(URI address, ApiResponse response) {

    /** The feed, or null if it has not changed. */
    byte @Nullable [] document() {
      return response.status() == 304 ? null : response.body();
    }

    /** The encoding that the server names, or null. */
    @Nullable String charset() {
      Matcher charset = CHARSET.matcher(response.header("Content-Type").orElse(""));
      return charset.find() ? charset.group(1) : null;
    }

    /** A header field that can be kept, or an empty text. */
    String kept(String name) {
      String value = response.header(name).orElse("");
      return value.length() <= 1_000 && value.matches("[\\x20-\\x7e]*") ? value : "";
    }

    /** How long to leave the feed in peace. */
    Duration politeness(Duration interval, @Nullable Duration ttl) {
      Matcher age = MAX_AGE.matcher(response.header("Cache-Control").orElse(""));
      Duration asked =
          age.find() ? Duration.ofSeconds(Long.parseLong(age.group(1))) : Duration.ZERO;
      asked = ttl != null && ttl.compareTo(asked) > 0 ? ttl : asked;
      asked = asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
      return asked.compareTo(interval) > 0 ? asked : interval;
    }
  }

  Answer fetch(String etag, String lastModified) {
    URI address = feed;
    for (int i = 0; i <= MAX_REDIRECTS; i++) {
      AtomicReference<@Nullable URI> target = new AtomicReference<>();
      try {
        return new Answer(address, get(address, etag, lastModified, target));
      } catch (ChannelException e) {
        URI next = target.get();
        if (next == null) {
          throw e;
        }
        address = next;
      }
    }
    throw ChannelException.of(Kind.NOT_PERMITTED, "the feed redirects in a circle");
  }

  private ApiResponse get(
      URI address, String etag, String lastModified, AtomicReference<@Nullable URI> target) {
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    int slash = path.lastIndexOf('/') + 1;
    String last = decoded(path.substring(slash));
    ApiRequest request = last.isEmpty() ? ApiRequest.get() : ApiRequest.get(last);
    addQuery(request, address.getRawQuery());
    request.header(
        "Accept", "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5");
    if (!etag.isEmpty()) {
      request.header("If-None-Match", etag);
    }
    if (!lastModified.isEmpty()) {
      request.header("If-Modified-Since", lastModified);
    }
    URI folder =
        URI.create(
            address.getScheme() + "://" + address.getRawAuthority() + path.substring(0, slash));
    return WebApi.builder("the feed", folder, client, clock)
        .timeout(timeout)
        .maxResponseBytes(maxBytes)
        .failures(response -> redirect(address, response, target))
        .build()
        .send(request);
  }

  private static void addQuery(ApiRequest request, @Nullable String query) {
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      request.query(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** Notes where a redirect leads to, and gives the failure for the case that it leads away. */
  private static Optional<ChannelException> redirect(
      URI from, ApiResponse response, AtomicReference<@Nullable URI> target) {
    int status = response.status();
    if (status == 410) {
      return Optional.of(ChannelException.of(Kind.NOT_PERMITTED, "the feed is gone for good: 410"));
    } else if (status < 301 || status > 308 || status == 304) {
      return Optional.empty();
    }
    URI to = resolved(from, response.header("Location").orElse(""));
    if (to != null && isSameHost(from, to)) {
      target.set(to);
    }
    return Optional.of(
        ChannelException.of(
            Kind.NOT_PERMITTED,
            "the feed has moved away (" + status + "): find its new address and set it"));
  }

  /** A redirect must not lead into the host's own network, nor from https to http. */
  private static boolean isSameHost(URI from, URI to) {
    boolean secure =
        !from.getScheme().equalsIgnoreCase("https") || to.getScheme().equalsIgnoreCase("https");
    boolean samePort = from.getPort() == to.getPort() || (from.getPort() < 0 && to.getPort() < 0);
    return secure && samePort && host(from).equals(host(to));
  }

  private static String host(URI address) {
    return address.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
  }

  private static @Nullable URI resolved(URI from, String location) {
    try {
      URI to = from.resolve(location.strip());
      return location.isBlank() || !isWeb(to) ? null : to;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static boolean isWeb(URI address) {
    return address.getHost() != null
        && ("http".equalsIgnoreCase(address.getScheme())
            || "https".equalsIgnoreCase(address.getScheme()));
  }
}
