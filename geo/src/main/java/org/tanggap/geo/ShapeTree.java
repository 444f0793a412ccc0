package org.tanggap.geo;

import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the geometries of a list whose boxes meet a box. Not thread-safe. */
final class ShapeTree {

  private final STRtree tree = new STRtree();

  ShapeTree(List<? extends Geometry> shapes) {
    for (int i = 0; i < shapes.size(); i++) {
      if (!shapes.get(i).isEmpty()) {
        tree.insert(shapes.get(i).getEnvelopeInternal(), i);
      }
    }
    tree.build();
  }

  /** Places in the list, ascending. */
  List<Integer> near(Envelope box) {
    TreeSet<Integer> found = new TreeSet<>();
    tree.query(box, item -> found.add((Integer) item));
    return List.copyOf(found);
  }
}
