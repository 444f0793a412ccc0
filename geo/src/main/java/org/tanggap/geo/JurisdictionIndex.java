package org.tanggap.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
 *   <li>A place box or a circle is routed to the smallest area that holds all areas it reaches.
 * </ul>
 */
public final class JurisdictionIndex implements Jurisdictions {

  private final String version;
  private final List<Jurisdiction> chains;
  private final CellIndex cells;
  private final BorderIndex borders;
  private final RoutingSettings settings;

  JurisdictionIndex(
      String version, List<Jurisdiction> chains, CellIndex cells, RoutingSettings settings) {
    this.version = version;
    this.chains = List.copyOf(chains);
    this.cells = cells;
    this.borders = new BorderIndex(cells);
    this.settings = settings;
  }

  /**
   * Reads an index that {@link #write} wrote; much faster than reading and indexing boundaries.
   *
   * @param in the bytes, read up to the end of the index and not closed
   * @param settings where routing draws its lines
   * @return the index
   * @throws DamagedIndexException if the bytes are no index of this version, or damaged
   * @throws IOException if the stream cannot be read
   */
  public static JurisdictionIndex read(InputStream in, RoutingSettings settings)
      throws IOException {
    return JurisdictionFile.read(in, settings);
  }

  /**
   * Writes the index in its binary form: versioned and with checksums. The settings are not part of
   * it.
   *
   * @param out where to write; flushed, but not closed
   * @throws IOException if it cannot be written
   */
  public void write(OutputStream out) throws IOException {
    JurisdictionFile.write(version, chains, cells, out);
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
   * The areas, each with those above it. The place of an area in the list is its rank.
   *
   * @return one chain an area, sorted by code
   */
  public List<Jurisdiction> jurisdictions() {
    return chains;
  }

  /**
   * The owner of an exact place, without allocating anything.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   * @return the rank of the owner in {@link #jurisdictions()}, or -1 if no area holds the place or
   *     it is no place on the earth
   */
  public int locate(double latitude, double longitude) {
    int set = cells.locate(longitude, latitude);
    return set < 0 ? -1 : cells.owner(set);
  }

  /**
   * The owners of many exact places; faster a place than one by one where the index is large.
   *
   * @param latitudes degrees north
   * @param longitudes degrees east, as many
   * @param owners where the ranks go, as {@link #locate(double, double)} gives them
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public void locate(double[] latitudes, double[] longitudes, int[] owners) {
    if (latitudes.length != longitudes.length || latitudes.length != owners.length) {
      throw new IllegalArgumentException("the arrays differ in length");
    }
    cells.locate(longitudes, latitudes, owners, 0, owners.length);
    for (int i = 0; i < owners.length; i++) {
      owners[i] = owners[i] < 0 ? -1 : cells.owner(owners[i]);
    }
  }

  /**
   * How far it is to the nearest border of any area.
   *
   * @param place the place, inside or outside
   * @return metres; infinite if there is no area
   */
  public double borderMetres(Position place) {
    return borders.distance(place.longitude(), place.latitude());
  }

  /**
   * The areas of an exact place.
   *
   * @param place the place
   * @return the chain of the owner, or nothing if no area holds the place
   */
  public Optional<Jurisdiction> find(Position place) {
    int owner = locate(place.latitude(), place.longitude());
    return owner < 0 ? Optional.empty() : Optional.of(chains.get(owner));
  }

  @Override
  public Routing route(LocationEvidence evidence) {
    if (evidence instanceof LocationEvidence.Point point) {
      Double stated = point.accuracyMetres();
      return routePoint(
          point.position(), stated == null ? settings.assumedAccuracyMetres() : stated);
    } else if (evidence instanceof LocationEvidence.Box box) {
      return routeBox(box);
    } else if (evidence instanceof LocationEvidence.Circle circle) {
      return routeCircle(circle);
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
    Position southWest = box.southWest();
    Position northEast = box.northEast();
    int[] reached =
        borders.reaching(
            southWest.longitude(),
            southWest.latitude(),
            northEast.longitude(),
            northEast.latitude());
    return routeReached(reached, reached.length, southWest);
  }

  private Routing routeCircle(LocationEvidence.Circle circle) {
    Position middle = circle.middle();
    int[] reached = new int[chains.size()];
    int count =
        borders.within(middle.longitude(), middle.latitude(), circle.radiusMetres(), reached);
    return routeReached(reached, count, middle);
  }

  /** Every area that is reached, by a border or as a whole, must be within the answer. */
  private Routing routeReached(int[] reached, int count, Position inside) {
    Shares shares = new Shares(chains);
    int set = cells.locate(inside.longitude(), inside.latitude());
    if (set >= 0) {
      shares.addMembers(cells, set);
    }
    for (int i = 0; i < count; i++) {
      shares.addArea(reached[i]);
    }
    if (shares.isEmpty()) {
      return routeNowhere(inside);
    }
    return shares
        .shared()
        .<Routing>map(
            common -> new Routing.Routed(common, Double.NaN, version, List.of(), Set.of()))
        .orElseGet(() -> new Routing.Ambiguous(shares.candidatesOfLargestLevel(), version));
  }
}
