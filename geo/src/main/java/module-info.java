/** Boundaries in, jurisdiction out. Start at {@link org.tanggap.geo.Boundaries}. */
module org.tanggap.geo {
  requires transitive org.tanggap.core;
  requires static transitive org.jspecify;
  requires tools.jackson.core;

  exports org.tanggap.geo;
}
