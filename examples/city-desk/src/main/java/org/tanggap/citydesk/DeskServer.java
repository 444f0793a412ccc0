package org.tanggap.citydesk;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a table of routes on this machine only, by the JDK's own HTTP server. Nobody logs in: who
 * sits at this machine may do everything. A host puts its own login in front of what it takes over.
 */
final class DeskServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeskServer.class);

  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(4);
  private final List<Route> routes;

  private DeskServer(HttpServer server, List<Route> routes) {
    this.server = server;
    this.routes = List.copyOf(routes);
    server.setExecutor(workers);
    server.createContext("/", this::handle);
  }

  /** Takes the port, so that a port in use shows before anything else happens. */
  static DeskServer bind(int port, List<Route> routes) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      return new DeskServer(HttpServer.create(address, 0), routes);
    } catch (BindException e) {
      throw new CannotStartException(
          "port " + port + " is in use. Give another with --port, or --port 0 for any free one.",
          e);
    } catch (IllegalArgumentException e) {
      throw new CannotStartException("port " + port + " is none. Give 0 to 65535.", e);
    } catch (IOException e) {
      throw new CannotStartException("the page cannot be served on port " + port + ".", e);
    }
  }

  void start() {
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  private HttpAnswer answer(HttpExchange exchange) throws IOException {
    try {
      WebRequest request = new WebRequest(exchange);
      request.requireNameOfThisMachine();
      return find(request, exchange.getResponseHeaders()).handler().answer(request);
    } catch (RefusedRequestException e) {
      return e.answer();
    } catch (RuntimeException e) {
      LOG.warn("a request failed", e);
      return new RefusedRequestException(500, "failed", "The desk failed; its log says why.")
          .answer();
    }
  }

  private Route find(WebRequest request, Headers headers) {
    List<Route> here = routes.stream().filter(route -> route.hasPath(request.path())).toList();
    if (here.isEmpty()) {
      throw RefusedRequestException.unknown("page");
    }
    return here.stream()
        .filter(route -> route.hasMethod(request.method()))
        .findFirst()
        .orElseThrow(
            () -> {
              String offered =
                  here.stream().map(Route::method).distinct().collect(Collectors.joining(", "));
              headers.set("Allow", offered.replace("GET", "GET, HEAD"));
              return new RefusedRequestException(
                  405, "method", "Only " + offered + " is offered here.");
            });
  }

  private static void send(HttpExchange exchange, HttpAnswer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.type());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set(
        "Content-Security-Policy",
        "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none';"
            + " form-action 'self'");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    if (exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(answer.body());
    }
  }
}
