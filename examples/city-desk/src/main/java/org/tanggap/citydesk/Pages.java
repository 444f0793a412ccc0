package org.tanggap.citydesk;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of the two pages, out of the jar. */
final class Pages {

  private static final String HTML = "text/html; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String LEAFLET = "/META-INF/resources/webjars/leaflet/1.9.4/dist/";

  private Pages() {}

  static List<Route> routes() {
    return List.of(
        file("/", "page/index.html", HTML),
        file("/index.html", "page/index.html", HTML),
        file("/officer", "page/officer.html", HTML),
        file("/desk.css", "page/desk.css", CSS),
        file("/desk.js", "page/desk.js", SCRIPT),
        file("/map.js", "page/map.js", SCRIPT),
        file("/officer.js", "page/officer.js", SCRIPT),
        file("/commands.js", "page/commands.js", SCRIPT),
        file("/shared.js", "page/shared.js", SCRIPT),
        file("/words.js", "page/words.js", SCRIPT),
        file("/leaflet/leaflet.js", LEAFLET + "leaflet.js", SCRIPT),
        file("/leaflet/leaflet.css", LEAFLET + "leaflet.css", CSS));
  }

  private static Route file(String path, String resource, String type) {
    HttpAnswer content =
        new HttpAnswer(200, type, read(Pages.class.getResourceAsStream(resource), resource));
    return Route.of("GET", path, request -> content);
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
}
