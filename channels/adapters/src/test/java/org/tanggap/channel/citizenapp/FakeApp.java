package org.tanggap.channel.citizenapp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The app's side of the comment call on a real socket: takes down what comes, answers as told. */
final class FakeApp implements AutoCloseable {

  /**
   * A call that came.
   *
   * @param line method and path as they stood on the wire
   * @param headers the header fields by lower-case name
   * @param body the body
   */
  record Call(String line, Map<String, String> headers, String body) {}

  private final ServerSocket socket;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile int status = 201;
  private volatile @Nullable String retryAfter;

  FakeApp() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "fake app");
    thread.setDaemon(true);
    thread.start();
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
  }

  void answer(int withStatus, @Nullable String withRetryAfter) {
    status = withStatus;
    retryAfter = withRetryAfter;
  }

  List<Call> calls() {
    return calls;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        calls.add(read(new BufferedInputStream(caller.getInputStream())));
        caller.getOutputStream().write(response().getBytes(StandardCharsets.UTF_8));
        caller.getOutputStream().flush();
      } catch (IOException e) {
        // The caller has gone, or the test is over.
      }
    }
  }

  private static Call read(InputStream in) throws IOException {
    String line = readLine(in).replace(" HTTP/1.1", "");
    Map<String, String> headers = new TreeMap<>();
    for (String header = readLine(in); !header.isEmpty(); header = readLine(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Call(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private static String readLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the caller has gone");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  private String response() {
    String after = retryAfter;
    String body = status == 204 ? "" : "{\"error\":\"rahasia\"}";
    return "HTTP/1.1 "
        + status
        + " Answer\r\n"
        + (after == null ? "" : "Retry-After: " + after + "\r\n")
        + (status == 204 ? "" : "Content-Length: " + body.length() + "\r\n")
        + "Connection: close\r\n\r\n"
        + body;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
