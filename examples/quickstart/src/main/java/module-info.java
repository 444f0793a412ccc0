/** The quickstart: what a host writes. */
module org.tanggap.quickstart {
  requires org.tanggap.core;
  requires org.tanggap.geo;
  requires static org.jspecify;
}
