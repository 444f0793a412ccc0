package org.tanggap.geo;

import static org.tanggap.jurisdiction.AreaLevel.CITY;
import static org.tanggap.jurisdiction.AreaLevel.KECAMATAN;
import static org.tanggap.jurisdiction.AreaLevel.KELURAHAN;
import static org.tanggap.jurisdiction.AreaLevel.PROVINCE;
import static org.tanggap.jurisdiction.AreaLevel.RT;
import static org.tanggap.jurisdiction.AreaLevel.RW;

import java.util.List;
import org.tanggap.jurisdiction.AreaLevel;

/** The order of the levels. */
final class Levels {

  static final List<AreaLevel> SMALLEST_FIRST =
      List.of(RT, RW, KELURAHAN, KECAMATAN, CITY, PROVINCE);

  private Levels() {}

  /** The levels above one, the smallest first. */
  static List<AreaLevel> above(AreaLevel level) {
    return SMALLEST_FIRST.subList(SMALLEST_FIRST.indexOf(level) + 1, SMALLEST_FIRST.size());
  }
}
