package org.tanggap.geo;

import java.util.List;

/** One way to find the owner of a point. */
interface Contender {

  /** The lowest ordinal of the areas that hold the point, or -1. */
  int owner(double lon, double lat);

  /** One that a thread may use while others use theirs; what is large is shared. */
  default Contender forThread() {
    return this;
  }

  /** The contender of that name, its index built and warm. */
  static Contender of(String name, List<Outline> outlines) {
    return switch (name) {
      case "cells" -> {
        CellIndex index = CellIndex.build(outlines);
        yield (lon, lat) -> index.owner(index.locate(lon, lat));
      }
      case "jtsPrepared" -> new Contenders.JtsPrepared(outlines, Contenders::objects);
      case "jtsIndexed" -> new Contenders.JtsIndexed(outlines, Contenders::objects);
      case "s2" -> Contenders.S2.of(outlines);
      case "lucene" -> new Contenders.Lucene(outlines);
      default -> throw new IllegalArgumentException("no such contender: " + name);
    };
  }
}
