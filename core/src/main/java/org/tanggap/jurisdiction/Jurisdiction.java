package org.tanggap.jurisdiction;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The chain of areas that holds a place, the smallest first: kelurahan, kecamatan, kota, province.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the list is empty or not ordered
 * from small to large.
 *
 * @param areas at least one area, each of a larger level than the one before it
 */
public record Jurisdiction(List<Area> areas) {

  public Jurisdiction {
    areas = List.copyOf(areas);
    if (areas.isEmpty()) {
      throw new IllegalArgumentException("a jurisdiction has at least one area");
    }
    for (int i = 1; i < areas.size(); i++) {
      if (areas.get(i).level().compareTo(areas.get(i - 1).level()) >= 0) {
        throw new IllegalArgumentException("areas run from the smallest level to the largest");
      }
    }
  }

  /**
   * The smallest area of the chain.
   *
   * @return the first area
   */
  public Area smallest() {
    return areas.get(0);
  }

  /**
   * The area of a level.
   *
   * @param level the level asked for
   * @return the area, or nothing if the chain has none of that level
   */
  public Optional<Area> find(AreaLevel level) {
    return areas.stream().filter(area -> area.level() == level).findFirst();
  }

  /**
   * The area of a level that must be there.
   *
   * @param level the level asked for
   * @return the area
   * @throws NoSuchElementException if the chain has none of that level
   */
  public Area get(AreaLevel level) {
    return find(level)
        .orElseThrow(() -> new NoSuchElementException("no " + level + " in " + smallest().code()));
  }

  /**
   * The largest part that two jurisdictions share, such as the kecamatan of two neighbours.
   *
   * @param other another jurisdiction
   * @return the shared end of both chains, or nothing if not even the province is shared
   */
  public Optional<Jurisdiction> shared(Jurisdiction other) {
    List<Area> common = new ArrayList<>(areas);
    common.retainAll(other.areas);
    return common.isEmpty() ? Optional.empty() : Optional.of(new Jurisdiction(common));
  }

  /**
   * The names of the chain for a reader: {@code Tebet Timur, Tebet, Kota Jakarta Selatan}.
   *
   * @return the names, smallest area first
   */
  public String names() {
    return String.join(", ", areas.stream().map(Area::name).toList());
  }
}
