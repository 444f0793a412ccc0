package org.tanggap.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.jurisdiction.Routing.Candidate;

/** How much of a spread lies in which area. Not thread-safe. */
final class Shares {

  private final List<Jurisdiction> chains;
  private final Map<Integer, Integer> places = new HashMap<>();
  private int total;

  Shares(List<Jurisdiction> chains) {
    this.chains = chains;
  }

  /** Counts a place for its owner; a place in no area counts for none. */
  void add(CellIndex cells, double lon, double lat) {
    int set = cells.locate(lon, lat);
    if (set >= 0) {
      addArea(cells.owner(set));
    }
  }

  void addMembers(CellIndex cells, int set) {
    for (int i = 0; i < cells.memberCount(set); i++) {
      addArea(cells.member(set, i));
    }
  }

  void addArea(int area) {
    places.merge(area, 1, Integer::sum);
    total++;
  }

  boolean isEmpty() {
    return total == 0;
  }

  /** The largest share. */
  double best() {
    int most = places.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return total == 0 ? 1 : (double) most / total;
  }

  /**
   * The area with the largest share; the given one if there is none, or if it shares the first
   * place.
   */
  int likeliest(int middle) {
    int likeliest = middle;
    for (Map.Entry<Integer, Integer> entry : places.entrySet()) {
      if (entry.getValue() > places.getOrDefault(likeliest, 0)) {
        likeliest = entry.getKey();
      }
    }
    return likeliest;
  }

  /** All areas with their shares, the likeliest first, those of equal share by code. */
  List<Candidate> candidates() {
    return without(-1);
  }

  List<Candidate> without(int area) {
    return places.entrySet().stream()
        .filter(entry -> entry.getKey() != area)
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> new Candidate(chains.get(entry.getKey()), (double) entry.getValue() / total))
        .toList();
  }

  /** The smallest area that holds all of them. */
  Optional<Jurisdiction> shared() {
    List<Jurisdiction> all = places.keySet().stream().sorted().map(chains::get).toList();
    Optional<Jurisdiction> common = all.stream().findFirst();
    for (Jurisdiction chain : all) {
      common = common.flatMap(sofar -> sofar.shared(chain));
    }
    return common;
  }

  /** Where nothing is shared: the largest areas, by how many of theirs were reached. */
  List<Candidate> candidatesOfLargestLevel() {
    Map<Jurisdiction, Integer> largest = new LinkedHashMap<>();
    for (int area : places.keySet().stream().sorted().toList()) {
      Jurisdiction chain = chains.get(area);
      int last = chain.areas().size() - 1;
      largest.merge(
          new Jurisdiction(List.of(chain.areas().get(last))),
          places.getOrDefault(area, 0),
          Integer::sum);
    }
    List<Candidate> candidates = new ArrayList<>();
    largest.forEach((area, n) -> candidates.add(new Candidate(area, (double) n / total)));
    candidates.sort(Comparator.comparingDouble(Candidate::probability).reversed());
    return candidates;
  }
}
