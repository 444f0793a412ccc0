package org.tanggap.channel.media;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Picture;

/**
 * Fetches a picture from a host on a list.
 *
 * <pre>{@code
 * MediaFetcher media =
 *     MediaFetcher.builder(client, clock)
 *         .host("api.example.org")
 *         .host(".cdn.example.org")
 *         .credential("api.example.org", "Authorization", "Bearer " + token)
 *         .build();
 * Picture picture = media.fetch(url);
 * }</pre>
 *
 * <p>Whatever the address says, only listed hosts are called, by https, on listed ports, and only
 * if every address of the name belongs to the public internet. Up to three redirects are followed,
 * each under the same rules. A credential goes to the host it is for and to no other; once a
 * redirect leaves the scheme, host and port of the call before, none is sent any more. Length and
 * time are limited while the body comes in. What comes is a picture by its first bytes or it is
 * nothing.
 *
 * <p><b>What this does not do.</b> The name is looked up here for the check and once more by the
 * {@link HttpClient} for the call. A name server that answers differently the second time gets past
 * the check of addresses. The list of hosts is the defence against that: put only names on it whose
 * name servers you trust. The JDK remembers an answer for 30 seconds unless told otherwise ({@code
 * networkaddress.cache.ttl}), which closes the gap in most cases; setting it to 0 opens it. By
 * https, the server that is called must also show a certificate for the listed name. Where the
 * client uses a proxy, the proxy looks the name up and should have rules of its own. The time that
 * a look-up of a name takes cannot be cut short.
 *
 * <p>Thread-safe. Blocks the caller; holds no thread of its own.
 */
public final class MediaFetcher {

  private static final int MAX_REDIRECTS = 3;

  private final HttpClient client;
  private final InstantSource clock;
  private final Destinations destinations;
  private final Map<String, Credential> credentials;
  private final int maxBytes;
  private final Duration timeout;

  MediaFetcher(MediaFetcherBuilder builder) {
    this.client = builder.client;
    this.clock = builder.clock;
    this.destinations =
        new Destinations(
            Set.copyOf(builder.hosts),
            Set.copyOf(builder.ports),
            builder.plainHttp,
            Set.copyOf(builder.unchecked),
            builder.resolver);
    this.credentials = Map.copyOf(builder.credentials);
    this.maxBytes = builder.maxBytes;
    this.timeout = builder.timeout;
  }

  /**
   * Starts a fetcher.
   *
   * @param client the host's client, with its threads; it must not follow redirects, sign in or
   *     keep cookies by itself
   * @param clock tells the time for the time limit and for {@code Retry-After}
   * @return a builder
   * @throws IllegalArgumentException if the client does one of these
   */
  public static MediaFetcherBuilder builder(HttpClient client, InstantSource clock) {
    return new MediaFetcherBuilder(client, clock);
  }

  /**
   * Fetches a picture.
   *
   * @param url the address as it came, from whomever
   * @return the picture, a JPEG, PNG or WebP by its first bytes whatever the host calls it; not
   *     cleaned
   * @throws ChannelException {@link Kind#NOT_PERMITTED} if the rules or the host forbid it, {@link
   *     Kind#MALFORMED} if the address is none, the file is too long or no picture, {@link
   *     Kind#WAIT_UNTIL} if the host names a time to try again, {@link Kind#REAUTHORISE} if it does
   *     not take the credential, {@link Kind#TEMPORARY} for time-outs and faults of the network. No
   *     message holds the address.
   */
  public Picture fetch(String url) {
    Instant end = clock.instant().plus(timeout);
    URI address = Destinations.parse(url);
    boolean mayTell = true;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      destinations.check(address);
      Answer answer = call(address, mayTell ? credentialFor(address) : null, end);
      URI next = answer.findRedirect().orElse(null);
      if (next == null) {
        return answer.picture();
      }
      mayTell = mayTell && isSameOrigin(address, next);
      address = next;
    }
    throw failure(Kind.NOT_PERMITTED, "the picture has more than 3 redirects before it", null);
  }

  private @Nullable Credential credentialFor(URI address) {
    return credentials.get(Destinations.hostOf(address));
  }

  private static boolean isSameOrigin(URI one, URI other) {
    return String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
        && Destinations.hostOf(one).equals(Destinations.hostOf(other))
        && one.getPort() == other.getPort();
  }

  private Answer call(URI address, @Nullable Credential credential, Instant end) {
    Duration left = left(end);
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request(address, credential, left), LimitedBody.upTo(maxBytes));
    try {
      return new Answer(
          answer.get(left.toMillis(), TimeUnit.MILLISECONDS), credential != null, clock.instant());
    } catch (TimeoutException e) {
      throw failure(Kind.TEMPORARY, "the picture did not come in time", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ChannelException limit
          ? limit
          : failure(Kind.TEMPORARY, "the host of the picture cannot be reached", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(Kind.TEMPORARY, "the call for the picture was interrupted", e);
    } finally {
      answer.cancel(true);
    }
  }

  private static HttpRequest request(
      URI address, @Nullable Credential credential, Duration timeout) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(withoutFragment(address)).timeout(timeout);
      if (credential != null) {
        request.header(credential.header(), credential.value());
      }
      return request.header("Accept", "image/*").build();
    } catch (IllegalArgumentException e) {
      throw failure(Kind.MALFORMED, "the address of the picture cannot be called", null);
    }
  }

  /** What is left of the time, whatever the clock does at least a moment and at most all of it. */
  private Duration left(Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    Duration moment = Duration.ofMillis(1);
    return left.compareTo(moment) < 0 ? moment : left.compareTo(timeout) > 0 ? timeout : left;
  }

  private static URI withoutFragment(URI address) {
    String text = address.toString();
    int fragment = text.indexOf('#');
    return fragment < 0 ? address : URI.create(text.substring(0, fragment));
  }

  static ChannelException failure(Kind kind, String message, @Nullable Throwable cause) {
    return new ChannelException(kind, message, null, cause);
  }

  /** Finds the addresses of a host. */
  @FunctionalInterface
  public interface Resolver {

    /**
     * All addresses of a host.
     *
     * @param host a name in small letters
     * @return its addresses; each is checked
     * @throws UnknownHostException if there is no such host
     */
    InetAddress[] resolve(String host) throws UnknownHostException;
  }
}
