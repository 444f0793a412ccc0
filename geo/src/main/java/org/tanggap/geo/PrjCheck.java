package org.tanggap.geo;

import java.util.Locale;
import java.util.regex.Pattern;

/** Refuses a .prj (WKT) that is not WGS 84 in degrees. */
final class PrjCheck {

  private static final Pattern GEOGRAPHIC =
      Pattern.compile("^\\s*GEOG(?:CS|CRS|RAPHICCRS)\\s*[\\[(]");
  private static final Pattern DATUM =
      Pattern.compile(
          "(?:DATUM|ENSEMBLE)\\s*[\\[(]\\s*\"(?:D_)?(?:WGS|WORLD_GEODETIC_SYSTEM|WORLD GEODETIC SYSTEM)[ _]?(?:19)?84\\b");
  private static final Pattern DEGREE = Pattern.compile("UNIT\\s*[\\[(]\\s*\"DEGREE\"");
  private static final Pattern MERIDIAN =
      Pattern.compile("PRIMEM\\s*[\\[(]\\s*\"(?!GREENWICH|REFERENCE[ _]MERIDIAN)");

  private PrjCheck() {}

  static void check(String file, String wkt) {
    String upper = wkt.toUpperCase(Locale.ROOT);
    String wrong = null;
    if (!GEOGRAPHIC.matcher(upper).find()) {
      wrong = "in projected or unknown coordinates";
    } else if (!DATUM.matcher(upper).find() || MERIDIAN.matcher(upper).find()) {
      wrong = "on another datum than WGS 84";
    } else if (!DEGREE.matcher(upper).find()) {
      wrong = "not in degrees";
    }
    if (wrong != null) {
      throw new BoundaryFileException(
          BoundaryFileException.Kind.FOREIGN_CRS,
          file,
          "by its .prj it is "
              + wrong
              + ". Convert it: ogr2ogr -t_srs EPSG:4326 -lco ENCODING=UTF-8 new.shp old.shp");
    }
  }
}
