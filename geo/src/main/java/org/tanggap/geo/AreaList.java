package org.tanggap.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jurisdiction;

/**
 * Makes the list of areas, each code once. Records that share code and name become one area of
 * several parts; where the names differ, and for RW and made-up codes, the later ones are numbered.
 * The order is that of the shapes, so that the order of the file does not matter.
 */
final class AreaList {

  private static final Comparator<Unit> BY_SHAPE =
      (a, b) -> compare(a.feature.outline(), b.feature.outline());

  private final NoticeLog notices;

  AreaList(NoticeLog notices) {
    this.notices = notices;
  }

  List<AssembledArea> areas(List<Unit> units, ParentNames parents) {
    Map<String, List<Unit>> byCode = new TreeMap<>();
    units.forEach(unit -> byCode.computeIfAbsent(code(unit), c -> new ArrayList<>()).add(unit));
    Set<String> used = new HashSet<>(byCode.keySet());
    Map<String, AssembledArea> areas = new TreeMap<>();
    byCode.forEach(
        (code, sharing) -> {
          sharing.stream()
              .skip(1)
              .forEach(unit -> notices.add(BoundaryNotice.Kind.CODE_DUPLICATE, unit.feature));
          int number = 1;
          for (List<Unit> same : together(code, sharing)) {
            String unique = code;
            if (number > 1) {
              unique = code + "-" + number;
              while (!used.add(unique)) {
                number++;
                unique = code + "-" + number;
              }
            }
            areas.put(unique, area(unique, same, parents));
            number++;
          }
        });
    noticeNames(areas.values());
    return List.copyOf(areas.values());
  }

  private static String code(Unit unit) {
    return Objects.requireNonNull(unit.code, "every unit has got a code");
  }

  /** The records of one code, grouped into those that are one area. */
  private static List<List<Unit>> together(String code, List<Unit> sharing) {
    if (sharing.size() == 1) {
      return List.of(sharing);
    }
    sharing.sort(BY_SHAPE);
    boolean numbered =
        AreaCodes.isMadeUp(code) || sharing.get(0).level.compareTo(AreaLevel.RW) >= 0;
    if (numbered) {
      return sharing.stream().map(List::of).toList();
    }
    Map<String, List<Unit>> byName = new TreeMap<>();
    for (Unit unit : sharing) {
      String name = unit.name == null ? "" : unit.name;
      byName.computeIfAbsent(AreaCodes.key(name), k -> new ArrayList<>()).add(unit);
    }
    return List.copyOf(byName.values());
  }

  private static AssembledArea area(String code, List<Unit> same, ParentNames parents) {
    Unit first = same.get(0);
    List<Area> chain = new ArrayList<>();
    chain.add(new Area(code, first.name == null ? code : first.name, first.level));
    for (AreaLevel level : Levels.above(first.level)) {
      String above = first.parentCodes.get(level);
      if (above != null) {
        chain.add(parents.area(level, above));
      }
    }
    return new AssembledArea(
        new Jurisdiction(chain),
        joined(same),
        same.stream().map(unit -> unit.feature.number()).toList());
  }

  /** All polygons of some records; a shape that stands twice counts once. */
  private static Outline joined(List<Unit> same) {
    if (same.size() == 1) {
      return same.get(0).feature.outline();
    }
    List<double[][]> polygons = new ArrayList<>();
    same.stream()
        .flatMap(unit -> Stream.of(unit.feature.outline().polygons()))
        .filter(polygon -> polygons.stream().noneMatch(had -> Arrays.deepEquals(had, polygon)))
        .forEach(polygons::add);
    return new Outline(polygons.toArray(double[][][]::new));
  }

  private void noticeNames(Iterable<AssembledArea> areas) {
    Set<String> seen = new HashSet<>();
    for (AssembledArea area : areas) {
      List<Area> chain = area.jurisdiction().areas();
      String parent = chain.size() > 1 ? chain.get(1).code() : "";
      if (!seen.add(parent + "\n" + AreaCodes.key(chain.get(0).name()))) {
        double[] shell = area.outline().polygons()[0][0];
        notices.add(
            BoundaryNotice.Kind.NAME_DUPLICATE,
            area.features().get(0),
            shell[0],
            shell[1],
            Double.NaN);
      }
    }
  }

  private static int compare(Outline a, Outline b) {
    double[][][] left = a.polygons();
    double[][][] right = b.polygons();
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      for (int j = 0; j < Math.min(left[i].length, right[i].length); j++) {
        int order = Arrays.compare(left[i][j], right[i][j]);
        if (order != 0) {
          return order;
        }
      }
      if (left[i].length != right[i].length) {
        return Integer.compare(left[i].length, right[i].length);
      }
    }
    return Integer.compare(left.length, right.length);
  }
}
