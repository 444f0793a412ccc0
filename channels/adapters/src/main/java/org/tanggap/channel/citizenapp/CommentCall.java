package org.tanggap.channel.citizenapp;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Reply;
import tools.jackson.databind.json.JsonMapper;

/** The app's call that puts a comment under a post. */
final class CommentCall {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final URI base;
  private final HttpClient client;
  private final InstantSource clock;

  CommentCall(URI base, HttpClient client, InstantSource clock) {
    if (!"http".equalsIgnoreCase(base.getScheme()) && !"https".equalsIgnoreCase(base.getScheme())) {
      throw new IllegalArgumentException("base is no http or https address");
    }
    this.base = base;
    this.client = client;
    this.clock = clock;
  }

  void send(Reply reply) {
    String body = JsonMapper.shared().createObjectNode().put("text", reply.text()).toString();
    HttpRequest request =
        HttpRequest.newBuilder(address(reply))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", reply.id().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      check(client.send(request, HttpResponse.BodyHandlers.discarding()));
    } catch (IOException e) {
      throw failure(Kind.TEMPORARY, "the app cannot be reached at " + base, null, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(Kind.TEMPORARY, "the call to the app was interrupted", null, e);
    }
  }

  private URI address(Reply reply) {
    String id = reply.inReplyTo().externalId();
    if (id.equals(".") || id.equals("..")) {
      throw failure(Kind.NOT_PERMITTED, "the post's id would lead to another address", null, null);
    }
    String post = URLEncoder.encode(id, StandardCharsets.UTF_8);
    String root = base.toString().endsWith("/") ? base.toString() : base + "/";
    return URI.create(root + "posts/" + post.replace("+", "%20") + "/comments");
  }

  private void check(HttpResponse<?> response) {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return;
    }
    String message = "the app answered " + status;
    if (status == 429 || status == 503) {
      Instant retryAt = retryAt(response);
      throw failure(retryAt == null ? Kind.TEMPORARY : Kind.WAIT_UNTIL, message, retryAt, null);
    } else if (status == 401 || status == 403) {
      throw failure(Kind.REAUTHORISE, message, null, null);
    } else if (status / 100 == 4 && status != 408) {
      throw failure(Kind.NOT_PERMITTED, message, null, null);
    }
    throw failure(Kind.TEMPORARY, message, null, null);
  }

  /** The vendor's time; only the form in seconds is understood, at most a day. */
  private @Nullable Instant retryAt(HttpResponse<?> response) {
    String seconds = response.headers().firstValue("Retry-After").orElse("");
    return seconds.matches("[0-9]{1,5}")
        ? clock.instant().plusSeconds(Math.min(Long.parseLong(seconds), 86_400))
        : null;
  }

  private static ChannelException failure(
      Kind kind, String message, @Nullable Instant retryAt, @Nullable Throwable cause) {
    return new ChannelException(kind, message, retryAt, cause);
  }
}
