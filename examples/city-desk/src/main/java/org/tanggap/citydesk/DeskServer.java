package org.tanggap.citydesk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.desk.Change;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.geo.Boundaries;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page and its data on this machine only, by the JDK's own HTTP server. */
final class DeskServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeskServer.class);

  /** What the page can ask for. */
  static final Set<String> MOVES = Set.of("StartWork", "Answer", "Resolve");

  private static final int MAX_BODY = 2 << 20;
  private static final String JSON = "application/json; charset=utf-8";
  private static final Map<String, String> LEAFLET =
      Map.of(
          "leaflet.js", "text/javascript; charset=utf-8", "leaflet.css", "text/css; charset=utf-8");

  private final HttpServer server;
  private final ExecutorService workers;
  private final FeedbackDesk desk;
  private final DeskJson json;

  private DeskServer(HttpServer server, FeedbackDesk desk, DeskView view, byte[] areas) {
    this.server = server;
    this.desk = desk;
    this.json = new DeskJson(desk, view);
    this.workers = Executors.newFixedThreadPool(4);
    server.setExecutor(workers);
    handle("/", page("index.html", "text/html; charset=utf-8"));
    handle("/desk.css", page("desk.css", "text/css; charset=utf-8"));
    handle("/desk.js", page("desk.js", "text/javascript; charset=utf-8"));
    handle("/leaflet/", this::leaflet);
    handle("/api/desk", exchange -> send(exchange, 200, JSON, json.overview()));
    handle("/api/areas", exchange -> send(exchange, 200, "application/geo+json", areas));
    handle("/api/complaints", exchange -> send(exchange, 200, JSON, json.complaints()));
    handle("/api/complaints/", this::complaint);
    handle("/channels/app", this::citizenApp);
  }

  /** Takes the port, so that a port in use shows before anything else happens. */
  static DeskServer bind(int port, FeedbackDesk desk, DeskView view, Boundaries boundaries) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      HttpServer server = HttpServer.create(address, 0);
      ByteArrayOutputStream areas = new ByteArrayOutputStream();
      boundaries.writeGeoJson(areas);
      return new DeskServer(server, desk, view, areas.toByteArray());
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

  private void handle(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            if (!isOurs(exchange)) {
              send(exchange, 403, JSON, json.error("Ask for this page under its own address."));
            } else if (path.endsWith("/") || exchange.getRequestURI().getPath().equals(path)) {
              handler.handle(exchange);
            } else {
              send(exchange, 404, JSON, json.error("There is no such page."));
            }
          } catch (RuntimeException e) {
            LOG.warn("a request failed", e);
            send(exchange, 500, JSON, json.error("The desk failed; its log says why."));
          }
        });
  }

  /** A page of elsewhere must not reach the desk by a name of its own for this machine. */
  private static boolean isOurs(HttpExchange exchange) {
    String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
    String name = host.replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
  }

  private HttpHandler page(String name, String type) {
    byte[] content = read(DeskServer.class.getResourceAsStream("page/" + name), name);
    return exchange -> {
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/") || path.equals("/" + name)) {
        send(exchange, 200, type, content);
      } else {
        send(exchange, 404, JSON, json.error("There is no such page."));
      }
    };
  }

  private void leaflet(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().substring("/leaflet/".length());
    String type = LEAFLET.get(name);
    if (type == null) {
      send(exchange, 404, JSON, json.error("There is no such file."));
      return;
    }
    String resource = "/META-INF/resources/webjars/leaflet/1.9.4/dist/" + name;
    send(exchange, 200, type, read(DeskServer.class.getResourceAsStream(resource), name));
  }

  private static byte[] read(@Nullable InputStream in, String name) {
    try (in) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the jar's " + name + " cannot be read", e);
    }
  }

  private void complaint(HttpExchange exchange) throws IOException {
    String id = exchange.getRequestURI().getPath().substring("/api/complaints/".length());
    Optional<Complaint> complaint = ComplaintId.parse(id).flatMap(desk::find);
    if (complaint.isEmpty()) {
      send(exchange, 404, JSON, json.error("There is no such complaint."));
    } else if (exchange.getRequestMethod().equals("POST")) {
      change(exchange, complaint.get());
    } else {
      send(exchange, 200, JSON, json.complaint(complaint.get()));
    }
  }

  private void change(HttpExchange exchange, Complaint complaint) throws IOException {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type == null || !type.startsWith("application/json")) {
      send(exchange, 415, JSON, json.error("Send application/json."));
      return;
    }
    Command command;
    try {
      JsonNode body = JsonMapper.shared().readTree(body(exchange));
      command = commandOf(body);
      if (body.path("version").intValue() != complaint.version()) {
        send(exchange, 409, JSON, json.error("Somebody changed the complaint; look again."));
        return;
      }
    } catch (JacksonException | IllegalArgumentException e) {
      send(
          exchange,
          400,
          JSON,
          json.error("Give a move, the version that you saw, and a text for an answer."));
      return;
    }
    Change change = desk.change(complaint, command, Actor.officer("page"));
    if (change instanceof Change.Done done) {
      send(exchange, 200, JSON, json.complaint(done.complaint()));
    } else if (change instanceof Change.Refused refused) {
      send(exchange, 409, JSON, json.error(refused.refusal().explain()));
    } else {
      send(exchange, 409, JSON, json.error("Somebody changed the complaint; look again."));
    }
  }

  private static Command commandOf(JsonNode body) {
    String text = body.path("text").asString("");
    return switch (body.path("move").asString("")) {
      case "StartWork" -> new Command.StartWork();
      case "Answer" -> new Command.Answer(text);
      case "Resolve" -> new Command.Resolve(text, List.of());
      default -> throw new IllegalArgumentException("no such move");
    };
  }

  private void citizenApp(HttpExchange exchange) throws IOException {
    PushRequest request = PushRequest.of(body(exchange), exchange.getRequestHeaders());
    PushResponse response = desk.receive(DeskRun.APP, request);
    send(exchange, response.status(), response.contentType(), response.body());
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    return exchange.getRequestBody().readNBytes(MAX_BODY);
  }

  private static void send(HttpExchange exchange, int status, String type, String content)
      throws IOException {
    send(exchange, status, type, content.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] content)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange
        .getResponseHeaders()
        .set(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    if (exchange.getRequestMethod().equals("HEAD") || content.length == 0) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, content.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(content);
    }
  }
}
