package org.tanggap.geo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jurisdiction;

/** Finds areas that lie elsewhere than in the area above that their chain names. */
final class ParentComparison {

  /** An area with less of it in its parent contradicts it. */
  static final double LEAST_SHARE = 0.5;

  private final SoundShapes children;
  private final SoundShapes parents;
  private final List<Jurisdiction> chains;
  private final Map<String, Integer> parentByCode = new HashMap<>();
  private final @Nullable AreaLevel parentLevel;

  ParentComparison(Boundaries boundaries, SoundShapes children, Boundaries parentLayer) {
    this.children = children;
    this.chains = boundaries.jurisdictions();
    this.parents = SoundShapes.of(parentLayer, new Findings(0));
    for (int parent = 0; parent < parents.size(); parent++) {
      parentByCode.put(parents.code(parent), parent);
    }
    this.parentLevel =
        parentLayer.jurisdictions().stream()
            .map(chain -> chain.smallest().level())
            .findFirst()
            .orElse(null);
  }

  void run(Findings findings) {
    TreeSet<String> missing = new TreeSet<>();
    for (int child = 0; child < children.size(); child++) {
      Optional<Area> named = named(chains.get(child));
      if (named.isPresent()) {
        Integer parent = parentByCode.get(named.get().code());
        if (parent == null) {
          missing.add(named.get().code());
        } else {
          compare(child, parent, findings);
        }
      }
    }
    missing.forEach(code -> findings.add(BoundaryNotice.Kind.PARENT_MISSING, code, null));
  }

  /** The area above that the layer of parents should have. */
  private Optional<Area> named(Jurisdiction chain) {
    List<Area> above = chain.areas().subList(1, chain.areas().size());
    return above.stream()
        .filter(area -> parentByCode.containsKey(area.code()))
        .findFirst()
        .or(() -> above.stream().filter(area -> area.level() == parentLevel).findFirst());
  }

  private void compare(int child, int parent, Findings findings) {
    Geometry shape = children.shape(child);
    try {
      double whole = Ground.area(shape);
      double within = shared(shape, parent);
      if (within < LEAST_SHARE * whole) {
        findings.add(
            BoundaryNotice.Kind.PARENT_ELSEWHERE,
            children.code(child),
            holder(shape, parent, within),
            Ground.place(shape),
            whole - within);
      }
    } catch (RuntimeException e) { // JTS states no closed set of what it throws
      findings.add(
          BoundaryNotice.Kind.UNCHECKED,
          children.code(child),
          parents.code(parent),
          shape.getCoordinate(),
          Double.NaN);
    }
  }

  private double shared(Geometry shape, int parent) {
    return Ground.area(
        OverlayNGRobust.overlay(shape, parents.shape(parent), OverlayNG.INTERSECTION));
  }

  /** The parent with most of the shape, or null if none has any. */
  private @Nullable String holder(Geometry shape, int named, double withinNamed) {
    String holder = withinNamed > 0 ? parents.code(named) : null;
    double most = withinNamed;
    for (int parent : parents.tree().near(shape.getEnvelopeInternal())) {
      double within = shared(shape, parent);
      if (within > most) {
        most = within;
        holder = parents.code(parent);
      }
    }
    return holder;
  }
}
