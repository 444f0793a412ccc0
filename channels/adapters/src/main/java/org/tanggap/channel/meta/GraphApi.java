package org.tanggap.channel.meta;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Vitals;
import org.tanggap.channel.web.ApiRequest;
import org.tanggap.channel.web.ApiResponse;
import org.tanggap.channel.web.SignatureCheck;
import org.tanggap.channel.web.WebApi;
import tools.jackson.databind.JsonNode;

/** Calls to the Graph API for one account. Thread-safe. */
final class GraphApi {

  private final MetaApp app;
  private final WebApi web;
  private final String proof;
  private final AtomicReference<Vitals> vitals;

  GraphApi(MetaApp app) {
    this.app = app;
    this.vitals = new AtomicReference<>(new Vitals(app.credentialEnds(), null, null));
    this.web = connection(app.baseUrl()).build();
    this.proof =
        SignatureCheck.hmac(
                "HmacSHA256",
                "",
                SignatureCheck.Encoding.HEX,
                SignatureCheck.keys(List.of(app.secrets().get(0))))
            .sign(app.accessToken().getBytes(StandardCharsets.UTF_8));
  }

  private WebApi.Builder connection(URI base) {
    return WebApi.builder("Meta", base, app.client(), app.clock())
        .header("Authorization", () -> "Bearer " + app.accessToken())
        .timeout(app.timeout())
        .failures(this::findFailure);
  }

  Vitals vitals() {
    return Objects.requireNonNull(vitals.get());
  }

  /** Reads something. */
  JsonNode read(ApiRequest request) {
    ApiResponse response = web.send(request.query("appsecret_proof", proof));
    noteUsage(response);
    return response.json();
  }

  /** Delivers something to a citizen and tells the id that Meta gives it. */
  String deliver(ApiRequest request, String... pathOfId) {
    JsonNode id;
    try {
      id = read(request.delivering());
    } catch (ChannelException e) {
      // An answer of 200 that cannot be read may be the answer to a delivery.
      throw e.kind() == Kind.MALFORMED
          ? new ChannelException(Kind.UNCONFIRMED, String.valueOf(e.getMessage()), null, e)
          : e;
    }
    for (String name : pathOfId) {
      id = id.isArray() ? id.path(0).path(name) : id.path(name);
    }
    String text = GraphJson.id(id);
    if (text.isEmpty()) {
      throw ChannelException.of(Kind.UNCONFIRMED, "Meta answered without the id of the answer");
    }
    return text;
  }

  /** Brings a file that lies outside the Graph API but wants the token. */
  byte[] file(URI address, int maxBytes) {
    String path = address.getRawPath();
    int slash = path.lastIndexOf('/');
    URI folder = address.resolve(path.substring(0, slash + 1));
    String name = decoded(path.substring(slash + 1));
    ApiRequest request = name.isEmpty() ? ApiRequest.get() : ApiRequest.get(name);
    for (String parameter : parameters(address)) {
      int equals = Math.max(parameter.indexOf('='), 0);
      request.query(
          decoded(parameter.substring(0, equals)), decoded(parameter.substring(equals + 1)));
    }
    return connection(folder).maxResponseBytes(maxBytes).build().send(request).body();
  }

  private static List<String> parameters(URI address) {
    String query = address.getRawQuery();
    List<String> all = new ArrayList<>();
    for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
      if (parameter.indexOf('=') > 0) {
        all.add(parameter);
      }
    }
    return all;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private Optional<ChannelException> findFailure(ApiResponse response) {
    noteUsage(response);
    return GraphFailure.find(response, app.clock().instant());
  }

  private void noteUsage(ApiResponse response) {
    GraphUsage.find(response, app.clock().instant())
        .ifPresent(
            usage ->
                vitals.set(
                    new Vitals(app.credentialEnds(), usage.percentLeft(), usage.regainedAt())));
  }
}
