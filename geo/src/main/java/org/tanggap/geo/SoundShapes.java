package org.tanggap.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * The shapes of areas as geometries in degrees that can be compared. Invalid ones are noticed and
 * mended, for the comparison only. Immutable.
 */
final class SoundShapes {

  static final GeometryFactory FACTORY = new GeometryFactory();

  private final Boundaries boundaries;
  private final List<Geometry> shapes;
  private final ShapeTree tree;

  private SoundShapes(Boundaries boundaries, List<Geometry> shapes) {
    this.boundaries = boundaries;
    this.shapes = List.copyOf(shapes);
    this.tree = new ShapeTree(shapes);
  }

  static SoundShapes of(Boundaries boundaries, Findings findings) {
    List<Geometry> shapes = new ArrayList<>();
    for (int area = 0; area < boundaries.outlines().size(); area++) {
      String code = boundaries.jurisdictions().get(area).smallest().code();
      shapes.add(sound(boundaries.outlines().get(area), code, findings));
    }
    return new SoundShapes(boundaries, shapes);
  }

  /** How many areas there are. */
  int size() {
    return shapes.size();
  }

  String code(int area) {
    return boundaries.jurisdictions().get(area).smallest().code();
  }

  /** A valid geometry, which may be empty. */
  Geometry shape(int area) {
    return shapes.get(area);
  }

  List<Geometry> shapes() {
    return shapes;
  }

  ShapeTree tree() {
    return tree;
  }

  private static Geometry sound(Outline outline, String code, Findings findings) {
    Geometry written = written(outline);
    try {
      List<TopologyValidationError> errors = errors(written);
      if (errors.isEmpty()) {
        return written;
      }
      Geometry mended = polygons(GeometryFixer.fix(written));
      double size = Ground.area(mended);
      errors.forEach(error -> findings.add(kind(error), code, null, error.getCoordinate(), size));
      return mended;
    } catch (RuntimeException e) { // JTS states no closed set of what it throws
      findings.add(BoundaryNotice.Kind.UNCHECKED, code, written.getCoordinate());
      return FACTORY.createPolygon();
    }
  }

  /** The polygons of a geometry, without the lines that mending may leave beside them. */
  static Geometry polygons(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(polygon);
      }
    }
    return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static Geometry written(Outline outline) {
    Polygon[] polygons = new Polygon[outline.polygons().length];
    for (int i = 0; i < polygons.length; i++) {
      double[][] rings = outline.polygons()[i];
      LinearRing[] holes = new LinearRing[rings.length - 1];
      for (int j = 0; j < holes.length; j++) {
        holes[j] = ring(rings[j + 1]);
      }
      polygons[i] = FACTORY.createPolygon(ring(rings[0]), holes);
    }
    return polygons.length == 1 ? polygons[0] : FACTORY.createMultiPolygon(polygons);
  }

  private static LinearRing ring(double[] numbers) {
    Coordinate[] vertices = new Coordinate[numbers.length / 2];
    for (int i = 0; i < vertices.length; i++) {
      vertices[i] = new Coordinate(numbers[2 * i], numbers[2 * i + 1]);
    }
    return FACTORY.createLinearRing(vertices);
  }

  /** The first error of each part; if each is valid on its own, the first of all together. */
  private static List<TopologyValidationError> errors(Geometry written) {
    List<TopologyValidationError> errors = new ArrayList<>();
    for (int i = 0; i < written.getNumGeometries(); i++) {
      addError(written.getGeometryN(i), errors);
    }
    if (errors.isEmpty() && written.getNumGeometries() > 1) {
      addError(written, errors);
    }
    return errors;
  }

  private static void addError(Geometry geometry, List<TopologyValidationError> errors) {
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error != null) {
      errors.add(error);
    }
  }

  private static BoundaryNotice.Kind kind(TopologyValidationError error) {
    return switch (error.getErrorType()) {
      case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.DUPLICATE_RINGS ->
          BoundaryNotice.Kind.RINGS_CROSS;
      case TopologyValidationError.RING_SELF_INTERSECTION ->
          BoundaryNotice.Kind.RING_TOUCHES_ITSELF;
      case TopologyValidationError.HOLE_OUTSIDE_SHELL -> BoundaryNotice.Kind.HOLE_OUTSIDE_SHELL;
      case TopologyValidationError.NESTED_HOLES -> BoundaryNotice.Kind.HOLES_NESTED;
      case TopologyValidationError.NESTED_SHELLS -> BoundaryNotice.Kind.PARTS_NESTED;
      case TopologyValidationError.DISCONNECTED_INTERIOR ->
          BoundaryNotice.Kind.INTERIOR_DISCONNECTED;
      default -> BoundaryNotice.Kind.SHAPE_DEGENERATE;
    };
  }
}
