package org.tanggap.channel.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;

/**
 * Calls to one vendor's HTTP API. Whatever goes wrong is told as a {@link ChannelException} of the
 * kind that helps; its message names the vendor and the status, never the address's query, the
 * credential or the body.
 *
 * <pre>{@code
 * WebApi api =
 *     WebApi.builder("Pigeon", URI.create("https://api.pigeon.example/v1/"), client, clock)
 *         .header("Authorization", () -> "Bearer " + token)
 *         .build();
 * JsonNode posts = api.send(ApiRequest.get("posts").query("since", id)).json();
 * }</pre>
 *
 * <p>Unless the vendor's own reading says otherwise, an answer of 429 or 503 that names a time is
 * {@link Kind#WAIT_UNTIL}, 401 {@link Kind#REAUTHORISE}, 409 {@link Kind#CONFLICT}, 408, 429 and
 * 500 to 599 {@link Kind#TEMPORARY}, and all other answers but 200 to 299 {@link
 * Kind#NOT_PERMITTED}. Where a request is a {@linkplain ApiRequest#delivering() delivery}, an
 * answer that got lost is {@link Kind#UNCONFIRMED}.
 *
 * <p>Thread-safe. The host's client must not follow redirects, which would carry credentials off.
 */
public final class WebApi {

  private static final Duration LONGEST_WAIT = Duration.ofDays(31);

  private final String vendor;
  private final URI base;
  private final HttpClient client;
  private final InstantSource clock;
  private final Duration timeout;
  private final int maxResponseBytes;
  private final Map<String, Supplier<String>> headers;
  private final Function<ApiResponse, Optional<ChannelException>> failures;

  private WebApi(Builder builder) {
    this.vendor = builder.vendor;
    this.base = builder.base;
    this.client = builder.client;
    this.clock = builder.clock;
    this.timeout = builder.timeout;
    this.maxResponseBytes = builder.maxResponseBytes;
    this.headers = new LinkedHashMap<>(builder.headers);
    this.failures = builder.failures;
  }

  /**
   * Starts the connection to a vendor.
   *
   * @param vendor what to call it in messages
   * @param base the address under which all paths lie
   * @param client the host's client, with its threads and its connection time-out
   * @param clock tells the time for waits that the vendor names in seconds
   * @return a builder
   * @throws IllegalArgumentException if the base is no http or https address
   */
  public static Builder builder(String vendor, URI base, HttpClient client, InstantSource clock) {
    return new Builder(vendor, base, client, clock);
  }

  /**
   * Makes a call and waits for the whole answer.
   *
   * @param request the call
   * @return an answer of status 200 to 299, or 304
   * @throws ChannelException if there is no such answer
   */
  public ApiResponse send(ApiRequest request) {
    ApiResponse response = exchange(request);
    if (response.status() / 100 == 2 || response.status() == 304) {
      return response;
    }
    throw failures.apply(response).orElseGet(() -> failure(request, response));
  }

  private ApiResponse exchange(ApiRequest request) {
    HttpRequest.Builder http = request.toHttp(base);
    headers.forEach((name, value) -> http.header(name, value.get()));
    CompletableFuture<HttpResponse<byte[]>> call =
        client.sendAsync(
            http.timeout(timeout).build(), unused -> new LimitedBody(maxResponseBytes));
    try {
      HttpResponse<byte[]> answer = call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new ApiResponse(
          vendor,
          answer.statusCode(),
          answer.headers(),
          answer.body(),
          request.isDelivering() ? Kind.UNCONFIRMED : Kind.MALFORMED);
    } catch (TimeoutException e) {
      call.cancel(true);
      throw lost(request, vendor + " did not answer in " + timeout, e);
    } catch (ExecutionException e) {
      throw broken(request, e.getCause());
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw lost(request, "the call to " + vendor + " was interrupted", e);
    }
  }

  private ChannelException broken(ApiRequest request, @Nullable Throwable cause) {
    if (cause instanceof LimitedBody.TooLongException) {
      Kind kind = request.isDelivering() ? Kind.UNCONFIRMED : Kind.MALFORMED;
      return new ChannelException(
          kind, vendor + " answered with more than " + maxResponseBytes + " bytes", null, cause);
    }
    boolean neverLeft =
        cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    String message = vendor + " cannot be reached";
    return neverLeft || !(cause instanceof IOException)
        ? new ChannelException(Kind.TEMPORARY, message, null, cause)
        : lost(request, vendor + " broke off", cause);
  }

  /** The request went out, and what became of it is not known. */
  private static ChannelException lost(ApiRequest request, String message, Throwable cause) {
    Kind kind = request.isDelivering() ? Kind.UNCONFIRMED : Kind.TEMPORARY;
    return new ChannelException(kind, message, null, cause);
  }

  private ChannelException failure(ApiRequest request, ApiResponse response) {
    int status = response.status();
    String message = vendor + " answered " + status;
    Optional<Instant> retryAt = findRetryAfter(response, clock.instant());
    if ((status == 429 || status == 503) && retryAt.isPresent()) {
      return ChannelException.waitUntil(message, retryAt.get());
    } else if (status == 401) {
      return ChannelException.of(Kind.REAUTHORISE, message);
    } else if (status == 409) {
      return ChannelException.of(Kind.CONFLICT, message);
    } else if ((status == 502 || status == 504) && request.isDelivering()) {
      return ChannelException.of(Kind.UNCONFIRMED, message);
    } else if (status == 408 || status == 429 || status / 100 == 5) {
      return ChannelException.of(Kind.TEMPORARY, message);
    }
    return ChannelException.of(Kind.NOT_PERMITTED, message);
  }

  /**
   * The time in a {@code Retry-After} header (RFC 9110, section 10.2.3), in both its forms.
   *
   * @param response the answer
   * @param now the present instant
   * @return the time, at most 31 days ahead; nothing if there is none or it cannot be read
   */
  public static Optional<Instant> findRetryAfter(ApiResponse response, Instant now) {
    String value = response.header("Retry-After").orElse("").strip();
    Instant latest = now.plus(LONGEST_WAIT);
    if (value.matches("[0-9]{1,9}")) {
      Instant at = now.plusSeconds(Long.parseLong(value));
      return Optional.of(at.isAfter(latest) ? latest : at);
    }
    try {
      Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(at.isAfter(latest) ? latest : at);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Collects the settings of the connection. Not thread-safe. */
  public static final class Builder {

    private final String vendor;
    private final URI base;
    private final HttpClient client;
    private final InstantSource clock;
    private final Map<String, Supplier<String>> headers = new LinkedHashMap<>();
    private Duration timeout = Duration.ofSeconds(20);
    private int maxResponseBytes = 8 << 20;
    private Function<ApiResponse, Optional<ChannelException>> failures = unused -> Optional.empty();

    private Builder(String vendor, URI base, HttpClient client, InstantSource clock) {
      this.vendor = Objects.requireNonNull(vendor, "vendor");
      this.client = Objects.requireNonNull(client, "client");
      this.clock = Objects.requireNonNull(clock, "clock");
      String scheme = base.getScheme();
      if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
        throw new IllegalArgumentException("base is no http or https address");
      }
      String text = base.toString();
      this.base = text.endsWith("/") ? base : URI.create(text + "/");
    }

    /**
     * A header of every call, such as the credential.
     *
     * @param name the field's name
     * @param value asked anew for each call, so that a credential may be renewed
     * @return this builder
     */
    public Builder header(String name, Supplier<String> value) {
      headers.put(name, value);
      return this;
    }

    /**
     * How long a call may take, the whole answer included.
     *
     * @param time 20 seconds unless set
     * @return this builder
     */
    public Builder timeout(Duration time) {
      this.timeout = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * How long an answer may be.
     *
     * @param bytes 8 MiB unless set
     * @return this builder
     */
    public Builder maxResponseBytes(int bytes) {
      this.maxResponseBytes = bytes;
      return this;
    }

    /**
     * How to read the vendor's own failures, before the rules that hold for all.
     *
     * @param reading the failure that an answer tells of, or nothing if the common rules are right
     * @return this builder
     */
    public Builder failures(Function<ApiResponse, Optional<ChannelException>> reading) {
      this.failures = Objects.requireNonNull(reading, "reading");
      return this;
    }

    /**
     * The connection.
     *
     * @return the API; nothing is called yet
     */
    public WebApi build() {
      return new WebApi(this);
    }
  }
}
