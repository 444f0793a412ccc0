package org.tanggap.geo;

import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;

/**
 * The codes that a file should have. A code counts as the file writes it, or as Kemendagri's with
 * its dots: {@code 3171011001} also stands for {@code 31.71.01.1001}.
 */
final class ExpectedUnits {

  private final Set<String> expected = new TreeSet<>();

  ExpectedUnits(Collection<String> codes) {
    for (String code : codes) {
      if (!code.isBlank()) {
        expected.add(code.strip());
      }
    }
  }

  int size() {
    return expected.size();
  }

  void compare(Boundaries boundaries, Findings findings) {
    TreeMap<String, Coordinate> unexpected = new TreeMap<>();
    for (int area = 0; area < boundaries.jurisdictions().size(); area++) {
      double[] shell = boundaries.outlines().get(area).polygons()[0][0];
      unexpected.put(
          boundaries.jurisdictions().get(area).smallest().code(),
          new Coordinate(shell[0], shell[1]));
    }
    Set<String> present = Set.copyOf(unexpected.keySet());
    for (String code : expected) {
      String dotted = AreaCodes.kemendagri(code);
      unexpected.remove(code);
      if (dotted != null) {
        unexpected.remove(dotted);
      }
      if (!present.contains(code) && (dotted == null || !present.contains(dotted))) {
        findings.add(BoundaryNotice.Kind.UNIT_MISSING, dotted == null ? code : dotted, null);
      }
    }
    unexpected.forEach(
        (code, place) -> findings.add(BoundaryNotice.Kind.UNIT_UNEXPECTED, code, place));
  }
}
