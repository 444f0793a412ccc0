package org.tanggap.integrator;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The calls to Pigeon; whatever goes wrong is told in the kind that helps. Thread-safe. */
final class PigeonApi {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI base;
  private final String token;
  private final HttpClient client;
  private final Duration timeout;
  private final InstantSource clock;

  PigeonApi(URI base, String token, HttpClient client, Duration timeout, InstantSource clock) {
    this.base = base;
    this.token = token;
    this.client = client;
    this.timeout = timeout;
    this.clock = clock;
  }

  /** Reads; what got lost can be asked for again. */
  JsonNode get(String address) {
    JsonNode answer =
        parse(call(HttpRequest.newBuilder(base.resolve(address)), Kind.TEMPORARY).body());
    if (answer.isMissingNode()) {
      throw ChannelException.of(Kind.MALFORMED, "Pigeon answered with no JSON");
    }
    return answer;
  }

  /** Sends to a citizen; of what got lost nobody knows whether it arrived. */
  String deliver(String address, UUID id, JsonNode content) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(address))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", id.toString())
            .POST(HttpRequest.BodyPublishers.ofString(content.toString()));
    String answerId = parse(call(request, Kind.UNCONFIRMED).body()).path("id").asString("");
    if (answerId.isEmpty()) {
      throw ChannelException.of(Kind.UNCONFIRMED, "Pigeon answered without an id");
    }
    return answerId;
  }

  /** JSON, or a missing node for anything else. The parser's failures quote what they read. */
  static JsonNode parse(byte[] body) {
    try {
      JsonNode root = JSON.readTree(body);
      return root == null ? MissingNode.getInstance() : root;
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  private HttpResponse<byte[]> call(HttpRequest.Builder request, Kind ifLost) {
    HttpRequest http = request.header("Authorization", "Bearer " + token).build();
    CompletableFuture<HttpResponse<byte[]>> call =
        client.sendAsync(http, HttpResponse.BodyHandlers.ofByteArray());
    try {
      // The time-out of HttpRequest ends with the headers; this one takes in the body.
      HttpResponse<byte[]> answer = call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() / 100 == 2) {
        return answer;
      }
      throw failure(answer, ifLost);
    } catch (TimeoutException e) {
      call.cancel(true);
      throw new ChannelException(ifLost, "Pigeon did not answer in " + timeout, null, e);
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new ChannelException(ifLost, "the call to Pigeon was interrupted", null, e);
    } catch (ExecutionException e) {
      boolean neverLeft = e.getCause() instanceof ConnectException;
      throw new ChannelException(
          neverLeft ? Kind.TEMPORARY : ifLost, "Pigeon cannot be reached", null, e);
    }
  }

  private ChannelException failure(HttpResponse<?> answer, Kind ifLost) {
    int status = answer.statusCode();
    String message = "Pigeon answered " + status;
    String seconds = answer.headers().firstValue("Retry-After").orElse("");
    if (status == 429 && seconds.matches("[0-9]{1,6}")) {
      return ChannelException.waitUntil(
          message, clock.instant().plusSeconds(Long.parseLong(seconds)));
    } else if (status == 429) {
      return ChannelException.of(Kind.TEMPORARY, message);
    } else if (status == 401) {
      return ChannelException.of(Kind.REAUTHORISE, message);
    }
    return ChannelException.of(status >= 500 ? ifLost : Kind.NOT_PERMITTED, message);
  }
}
