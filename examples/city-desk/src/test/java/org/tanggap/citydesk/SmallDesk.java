package org.tanggap.citydesk;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A desk on a feed with one report, asked as its pages ask it. */
final class SmallDesk implements AutoCloseable {

  static final String JSON = "application/json";

  private final Path folder;
  private final RunningDesk desk;

  private SmallDesk(Path folder, RunningDesk desk) {
    this.folder = folder;
    this.desk = desk;
  }

  /** Starts it on what lies in the folder, or on a report of a flood in the first square. */
  static SmallDesk start(Path folder, @Nullable String appSecret) throws IOException {
    Path feed = feed(folder);
    if (!Files.exists(feed)) {
      Files.writeString(feed, report("r-1", "Banjir di depan rumah"));
    }
    DeskDatabase.Settings database =
        DeskDatabase.Settings.of("jdbc:sqlite:" + folder.resolve("desk.db"));
    RunningDesk desk =
        RunningDesk.start(
            new DeskRun.Settings(
                Squares.write(folder), feed, null, null, null, database, 0, appSecret));
    return new SmallDesk(folder, desk.awaitFeed());
  }

  static Path feed(Path folder) {
    return folder.resolve("reports.ndjson");
  }

  static String report(String id, String text) {
    return String.format(
        Locale.ROOT,
        "{\"id\":\"%s\",\"text\":\"%s\",\"lat\":%f,\"lon\":%f}\n",
        id,
        text,
        Squares.MIDDLE,
        Squares.FIRST);
  }

  static JsonNode read(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  static ObjectNode object() {
    return JsonMapper.shared().createObjectNode();
  }

  RunningDesk web() {
    return desk;
  }

  Database database() {
    return new Database(folder.resolve("desk.db"));
  }

  List<String> answers() throws IOException {
    Path file = folder.resolve("desk-answers.ndjson");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** The path of the first complaint. */
  String first() throws Exception {
    return "/api/complaints/"
        + desk.json("/api/complaints").path("complaints").get(0).path("id").stringValue();
  }

  JsonNode officerView(String path) throws Exception {
    return desk.json(path + "/officer");
  }

  int version(String path) throws Exception {
    return officerView(path).path("version").intValue();
  }

  /** Sends a command of an officer who has just looked. */
  HttpResponse<String> command(String path, String command, ObjectNode content) throws Exception {
    return post(path, content.put("officer", "sari").put("command", command));
  }

  HttpResponse<String> command(String path, String command, String text) throws Exception {
    return command(path, command, object().put("text", text));
  }

  /** Sends a command of the citizen, who names no officer. */
  HttpResponse<String> citizen(String path, String command, String text) throws Exception {
    return post(path, object().put("command", command).put("text", text));
  }

  private HttpResponse<String> post(String path, ObjectNode content) throws Exception {
    if (!content.has("version")) {
      content.put("version", version(path));
    }
    return desk.post(path + "/commands", JSON, content.toString());
  }

  @Override
  public void close() {
    desk.close();
  }
}
