package org.tanggap.geo;

import com.google.common.geometry.S2ContainsPointQuery;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2LaxPolygonShape;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Shape;
import com.google.common.geometry.S2ShapeIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.geo.Component2D;
import org.apache.lucene.geo.LatLonGeometry;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The check of all contenders, and the peers. Each peer has a query loop of its own, so that none
 * pays for an abstraction over the others.
 */
final class Contenders {

  /** Those that answer as exact arithmetic does, on the border too, where polygons are valid. */
  private static final Set<String> EXACT = Set.of("cells", "jtsPrepared", "jtsIndexed");

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Contenders() {}

  /**
   * Counts the points that the contender answers otherwise than exact JTS.
   *
   * @param points longitude and latitude by turns
   * @throws IllegalStateException if there is one, and the contender counts as exact. A peer may
   *     differ on an invalid polygon: JTS looks for no part of a hole outside the shell's box.
   */
  static int differences(
      String name, Contender contender, List<Outline> outlines, double[] points) {
    JtsScan scan = new JtsScan(outlines);
    int differences = 0;
    for (int i = 0; i < points.length; i += 2) {
      int expected = scan.owner(points[i], points[i + 1]);
      int owner = contender.owner(points[i], points[i + 1]);
      if (owner != expected) {
        differences++;
        if (EXACT.contains(name)
            && (name.equals("cells")
                || (isValid(outlines, owner) && isValid(outlines, expected)))) {
          throw new IllegalStateException(
              name
                  + " says area "
                  + owner
                  + " and not "
                  + expected
                  + " at longitude "
                  + points[i]
                  + ", latitude "
                  + points[i + 1]);
        }
      }
    }
    return differences;
  }

  private static boolean isValid(List<Outline> outlines, int area) {
    return area < 0 || geometry(outlines.get(area), Contenders::objects).isValid();
  }

  /** The common way to hold the corners of a JTS geometry. */
  static CoordinateSequence objects(double[] ring) {
    Coordinate[] coordinates = new Coordinate[ring.length / 2];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = new Coordinate(ring[2 * i], ring[2 * i + 1]);
    }
    return new CoordinateArraySequence(coordinates);
  }

  /** The lean way. */
  static CoordinateSequence packed(double[] ring) {
    return new PackedCoordinateSequence.Double(ring.clone(), 2, 0);
  }

  private static Geometry geometry(
      Outline outline, Function<double[], CoordinateSequence> storage) {
    Polygon[] polygons = new Polygon[outline.polygons().length];
    for (int p = 0; p < polygons.length; p++) {
      double[][] rings = outline.polygons()[p];
      LinearRing[] holes = new LinearRing[rings.length - 1];
      for (int h = 0; h < holes.length; h++) {
        holes[h] = FACTORY.createLinearRing(storage.apply(rings[h + 1]));
      }
      polygons[p] = FACTORY.createPolygon(FACTORY.createLinearRing(storage.apply(rings[0])), holes);
    }
    return polygons.length == 1 ? polygons[0] : FACTORY.createMultiPolygon(polygons);
  }

  /** An R-tree over the boxes, and in it prepared geometries. */
  static final class JtsPrepared implements Contender {

    private record PreparedArea(int ordinal, PreparedGeometry geometry) {}

    private final STRtree tree = new STRtree();

    JtsPrepared(List<Outline> outlines, Function<double[], CoordinateSequence> storage) {
      for (int i = 0; i < outlines.size(); i++) {
        Geometry geometry = geometry(outlines.get(i), storage);
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(geometry);
        prepared.covers(geometry.getInteriorPoint());
        tree.insert(geometry.getEnvelopeInternal(), new PreparedArea(i, prepared));
      }
      tree.build();
    }

    @Override
    public int owner(double lon, double lat) {
      Point point = FACTORY.createPoint(new Coordinate(lon, lat));
      int[] owner = {Integer.MAX_VALUE};
      tree.query(
          new Envelope(lon, lon, lat, lat),
          found -> {
            PreparedArea area = (PreparedArea) found;
            if (area.ordinal < owner[0] && area.geometry.covers(point)) {
              owner[0] = area.ordinal;
            }
          });
      return owner[0] == Integer.MAX_VALUE ? -1 : owner[0];
    }
  }

  /** An R-tree over the boxes, and in it indexes of each area's edges. */
  static final class JtsIndexed implements Contender {

    private record IndexedArea(int ordinal, IndexedPointInAreaLocator locator) {}

    private final STRtree tree = new STRtree();

    JtsIndexed(List<Outline> outlines, Function<double[], CoordinateSequence> storage) {
      for (int i = 0; i < outlines.size(); i++) {
        Geometry geometry = geometry(outlines.get(i), storage);
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(geometry);
        locator.locate(geometry.getCoordinate());
        tree.insert(geometry.getEnvelopeInternal(), new IndexedArea(i, locator));
      }
      tree.build();
    }

    @Override
    public int owner(double lon, double lat) {
      Coordinate point = new Coordinate(lon, lat);
      int[] owner = {Integer.MAX_VALUE};
      tree.query(
          new Envelope(point),
          found -> {
            IndexedArea area = (IndexedArea) found;
            if (area.ordinal < owner[0] && area.locator.locate(point) != Location.EXTERIOR) {
              owner[0] = area.ordinal;
            }
          });
      return owner[0] == Integer.MAX_VALUE ? -1 : owner[0];
    }
  }

  /** An R-tree over the boxes, and in it Lucene's trees of edges. */
  static final class Lucene implements Contender {

    private record EdgeTree(int ordinal, Component2D component) {}

    private final STRtree tree = new STRtree();

    Lucene(List<Outline> outlines) {
      for (int i = 0; i < outlines.size(); i++) {
        List<org.apache.lucene.geo.Polygon> polygons = new ArrayList<>();
        for (double[][] rings : outlines.get(i).polygons()) {
          org.apache.lucene.geo.Polygon[] holes =
              new org.apache.lucene.geo.Polygon[rings.length - 1];
          for (int h = 0; h < holes.length; h++) {
            holes[h] = polygon(rings[h + 1]);
          }
          polygons.add(polygon(rings[0], holes));
        }
        Component2D component =
            LatLonGeometry.create(polygons.toArray(org.apache.lucene.geo.Polygon[]::new));
        tree.insert(
            new Envelope(
                component.getMinX(), component.getMaxX(), component.getMinY(), component.getMaxY()),
            new EdgeTree(i, component));
      }
      tree.build();
    }

    private static org.apache.lucene.geo.Polygon polygon(
        double[] ring, org.apache.lucene.geo.Polygon... holes) {
      double[] lons = new double[ring.length / 2];
      double[] lats = new double[ring.length / 2];
      for (int i = 0; i < lons.length; i++) {
        lons[i] = ring[2 * i];
        lats[i] = ring[2 * i + 1];
      }
      return new org.apache.lucene.geo.Polygon(lats, lons, holes);
    }

    @Override
    public int owner(double lon, double lat) {
      int[] owner = {Integer.MAX_VALUE};
      tree.query(
          new Envelope(lon, lon, lat, lat),
          found -> {
            EdgeTree area = (EdgeTree) found;
            if (area.ordinal < owner[0] && area.component.contains(lon, lat)) {
              owner[0] = area.ordinal;
            }
          });
      return owner[0] == Integer.MAX_VALUE ? -1 : owner[0];
    }
  }

  /** One shape index over all areas. Its edges are great circles, its areas half-open. */
  static final class S2 implements Contender {

    private final S2ShapeIndex index;
    private final IdentityHashMap<S2Shape, Integer> ordinals;

    /** Not thread-safe. */
    private final S2ContainsPointQuery query;

    private S2(S2ShapeIndex index, IdentityHashMap<S2Shape, Integer> ordinals) {
      this.index = index;
      this.ordinals = ordinals;
      this.query = new S2ContainsPointQuery(index);
    }

    static S2 of(List<Outline> outlines) {
      S2ShapeIndex index = new S2ShapeIndex();
      IdentityHashMap<S2Shape, Integer> ordinals = new IdentityHashMap<>();
      for (int i = 0; i < outlines.size(); i++) {
        List<List<S2Point>> loops = new ArrayList<>();
        for (double[][] rings : outlines.get(i).polygons()) {
          for (int r = 0; r < rings.length; r++) {
            loops.add(loop(rings[r], r == 0));
          }
        }
        S2Shape shape = S2LaxPolygonShape.create(loops);
        ordinals.put(shape, i);
        index.add(shape);
      }
      S2 contender = new S2(index, ordinals);
      contender.owner(0, 0);
      return contender;
    }

    /** The interior is left of a loop: shells run counter-clockwise, holes clockwise. */
    private static List<S2Point> loop(double[] ring, boolean shell) {
      List<S2Point> points = new ArrayList<>();
      double area = 0;
      for (int i = 2; i < ring.length; i += 2) {
        area +=
            (ring[i - 2] - ring[0]) * (ring[i + 1] - ring[1])
                - (ring[i] - ring[0]) * (ring[i - 1] - ring[1]);
        S2Point point = S2LatLng.fromDegrees(ring[i + 1], ring[i]).toPoint();
        if (points.isEmpty() || !points.get(points.size() - 1).equalsPoint(point)) {
          points.add(point);
        }
      }
      if (area > 0 != shell) {
        Collections.reverse(points);
      }
      return points;
    }

    @Override
    public int owner(double lon, double lat) {
      int owner = Integer.MAX_VALUE;
      for (S2Shape shape : query.getContainingShapes(S2LatLng.fromDegrees(lat, lon).toPoint())) {
        owner = Math.min(owner, ordinals.getOrDefault(shape, Integer.MAX_VALUE));
      }
      return owner == Integer.MAX_VALUE ? -1 : owner;
    }

    @Override
    public Contender forThread() {
      return new S2(index, ordinals);
    }
  }
}
