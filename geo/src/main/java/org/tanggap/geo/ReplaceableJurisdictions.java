package org.tanggap.geo;

import java.util.concurrent.atomic.AtomicReference;
import org.tanggap.jurisdiction.Jurisdictions;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Routing;

/**
 * Jurisdictions whose boundaries can be replaced while lookups run: each lookup is answered wholly
 * by the old ones or wholly by the new ones, none waits and none is lost. Thread-safe.
 */
public final class ReplaceableJurisdictions implements Jurisdictions {

  private final AtomicReference<JurisdictionIndex> current;

  /**
   * Begins with some boundaries.
   *
   * @param first what answers until the first replacement
   */
  public ReplaceableJurisdictions(JurisdictionIndex first) {
    this.current = new AtomicReference<>(first);
  }

  /**
   * Puts other boundaries in place; lookups that begin afterwards are answered by them.
   *
   * @param next the new boundaries
   * @return the old ones
   */
  public JurisdictionIndex replace(JurisdictionIndex next) {
    return current.getAndSet(next);
  }

  /**
   * What answers now.
   *
   * @return the boundaries in place
   */
  public JurisdictionIndex current() {
    return current.get();
  }

  @Override
  public Routing route(LocationEvidence evidence) {
    return current.get().route(evidence);
  }
}
