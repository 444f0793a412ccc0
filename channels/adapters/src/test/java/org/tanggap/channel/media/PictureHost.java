package org.tanggap.channel.media;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A host of pictures on a real socket that can also misbehave. */
final class PictureHost implements AutoCloseable {

  static final byte[] JPEG = {
    (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0
  };

  /**
   * A call that came.
   *
   * @param path the path on the wire
   * @param headers its header fields
   */
  record Call(String path, Headers headers) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final CountDownLatch brokenOff = new CountDownLatch(1);

  PictureHost() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url(String host, String path) {
    return "http://" + host + ":" + port() + path;
  }

  List<Call> calls() {
    return calls;
  }

  /** Whether a caller has hung up on a body within two seconds. */
  boolean isBrokenOff() throws InterruptedException {
    return brokenOff.await(2, TimeUnit.SECONDS);
  }

  void answers(String path, int status, Map<String, String> headers, byte[] body) {
    handles(
        path,
        exchange -> {
          headers.forEach(exchange.getResponseHeaders()::set);
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
        });
  }

  void redirects(String path, String to) {
    redirects(path, to, () -> {});
  }

  void redirects(String path, String to, Runnable meanwhile) {
    handles(
        path,
        exchange -> {
          meanwhile.run();
          exchange.getResponseHeaders().set("Location", to);
          exchange.sendResponseHeaders(302, -1);
        });
  }

  /** Answers after 40 milliseconds. */
  void answersLate(String path, byte[] body) {
    handles(
        path,
        exchange -> {
          pause(40);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
        });
  }

  /** A body without end: a piece, a pause in milliseconds, a piece, … */
  void pours(String path, int status, byte[] piece, int pause) {
    handles(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, 0);
          OutputStream body = exchange.getResponseBody();
          body.write(JPEG);
          try {
            while (!threads.isShutdown()) {
              body.write(piece);
              body.flush();
              TimeUnit.MILLISECONDS.sleep(pause);
            }
          } catch (IOException e) {
            brokenOff.countDown();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Never answers, as long as any test waits. */
  void hangs(String path) {
    handles(path, exchange -> pause(5_000));
  }

  private static void pause(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  private void handles(String path, Handler handler) {
    server.createContext(
        path,
        exchange -> {
          calls.add(new Call(exchange.getRequestURI().toString(), exchange.getRequestHeaders()));
          try (exchange) {
            handler.handle(exchange);
          } catch (IOException e) {
            // The caller has gone.
          }
        });
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
