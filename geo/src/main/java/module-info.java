/** Boundaries in, jurisdiction out. Start at {@link org.tanggap.geo.Boundaries}. */
// JTS has no descriptor, only a stable automatic name.
@SuppressWarnings("requires-automatic")
module org.tanggap.geo {
  requires transitive org.tanggap.core;
  requires static transitive org.jspecify;
  requires org.locationtech.jts;
  requires tools.jackson.core;

  exports org.tanggap.geo;
}
