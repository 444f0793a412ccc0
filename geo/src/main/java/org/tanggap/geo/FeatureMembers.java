package org.tanggap.geo;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the members of a GeoJSON feature, in whatever order they come. Not thread-safe. */
final class FeatureMembers {

  private final JsonParser parser;
  private final BoundaryOptions options;
  private final Tally tally;
  private final NoticeLog notices;
  private final RingChecks rings;
  private final FeatureSink sink;
  private final CrsCheck crs;
  private final GeoJsonGeometry geometry;

  FeatureMembers(
      JsonParser parser,
      String file,
      BoundaryOptions options,
      Tally tally,
      NoticeLog notices,
      RingChecks rings,
      FeatureSink sink) {
    this.parser = parser;
    this.options = options;
    this.tally = tally;
    this.notices = notices;
    this.rings = rings;
    this.sink = sink;
    this.crs = new CrsCheck(file);
    this.geometry = new GeoJsonGeometry(parser, tally, notices);
  }

  /** A feature without members as yet; number 0 for the top level. */
  Draft start(long number) {
    return new Draft(number);
  }

  /** A feature whose members come in any order. */
  final class Draft {
    private final long number;
    private @Nullable String type;
    private @Nullable String id;
    private @Nullable Map<String, String> attributes;
    private GeoJsonGeometry.@Nullable Shape shape;
    private boolean twice;

    Draft(long number) {
      this.number = number;
    }

    /** Reads a member at whose value the parser stands. */
    void member(String name, JsonToken value) {
      switch (name) {
        case "type" -> {
          String read = value == JsonToken.VALUE_STRING ? parser.getString() : "";
          parser.skipChildren();
          twice |= type != null;
          type = type == null ? read : type;
        }
        case "id" -> {
          id = value.isScalarValue() ? scalar(value) : null;
          parser.skipChildren();
        }
        case "properties" -> {
          Map<String, String> read = attributes(value);
          twice |= attributes != null;
          attributes = attributes == null ? read : attributes;
        }
        case "geometry" -> {
          boolean again = shape != null;
          shape = geometry(value);
          if (again) {
            shape = GeoJsonGeometry.Shape.bad(BoundaryNotice.Kind.DUPLICATE_MEMBER);
          }
        }
        case "crs" -> crs.read(parser);
        case "bbox" -> parser.skipChildren();
        default -> {
          notices.add(BoundaryNotice.Kind.UNKNOWN_MEMBER, number);
          parser.skipChildren();
        }
      }
    }

    private GeoJsonGeometry.Shape geometry(JsonToken value) {
      if (value == JsonToken.START_OBJECT) {
        return geometry.read(number, crs);
      }
      parser.skipChildren();
      return GeoJsonGeometry.Shape.bad(
          value == JsonToken.VALUE_NULL
              ? BoundaryNotice.Kind.GEOMETRY_MISSING
              : BoundaryNotice.Kind.GEOMETRY_MALFORMED);
    }

    private Map<String, String> attributes(JsonToken value) {
      if (value != JsonToken.START_OBJECT) {
        parser.skipChildren();
        if (value != JsonToken.VALUE_NULL) {
          notices.add(BoundaryNotice.Kind.ATTRIBUTES_MALFORMED, number);
        }
        return Map.of();
      }
      Map<String, String> found = new HashMap<>();
      String name;
      while ((name = parser.nextName()) != null) {
        JsonToken token = parser.nextToken();
        String key = name.toLowerCase(Locale.ROOT);
        String text = sink.wants(key) && token.isScalarValue() ? scalar(token) : null;
        parser.skipChildren();
        if (text != null && found.putIfAbsent(tally.text(key), text) != null) {
          notices.add(BoundaryNotice.Kind.DUPLICATE_MEMBER, number);
        }
      }
      return found;
    }

    private @Nullable String scalar(JsonToken token) {
      if (token == JsonToken.VALUE_NULL) {
        return null;
      }
      String text = parser.getString().strip();
      if (text.length() > options.maxAttributeLength()) {
        notices.add(
            BoundaryNotice.Kind.ATTRIBUTE_TOO_LONG, number, Double.NaN, Double.NaN, text.length());
        return null;
      }
      if (token == JsonToken.VALUE_NUMBER_FLOAT) {
        text = wholeNumber(text);
      }
      return text.isEmpty() ? null : tally.text(text);
    }

    /** The type, or an empty text if it is missing or no text. */
    String type() {
      return type == null ? "" : type;
    }

    /** Whether a member stands twice that should not. */
    boolean twice() {
      return twice;
    }

    /** Hands the feature on if its shape can be used; the notices say if not. */
    void handOn(long feature) {
      if (twice) {
        notices.add(BoundaryNotice.Kind.DUPLICATE_MEMBER, feature);
      }
      if (shape == null) {
        notices.add(BoundaryNotice.Kind.GEOMETRY_MISSING, feature);
      } else if (shape.defect() != null) {
        notices.add(shape.defect(), feature);
      } else {
        Outline outline = rings.check(shape.polygons(), feature, false);
        if (outline != null) {
          sink.take(
              new SourceFeature(
                  feature, id, attributes == null ? Map.of() : Map.copyOf(attributes), outline));
        }
      }
    }
  }

  /** A code that some tool wrote as 3171011001.0 or 3.171011001E9, as digits. */
  static String wholeNumber(String number) {
    if (number.chars().allMatch(Character::isDigit)) {
      return number;
    }
    BigDecimal value;
    try {
      value = new BigDecimal(number);
    } catch (NumberFormatException e) {
      return number;
    }
    boolean few = Math.abs((long) value.precision() - value.scale()) < 30;
    return few && value.signum() >= 0 && value.stripTrailingZeros().scale() <= 0
        ? value.toBigInteger().toString()
        : number;
  }
}
