package org.tanggap.citydesk;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tanggap.desk.FeedbackDesk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A desk that runs in this process until it is closed. */
final class RunningDesk implements AutoCloseable {

  /** Held, so that the level set on it stays; {@code main} sets the same. */
  private static final Logger POOL_LOG = Logger.getLogger("com.zaxxer.hikari");

  static {
    POOL_LOG.setLevel(Level.WARNING);
  }

  private final StringWriter out = new StringWriter();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final HttpClient client = HttpClient.newHttpClient();
  private final DeskRun run;
  private final Future<?> end;

  private RunningDesk(DeskRun.Settings settings) {
    this.run = DeskRun.start(settings, new PrintWriter(out, true));
    this.end = thread.submit(run::untilStopped);
  }

  static RunningDesk start(DeskRun.Settings settings) {
    return new RunningDesk(settings);
  }

  /** Waits until the feed is in and the report is printed. */
  RunningDesk awaitFeed() {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> end.isDone() || out().contains("stop with Ctrl-C"));
    return this;
  }

  String out() {
    return out.toString();
  }

  URI uri(String path) {
    return URI.create(run.address()).resolve(path);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(get(path).body());
  }

  HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> delete(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).DELETE());
  }

  /** The desk itself, for what no file or page can send. */
  FeedbackDesk desk() {
    return run.desk();
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(
        request.timeout(Duration.ofSeconds(20)).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    run.requestStop();
    try {
      end.get(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("the desk did not stop well: " + out, e);
    } finally {
      run.close();
      thread.shutdown();
    }
  }
}
