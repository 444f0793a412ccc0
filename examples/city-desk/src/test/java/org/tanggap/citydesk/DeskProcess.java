package org.tanggap.citydesk;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A desk in a process of its own, as a user starts it. */
final class DeskProcess implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final Path out;
  private final Path err;

  private DeskProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static DeskProcess start(Path folder, Object... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Many short lives: start quickly rather than run fast.
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(CityDesk.class.getName());
    List.of(args).forEach(arg -> command.add(String.valueOf(arg)));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("CITY_DESK_"));
    return new DeskProcess(builder.start(), out, err);
  }

  List<String> out() throws IOException {
    return Files.readString(out).lines().toList();
  }

  String err() throws IOException {
    return Files.readString(err);
  }

  /** Waits for a line that begins so, and gives the rest of it. */
  String awaitLine(String beginning) throws IOException {
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> !process.isAlive() || find(beginning) != null);
    String line = find(beginning);
    if (line == null) {
      throw new AssertionError("no line begins with \"" + beginning + "\": " + out());
    }
    return line.substring(beginning.length());
  }

  private @Nullable String find(String beginning) throws IOException {
    return out().stream().filter(line -> line.startsWith(beginning)).findFirst().orElse(null);
  }

  /** How many complaints the page counts now. */
  int complaints() throws IOException, InterruptedException {
    URI page = URI.create(awaitLine("the page is at "));
    HttpRequest request =
        HttpRequest.newBuilder(page.resolve("/api/desk")).timeout(Duration.ofSeconds(10)).build();
    String body = CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return JsonMapper.shared().readTree(body).path("counts").path("complaints").intValue();
  }

  void awaitComplaints(int count) {
    await()
        .atMost(Duration.ofSeconds(40))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(15))
        .until(() -> complaints() >= count);
  }

  boolean awaitEnd(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Asks it to end by SIGTERM, and gives the status that it ends with. */
  int stop(Duration within) throws IOException, InterruptedException {
    process.toHandle().destroy();
    if (!awaitEnd(within)) {
      throw new AssertionError("it did not end within " + within + ": " + out());
    }
    return process.exitValue();
  }

  int awaitStatus() throws IOException, InterruptedException {
    if (!awaitEnd(Duration.ofSeconds(40))) {
      throw new AssertionError("it did not end: " + out());
    }
    return process.exitValue();
  }

  /** Kills it, if it still runs. */
  @Override
  public void close() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
