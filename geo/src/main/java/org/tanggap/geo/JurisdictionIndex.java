package org.tanggap.geo;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.jurisdiction.Jurisdictions;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.jurisdiction.Routing.Remark;
import org.tanggap.jurisdiction.Routing.Suspicion;

/**
 * Answers where a place belongs, from one set of boundaries. Immutable and thread-safe.
 *
 * <p>The rules, the same for any order of the file:
 *
 * <ul>
 *   <li>Areas are closed and edges are straight in longitude and latitude; the answer is that of
 *       exact arithmetic on the coordinates of the file.
 *   <li>A place on a shared border, or where areas overlap, belongs to the area with the lowest
 *       code; the answer remarks on it and names the others as runners-up.
 *   <li>A place in a gap between two areas belongs to the nearer one, within {@link
 *       RoutingSettings#gapToleranceMetres()}; the answer remarks on it.
 *   <li>A point with an accuracy is a normal spread around it; if less than {@link
 *       RoutingSettings#certainty()} of what lies within the boundaries lies in one area, the
 *       answer is ambiguous. A point whose middle is outside is outside.
 *   <li>A place box is routed to the smallest area that holds all areas it reaches.
 * </ul>
 */
public final class JurisdictionIndex implements Jurisdictions {

  private final String version;
  private final List<Jurisdiction> chains;
  private final CellIndex cells;
  private final BorderIndex borders;
  private final RoutingSettings settings;

  JurisdictionIndex(Boundaries boundaries, RoutingSettings settings) {
    this.version = boundaries.version();
    this.chains = boundaries.jurisdictions();
    this.cells = CellIndex.build(boundaries.outlines());
    this.borders = new BorderIndex(cells);
    this.settings = settings;
  }

  /**
   * The boundary set that answers.
   *
   * @return the version of the boundaries
   */
  public String version() {
    return version;
  }

  /**
   * The areas of an exact place.
   *
   * @param place the place
   * @return the chain of the owner, or nothing if no area holds the place
   */
  public Optional<Jurisdiction> find(Position place) {
    int set = cells.locate(place.longitude(), place.latitude());
    return set < 0 ? Optional.empty() : Optional.of(chains.get(cells.owner(set)));
  }

  @Override
  public Routing route(LocationEvidence evidence) {
    if (evidence instanceof LocationEvidence.Point point) {
      Double stated = point.accuracyMetres();
      return routePoint(
          point.position(), stated == null ? settings.assumedAccuracyMetres() : stated);
    } else if (evidence instanceof LocationEvidence.Box box) {
      return routeBox(box);
    } else if (evidence instanceof LocationEvidence.Described) {
      return new Routing.NeedsLocation(Routing.Missing.ONLY_WORDS);
    } else if (evidence instanceof LocationEvidence.Unusable) {
      return new Routing.NeedsLocation(Routing.Missing.UNUSABLE_COORDINATES);
    }
    return new Routing.NeedsLocation(Routing.Missing.NO_PLACE);
  }

  private Routing routePoint(Position place, double accuracyMetres) {
    double lon = place.longitude();
    double lat = place.latitude();
    int set = cells.locate(lon, lat);
    if (set < 0) {
      return routeNowhere(place);
    }
    int owner = cells.owner(set);
    double metres = borders.distance(owner, lon, lat);
    Shares shares = new Shares(chains);
    if (Spread.reaches(accuracyMetres, metres)) {
      Spread.around(place, accuracyMetres, (x, y) -> shares.add(cells, x, y));
      if (shares.best() < settings.certainty()) {
        return new Routing.Ambiguous(shares.candidates(), version);
      }
      owner = shares.likeliest(owner);
      metres = borders.distance(owner, lon, lat);
    } else {
      shares.addMembers(cells, set);
    }
    return new Routing.Routed(
        chains.get(owner), metres, version, shares.without(owner), remarks(set, metres));
  }

  private Set<Remark> remarks(int set, double metres) {
    Set<Remark> remarks = EnumSet.noneOf(Remark.class);
    if (metres == 0) {
      remarks.add(Remark.ON_BORDER);
    } else if (cells.memberCount(set) > 1) {
      remarks.add(Remark.IN_OVERLAP);
    }
    return remarks;
  }

  private Routing routeNowhere(Position place) {
    double lon = place.longitude();
    double lat = place.latitude();
    int nearest = borders.nearest(lon, lat);
    if (nearest < 0) {
      return new Routing.Outside(null, Double.NaN, null, version);
    }
    double metres = borders.distance(nearest, lon, lat);
    if (isInGap(place, nearest, metres)) {
      return new Routing.Routed(
          chains.get(nearest), metres, version, List.of(), Set.of(Remark.IN_GAP));
    }
    return new Routing.Outside(chains.get(nearest), metres, suspicion(lon, lat), version);
  }

  /** Between two areas, both within the tolerance: away from one is towards the other. */
  private boolean isInGap(Position place, int nearest, double metres) {
    if (metres > settings.gapToleranceMetres()) {
      return false;
    }
    int[] around = new int[Math.min(chains.size(), 64)];
    int count =
        borders.within(place.longitude(), place.latitude(), settings.gapToleranceMetres(), around);
    Gradient away = Gradient.of(borders, nearest, place);
    for (int i = 0; i < Math.min(count, around.length); i++) {
      if (around[i] != nearest && away.dot(Gradient.of(borders, around[i], place)) < 0) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Suspicion suspicion(double lon, double lat) {
    if (cells.locate(lon, -lat) >= 0) {
      return Suspicion.LOST_MINUS_SIGN;
    }
    return cells.locate(lat, lon) >= 0 ? Suspicion.SWAPPED : null;
  }

  private Routing routeBox(LocationEvidence.Box box) {
    Position middle =
        Position.of(
            (box.southWest().latitude() + box.northEast().latitude()) / 2,
            (box.southWest().longitude() + box.northEast().longitude()) / 2);
    double east = box.northEast().longitude() - middle.longitude();
    double north = box.northEast().latitude() - middle.latitude();
    return routeCircle(
        middle,
        Math.hypot(
            east * Metric.perDegreeOfLongitude(middle.latitude()),
            north * Metric.perDegreeOfLatitude(middle.latitude())));
  }

  /** Every area that reaches into the circle must be within the answer. */
  private Routing routeCircle(Position middle, double radius) {
    double lon = middle.longitude();
    double lat = middle.latitude();
    Shares reached = new Shares(chains);
    int set = cells.locate(lon, lat);
    if (set >= 0) {
      reached.addMembers(cells, set);
    }
    int[] around = new int[chains.size()];
    int count = borders.within(lon, lat, radius, around);
    for (int i = 0; i < count; i++) {
      reached.addArea(around[i]);
    }
    return reached
        .shared()
        .<Routing>map(
            common -> new Routing.Routed(common, Double.NaN, version, List.of(), Set.of()))
        .orElseGet(
            () ->
                reached.isEmpty()
                    ? routeNowhere(middle)
                    : new Routing.Ambiguous(reached.candidatesOfLargestLevel(), version));
  }
}
