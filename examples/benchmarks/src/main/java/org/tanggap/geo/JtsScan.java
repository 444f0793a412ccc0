package org.tanggap.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * What is right: area after area, JTS's robust ray crossing count over all rings together. No index
 * but the bounding box of an area.
 */
final class JtsScan {

  private record Area(Envelope box, List<CoordinateSequence> rings) {

    boolean holds(Coordinate point) {
      if (!box.contains(point)) {
        return false;
      }
      RayCrossingCounter counter = new RayCrossingCounter(point);
      Coordinate from = new Coordinate();
      Coordinate to = new Coordinate();
      for (CoordinateSequence ring : rings) {
        for (int i = 1; i < ring.size(); i++) {
          ring.getCoordinate(i - 1, from);
          ring.getCoordinate(i, to);
          counter.countSegment(from, to);
        }
      }
      return counter.getLocation() != Location.EXTERIOR;
    }
  }

  private final List<Area> areas = new ArrayList<>();

  JtsScan(List<Outline> outlines) {
    for (Outline outline : outlines) {
      Area area = new Area(new Envelope(), new ArrayList<>());
      for (double[][] polygon : outline.polygons()) {
        for (double[] ring : polygon) {
          CoordinateSequence sequence = new PackedCoordinateSequence.Double(ring, 2, 0);
          sequence.expandEnvelope(area.box);
          area.rings.add(sequence);
        }
      }
      areas.add(area);
    }
  }

  /** The lowest ordinal that holds the point, or -1. */
  int owner(double lon, double lat) {
    Coordinate point = new Coordinate(lon, lat);
    for (int i = 0; i < areas.size(); i++) {
      if (areas.get(i).holds(point)) {
        return i;
      }
    }
    return -1;
  }
}
