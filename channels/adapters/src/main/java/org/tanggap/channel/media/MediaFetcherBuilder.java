package org.tanggap.channel.media;

import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects the rules of a {@link MediaFetcher}. Not thread-safe. */
public final class MediaFetcherBuilder {

  /** The last label of a name begins with a letter, which that of no IP address does. */
  private static final Pattern NAME =
      Pattern.compile("\\.?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?");

  final HttpClient client;
  final InstantSource clock;
  final Set<String> hosts = new HashSet<>();
  final Set<Integer> ports = new HashSet<>();
  final Set<String> unchecked = new HashSet<>();
  final Map<String, Credential> credentials = new HashMap<>();
  MediaFetcher.Resolver resolver = InetAddress::getAllByName;
  boolean plainHttp;
  int maxBytes = 16 << 20;
  Duration timeout = Duration.ofSeconds(20);

  MediaFetcherBuilder(HttpClient client, InstantSource clock) {
    this.client = client;
    this.clock = Objects.requireNonNull(clock, "clock");
    if (client.followRedirects() != HttpClient.Redirect.NEVER
        || client.authenticator().isPresent()
        || client.cookieHandler().isPresent()) {
      throw new IllegalArgumentException(
          "client must not follow redirects, sign in or keep cookies by itself");
    }
  }

  /**
   * Adds a host to the list. At least one is needed.
   *
   * @param name a name such as {@code api.example.org}, or an ending such as {@code .example.org},
   *     which stands for all names below it and not for itself; no IP address
   * @return this builder
   * @throws IllegalArgumentException if it is no name
   */
  public MediaFetcherBuilder host(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!NAME.matcher(lower).matches() || lower.length() > 254) {
      throw new IllegalArgumentException("name is no host name");
    }
    if (lower.startsWith(".") && lower.indexOf('.', 1) < 0) {
      throw new IllegalArgumentException("name stands for a whole top-level domain");
    }
    hosts.add(lower);
    return this;
  }

  /**
   * Adds a port besides 443, and 80 where http is allowed.
   *
   * @param number the port on every listed host
   * @return this builder
   * @throws IllegalArgumentException if it is no port
   */
  public MediaFetcherBuilder port(int number) {
    if (number < 1 || number > 65_535) {
      throw new IllegalArgumentException("number is no port");
    }
    ports.add(number);
    return this;
  }

  /**
   * Allows http as well as https, on which anybody on the way can read and change what is fetched.
   *
   * @return this builder
   */
  public MediaFetcherBuilder allowHttp() {
    plainHttp = true;
    return this;
  }

  /**
   * Sends a header field to one host, as long as no redirect has led there from elsewhere.
   *
   * @param exactHost a name that is on the list, itself or by its ending
   * @param header the name of the field, such as {@code Authorization}
   * @param value its value
   * @return this builder
   * @throws IllegalArgumentException if the name is an ending, or the field cannot be sent
   */
  public MediaFetcherBuilder credential(String exactHost, String header, String value) {
    if (exactHost.isEmpty() || exactHost.startsWith(".")) {
      throw new IllegalArgumentException("a credential is for one host");
    }
    try {
      HttpRequest.newBuilder().header(header, value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the header field cannot be sent");
    }
    credentials.put(exactHost.toLowerCase(Locale.ROOT), new Credential(header, value));
    return this;
  }

  /**
   * Limits the length of a file; 16 MiB unless said otherwise.
   *
   * @param limit in bytes, 1 or more
   * @return this builder
   * @throws IllegalArgumentException if it is less
   */
  public MediaFetcherBuilder maxBytes(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is below 1");
    }
    maxBytes = limit;
    return this;
  }

  /**
   * Limits the time of a whole call with its redirects and its body; 20 seconds unless said
   * otherwise.
   *
   * @param limit a millisecond or more, at most an hour
   * @return this builder
   * @throws IllegalArgumentException if it is not within
   */
  public MediaFetcherBuilder timeout(Duration limit) {
    if (limit.toMillis() < 1 || limit.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("limit is below a millisecond or above an hour");
    }
    timeout = limit;
    return this;
  }

  /**
   * Looks names up in another way than {@link InetAddress#getAllByName}, for the check only.
   *
   * @param lookup finds the addresses of a name
   * @return this builder
   */
  public MediaFetcherBuilder resolver(MediaFetcher.Resolver lookup) {
    resolver = Objects.requireNonNull(lookup, "lookup");
    return this;
  }

  /**
   * For tests only: allows a host whatever its addresses, on any port, by http too.
   *
   * @param exactHost a name or an IP address as it stands in the address, such as {@code 127.0.0.1}
   * @return this builder
   */
  public MediaFetcherBuilder allowPrivate(String exactHost) {
    unchecked.add(exactHost.toLowerCase(Locale.ROOT));
    return this;
  }

  /**
   * The fetcher.
   *
   * @return a fetcher with these rules
   * @throws IllegalStateException if no host is listed
   */
  public MediaFetcher build() {
    if (hosts.isEmpty() && unchecked.isEmpty()) {
      throw new IllegalStateException("no host is listed from which pictures may be fetched");
    }
    return new MediaFetcher(this);
  }
}
