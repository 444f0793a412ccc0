package org.tanggap.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's HTTP API on this machine, over real sockets, with the faults that vendors have. A fake
 * of a vendor says what the vendor answers; the faults are the same for all.
 *
 * <p>One request is answered at a time, so the answering needs no locks.
 */
public abstract class FakeVendor implements AutoCloseable {

  /** What can go wrong with a request. */
  public enum Fault {
    /** No answer comes, and nothing was done. */
    SILENCE,
    /** 500, and nothing was done. */
    SERVER_ERROR,
    /** The vendor's limit, with the time when it ends. */
    LIMIT_WITH_RESET,
    /** The vendor's limit, without a time. */
    LIMIT_WITHOUT_RESET,
    /** The credential has run out. */
    EXPIRED_CREDENTIAL,
    /** 200 with bytes that are nothing. */
    GARBAGE,
    /** 200, and the body ends in the middle; what was asked for is done. */
    CUT_BODY,
    /** What was asked for is done, and the connection breaks before the answer. */
    LOST_ANSWER
  }

  /**
   * A request as it came.
   *
   * @param method the HTTP method
   * @param path the path, decoded
   * @param query the parameters of the address, decoded; of several with one name, the last
   * @param headers the header fields, names in lower case; of several with one name, the first
   * @param body the bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // read once by the fake, never compared
  public record Request(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      byte[] body) {

    /**
     * The body as text.
     *
     * @return the text, in UTF-8
     */
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param headers header fields
   * @param body the bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // written once, never compared
  public record Answer(int status, Map<String, String> headers, byte[] body) {

    /**
     * An answer in JSON.
     *
     * @param status the HTTP status
     * @param json the text
     * @return the answer
     */
    public static Answer json(int status, String json) {
      return new Answer(
          status,
          Map.of("Content-Type", "application/json"),
          json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * This answer with another header field.
     *
     * @param name the field's name
     * @param value its value
     * @return a copy
     */
    public Answer with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Answer(status, more, body);
    }
  }

  private final HttpServer server;
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Deque<Optional<Fault>> faults = new ArrayDeque<>();
  private final List<Request> requests = new ArrayList<>();
  private Instant limitEnds = Instant.EPOCH;

  /** Starts on a free port of the loopback address. */
  protected FakeVendor() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * Where the vendor is.
   *
   * @return the address, with a slash at its end
   */
  public final URI url() {
    InetSocketAddress address = server.getAddress();
    return URI.create("http://127.0.0.1:" + address.getPort() + "/");
  }

  /**
   * What the vendor answers to a request that meets no fault.
   *
   * @param request the request
   * @return the answer
   */
  protected abstract Answer answer(Request request);

  /**
   * What the vendor answers beyond its limit.
   *
   * @param ends when the limit ends, or null if the vendor does not say
   * @return the answer
   */
  protected abstract Answer limited(@Nullable Instant ends);

  /**
   * What the vendor answers to a credential that has run out.
   *
   * @return the answer
   */
  protected Answer expired() {
    return Answer.json(401, "{\"error\": \"expired\"}");
  }

  /**
   * Lets the next requests meet a fault, after the faults that wait already.
   *
   * @param fault the fault
   * @param times how many requests
   */
  public final synchronized void fail(Fault fault, int times) {
    for (int i = 0; i < times; i++) {
      faults.add(Optional.of(fault));
    }
  }

  /**
   * Lets one request meet a fault after others that meet none, after the faults that wait already.
   *
   * @param requests how many requests go well first
   * @param fault the fault
   */
  public final synchronized void failAfter(int requests, Fault fault) {
    for (int i = 0; i < requests; i++) {
      faults.add(Optional.empty());
    }
    faults.add(Optional.of(fault));
  }

  /**
   * When the limit of {@link Fault#LIMIT_WITH_RESET} ends.
   *
   * @param ends the time, whole seconds
   */
  public final synchronized void limitUntil(Instant ends) {
    limitEnds = ends;
  }

  /** Forgets the faults that nobody has met. */
  public final synchronized void recover() {
    faults.clear();
  }

  /**
   * What was asked for so far.
   *
   * @return all requests, faulty ones included
   */
  public final synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = read(exchange);
      Fault fault;
      Answer answer;
      synchronized (this) {
        requests.add(request);
        Optional<Fault> next = faults.poll();
        fault = next == null ? null : next.orElse(null);
        answer = answer(request, fault);
      }
      write(exchange, answer, fault);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer answer(Request request, @Nullable Fault fault) {
    if (fault == null || fault == Fault.CUT_BODY || fault == Fault.LOST_ANSWER) {
      return answer(request);
    }
    return switch (fault) {
      case LIMIT_WITH_RESET -> limited(limitEnds);
      case LIMIT_WITHOUT_RESET -> limited(null);
      case EXPIRED_CREDENTIAL -> expired();
      case GARBAGE -> new Answer(200, Map.of(), new byte[] {0, -1, '{', '[', 'x', -61, 40});
      default -> Answer.json(500, "{}");
    };
  }

  private void write(HttpExchange exchange, Answer answer, @Nullable Fault fault)
      throws IOException, InterruptedException {
    if (fault == Fault.SILENCE) {
      // Ends when the vendor is closed; by then the caller's patience is long over.
      closed.await(30, TimeUnit.SECONDS);
      return;
    } else if (fault == Fault.LOST_ANSWER) {
      return;
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    // On a kept connection the server's two writes wait 40 ms for each other, and clients repeat a
    // GET by themselves when the connection breaks.
    exchange.getResponseHeaders().set("Connection", "close");
    byte[] body = answer.body();
    boolean cut = fault == Fault.CUT_BODY;
    boolean bodiless = body.length == 0 || answer.status() == 304 || answer.status() == 204;
    exchange.sendResponseHeaders(
        answer.status(), cut ? body.length + 10L : bodiless ? -1 : body.length);
    if (!bodiless || cut) {
      exchange.getResponseBody().write(body, 0, cut ? body.length / 2 : body.length);
      exchange.getResponseBody().flush();
    }
  }

  private static Request read(HttpExchange exchange) throws IOException {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = Math.max(pair.indexOf('='), 0);
      query.put(
          URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query,
        headers,
        exchange.getRequestBody().readAllBytes());
  }

  /** Stops; requests without an answer break off. */
  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    executor.shutdownNow();
  }
}
