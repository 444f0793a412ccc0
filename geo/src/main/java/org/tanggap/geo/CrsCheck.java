package org.tanggap.geo;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Refuses the {@code crs} member of old GeoJSON unless it says WGS 84. */
final class CrsCheck {

  private final String file;

  CrsCheck(String file) {
    this.file = file;
  }

  /** Reads the value of a {@code crs} member, at which the parser stands. */
  void read(JsonParser parser) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    String named = null;
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      int depth = 1;
      while (depth > 0) {
        JsonToken token = parser.nextToken();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token == JsonToken.VALUE_STRING && "name".equals(parser.currentName())) {
          named = parser.getString();
        }
      }
    } else {
      parser.skipChildren();
    }
    if (named == null || !isWgs84(named)) {
      throw refusal(named);
    }
  }

  private static boolean isWgs84(String name) {
    String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return plain.endsWith("CRS84")
        || plain.endsWith("EPSG4326")
        || plain.equals("WGS84")
        || plain.matches("URNOGCDEFCRSEPSG[0-9]{0,8}4326");
  }

  private BoundaryFileException refusal(@Nullable String named) {
    return new BoundaryFileException(
        BoundaryFileException.Kind.FOREIGN_CRS,
        file,
        "its coordinate system is "
            + (named == null ? "stated in an unknown way" : BoundaryFileException.quoted(named))
            + ", not WGS 84. Convert it: ogr2ogr -t_srs EPSG:4326 -lco RFC7946=YES new.geojson"
            + " old.geojson");
  }
}
