package org.tanggap.citydesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.tanggap.citydesk.SmallDesk.JSON;
import static org.tanggap.citydesk.SmallDesk.read;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The accounts of a configuration file: opened, heard, answered from one room. */
class AccountsRunTest {

  private static final String SECRET = "a secret of the counter for this test";

  @TempDir Path folder;

  private @Nullable RunningDesk desk;

  @AfterEach
  void stop() throws Exception {
    if (desk != null) {
      desk.close();
    }
  }

  private RunningDesk start(String accounts) throws IOException {
    Path file = Files.writeString(folder.resolve("accounts.json"), accounts.replace('\'', '"'));
    Files.writeString(folder.resolve("counter.secret"), SECRET);
    desk =
        RunningDesk.start(
            new DeskRun.Settings(
                Squares.write(folder),
                null,
                null,
                file,
                null,
                DeskDatabase.Settings.of("jdbc:sqlite:" + folder.resolve("desk.db")),
                0,
                null));
    return desk.awaitFeed();
  }

  private RunningDesk startWithACounter() throws IOException {
    return start(
        "{'accounts': [{'kind': 'hotline', 'name': 'loket', 'unit': 'posko', 'settings':"
            + " {'secrets': 'file:"
            + folder.resolve("counter.secret")
            + "'}}]}");
  }

  private static HttpResponse<String> form(RunningDesk desk, String path, String secret)
      throws Exception {
    String body =
        "{\"form_id\":\"f-1\",\"operator\":\"op-7\",\"caller_name\":\"Warga\","
            + "\"phone\":\"0812-0000-0000\",\"words\":\"Pohon tumbang\","
            + "\"lat\":-6.195,\"lng\":106.815}";
    return desk.send(
        HttpRequest.newBuilder(desk.uri(path))
            .header("X-Hotline-Secret", secret)
            .header("Content-Type", JSON)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void a_report_of_a_configured_account_is_routed_and_waits_in_the_inbox() throws Exception {
    RunningDesk running = startWithACounter();

    assertThat(form(running, "/channels/hotline/loket", SECRET).statusCode()).isEqualTo(200);
    assertThat(form(running, "/channels/hotline/loket", SECRET).statusCode()).isEqualTo(200);

    JsonNode items = running.json("/api/inbox?unit=posko").path("items");
    assertThat(items).hasSize(1);
    JsonNode item = items.get(0);
    assertThat(item.path("account").stringValue()).isEqualTo("hotline:loket");
    assertThat(item.path("permission").path("allowed").booleanValue()).isFalse();
    JsonNode complaint = running.json("/api/complaints/" + item.path("complaint").stringValue());
    assertThat(complaint.path("areas").get(0).path("name").stringValue()).isEqualTo("Dua");
    assertThat(running.json("/api/inbox?account=x:lain").path("items")).isEmpty();
  }

  @Test
  void a_wrong_secret_and_an_account_that_is_not_there_are_refused() throws Exception {
    RunningDesk running = startWithACounter();

    assertThat(form(running, "/channels/hotline/loket", "guessed").statusCode()).isEqualTo(401);
    assertThat(form(running, "/channels/hotline/lain", SECRET).statusCode()).isEqualTo(404);
    assertThat(running.json("/api/inbox").path("items")).isEmpty();
  }

  @Test
  void an_officer_takes_an_item_fills_a_template_and_answers_and_nobody_else_does()
      throws Exception {
    RunningDesk running = startWithACounter();
    form(running, "/channels/hotline/loket", SECRET);
    JsonNode item = running.json("/api/inbox").path("items").get(0);
    String path = "/api/complaints/" + item.path("complaint").stringValue();
    int version = item.path("version").intValue();

    assertThat(command(running, path, "Claim", version, "sari").statusCode()).isEqualTo(200);
    HttpResponse<String> second = command(running, path, "Claim", version + 1, "tono");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(read(second).path("obstacle").stringValue()).isEqualTo("CLAIMED");
    JsonNode claim = running.json("/api/inbox").path("items").get(0).path("claim");
    assertThat(claim.path("officer").stringValue()).isEqualTo("sari");
    JsonNode templates = running.json(path + "/templates").path("templates");
    assertThat(templates).isNotEmpty();
    assertThat(templates.get(0).path("text").stringValue()).doesNotContain("{");
    assertThat(command(running, path, "Answer", version + 1, "sari").statusCode()).isEqualTo(200);

    assertThat(running.json("/api/inbox").path("items")).isEmpty();
    JsonNode answers = running.json(path + "/answers").path("answers");
    assertThat(answers).hasSize(1);
    assertThat(answers.get(0).path("officer").stringValue()).isEqualTo("sari");
  }

  private static HttpResponse<String> command(
      RunningDesk desk, String path, String command, int version, String officer) throws Exception {
    return desk.post(
        path + "/commands",
        JSON,
        "{\"command\":\""
            + command
            + "\",\"version\":"
            + version
            + ",\"officer\":\""
            + officer
            + "\",\"text\":\"Kami periksa hari ini\"}");
  }

  @Test
  void the_health_of_each_account_is_told() throws Exception {
    RunningDesk running = startWithACounter();
    form(running, "/channels/hotline/loket", SECRET);

    JsonNode account = running.json("/api/accounts").path("accounts").get(0);
    assertThat(account.path("account").stringValue()).isEqualTo("hotline:loket");
    assertThat(account.path("unit").stringValue()).isEqualTo("posko");
    assertThat(account.path("lastMessage").isString()).isTrue();
    assertThat(account.has("problem")).isFalse();
  }

  @Test
  void every_fault_of_the_file_is_told_before_anything_starts() {
    Throwable refusal =
        catchThrowable(
            () ->
                start(
                    "{'accounts': ["
                        + "{'kind': 'telegram', 'name': 'Bot', 'unit': 'posko'},"
                        + "{'kind': 'x', 'name': '@Posko', 'settings': {'tokn': 'a'}},"
                        + "{'kind': 'pigeon', 'name': 'P', 'unit': 'posko'}]}"));

    assertThat(refusal)
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("accounts[0] telegram:Bot: token is missing")
        .hasMessageContaining("accounts[1] x:@Posko: unit is missing")
        .hasMessageContaining("tokn is no setting of this kind")
        .hasMessageContaining("accounts[2] pigeon:P: kind pigeon is unknown");
  }
}
