package org.tanggap.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the value of a {@code geometry} member. The coordinates may stand before the type, so they
 * are read for what their nesting shows and held against the type afterwards.
 */
final class GeoJsonGeometry {

  private static final int POLYGON_DEPTH = 3;
  private static final int MULTI_POLYGON_DEPTH = 4;
  private static final double[] EMPTY = {};

  private final JsonParser parser;
  private final Tally tally;
  private final NoticeLog notices;
  private double[] buffer = new double[1024];

  GeoJsonGeometry(JsonParser parser, Tally tally, NoticeLog notices) {
    this.parser = parser;
    this.tally = tally;
    this.notices = notices;
  }

  /** What a geometry turned out to be: polygons, or the kind of defect that rules it out. */
  record Shape(List<List<double[]>> polygons, BoundaryNotice.@Nullable Kind defect) {
    static Shape bad(BoundaryNotice.Kind defect) {
      return new Shape(List.of(), defect);
    }
  }

  /** Reads the geometry object at whose start the parser stands. */
  Shape read(long feature, CrsCheck crs) {
    String type = null;
    Coordinates coordinates = null;
    List<Shape> members = null;
    boolean twice = false;
    String name;
    while ((name = parser.nextName()) != null) {
      JsonToken value = parser.nextToken();
      switch (name) {
        case "type" -> {
          twice |= type != null;
          type = value == JsonToken.VALUE_STRING ? parser.getString() : "";
          parser.skipChildren();
        }
        case "coordinates" -> {
          twice |= coordinates != null;
          coordinates = coordinates(value);
        }
        case "geometries" -> {
          twice |= members != null;
          members = members(value, feature, crs);
        }
        case "crs" -> crs.read(parser);
        case "bbox" -> parser.skipChildren();
        default -> {
          notices.add(BoundaryNotice.Kind.UNKNOWN_MEMBER, feature);
          parser.skipChildren();
        }
      }
    }
    if (twice) {
      return Shape.bad(BoundaryNotice.Kind.DUPLICATE_MEMBER);
    }
    return shape(type, coordinates, members, feature);
  }

  private Shape shape(
      @Nullable String type,
      @Nullable Coordinates coordinates,
      @Nullable List<Shape> members,
      long feature) {
    return switch (type == null ? "" : type) {
      case "Polygon" -> areal(coordinates, POLYGON_DEPTH);
      case "MultiPolygon" -> areal(coordinates, MULTI_POLYGON_DEPTH);
      case "GeometryCollection" ->
          members == null
              ? Shape.bad(BoundaryNotice.Kind.GEOMETRY_MALFORMED)
              : joined(members, feature);
      case "Point", "MultiPoint", "LineString", "MultiLineString" ->
          Shape.bad(BoundaryNotice.Kind.GEOMETRY_NOT_AREAL);
      default -> Shape.bad(BoundaryNotice.Kind.GEOMETRY_MALFORMED);
    };
  }

  private static Shape areal(@Nullable Coordinates coordinates, int depth) {
    if (coordinates == null) {
      return Shape.bad(BoundaryNotice.Kind.GEOMETRY_MALFORMED);
    }
    if (coordinates.malformed) {
      return Shape.bad(BoundaryNotice.Kind.COORDINATES_MALFORMED);
    }
    if (coordinates.depth == 0) {
      return Shape.bad(BoundaryNotice.Kind.GEOMETRY_MISSING);
    }
    return coordinates.depth == depth
        ? new Shape(coordinates.polygons, null)
        : Shape.bad(BoundaryNotice.Kind.COORDINATES_MALFORMED);
  }

  /** The polygons of a collection; a member that is damaged rules out the whole. */
  private Shape joined(List<Shape> members, long feature) {
    List<List<double[]>> polygons = new ArrayList<>();
    boolean others = false;
    for (Shape member : members) {
      if (member.defect() == BoundaryNotice.Kind.GEOMETRY_NOT_AREAL) {
        others = true;
      } else if (member.defect() != null) {
        return member;
      }
      polygons.addAll(member.polygons());
    }
    if (polygons.isEmpty()) {
      return Shape.bad(
          others ? BoundaryNotice.Kind.GEOMETRY_NOT_AREAL : BoundaryNotice.Kind.GEOMETRY_MISSING);
    }
    if (others) {
      notices.add(BoundaryNotice.Kind.GEOMETRY_NOT_AREAL, feature);
    }
    return new Shape(polygons, null);
  }

  private List<Shape> members(JsonToken value, long feature, CrsCheck crs) {
    List<Shape> members = new ArrayList<>();
    if (value != JsonToken.START_ARRAY) {
      parser.skipChildren();
      members.add(Shape.bad(BoundaryNotice.Kind.GEOMETRY_MALFORMED));
      return members;
    }
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      tally.ring();
      if (token == JsonToken.START_OBJECT) {
        members.add(read(feature, crs));
      } else {
        parser.skipChildren();
        members.add(Shape.bad(BoundaryNotice.Kind.GEOMETRY_MALFORMED));
      }
    }
    return members;
  }

  /** Coordinates whose depth is not known before the first number is met. */
  private static final class Coordinates {
    private final List<List<double[]>> polygons = new ArrayList<>();
    private List<double[]> rings = new ArrayList<>();
    private final List<Integer> endsBeforeDepth = new ArrayList<>();
    private int depth;
    private boolean malformed;
  }

  private Coordinates coordinates(JsonToken first) {
    Coordinates read = new Coordinates();
    if (first != JsonToken.START_ARRAY) {
      parser.skipChildren();
      read.malformed = true;
      return read;
    }
    int open = 1;
    int numbers = 0;
    int vertices = 0;
    while (open > 0) {
      JsonToken token = parser.nextToken();
      switch (token) {
        case START_ARRAY -> {
          open++;
          read.malformed |= read.depth != 0 && open > read.depth;
          numbers = 0;
        }
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
          depthIs(read, open);
          numbers++;
          if (numbers <= 2 && !read.malformed && open >= POLYGON_DEPTH) {
            number(vertices, numbers);
          }
        }
        case END_ARRAY -> {
          if (open == read.depth) {
            read.malformed |= numbers < 2;
            vertices++;
          } else {
            end(read, open, vertices);
            vertices = open == read.depth - 1 ? 0 : vertices;
          }
          numbers = 0;
          open--;
        }
        default -> {
          parser.skipChildren();
          read.malformed = true;
        }
      }
      if (read.malformed) {
        vertices = 0;
      }
    }
    return read;
  }

  private void depthIs(Coordinates read, int open) {
    if (read.depth == 0) {
      read.depth = open;
      read.endsBeforeDepth.forEach(end -> end(read, end, 0));
      read.endsBeforeDepth.clear();
    }
    read.malformed |= open != read.depth;
  }

  private void number(int vertices, int numbers) {
    double value = parser.getDoubleValue();
    int at = 2 * vertices + numbers - 1;
    if (at >= buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    buffer[at] = value;
    if (numbers == 2) {
      tally.vertex(vertices + 1);
    }
  }

  /** Ends the array at a depth: a ring, or the rings of a polygon. */
  private void end(Coordinates read, int open, int vertices) {
    if (read.depth == 0) {
      tally.ring();
      read.endsBeforeDepth.add(open);
    } else if (open == read.depth - 1) {
      tally.ring();
      read.rings.add(vertices == 0 ? EMPTY : Arrays.copyOf(buffer, 2 * vertices));
    } else if (open == read.depth - 2) {
      tally.ring();
      read.polygons.add(read.rings);
      read.rings = new ArrayList<>();
    }
  }
}
