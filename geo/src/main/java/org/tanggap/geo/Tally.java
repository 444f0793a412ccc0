package org.tanggap.geo;

import java.util.HashMap;
import java.util.Map;

/** Counts what a file holds and refuses what is too much. Not thread-safe. */
final class Tally {

  /** What things cost in memory, in units of a vertex, which takes 16 bytes. */
  private static final int RING_COST = 3;

  private static final int FEATURE_COST = 16;
  private static final int TEXT_COST = 8;
  private static final int CHARACTERS_A_UNIT = 8;

  private final String file;
  private final BoundaryOptions options;
  private final long maxUnits;
  private final Map<String, String> texts = new HashMap<>();
  private long features;
  private long vertices;
  private long rings;
  private long characters;
  private long uses;

  Tally(String file, BoundaryOptions options) {
    this(file, options, Runtime.getRuntime().maxMemory());
  }

  Tally(String file, BoundaryOptions options, long heapBytes) {
    this.file = file;
    this.options = options;
    this.maxUnits = heapBytes / 32;
  }

  long nextFeature() {
    check(++features, options.maxFeatures(), "features");
    checkHeap();
    return features;
  }

  /** Counts a vertex that is the n-th of its ring. */
  void vertex(int ofRing) {
    check(ofRing, options.maxRingVertices(), "vertices in one ring");
    check(++vertices, options.maxVertices(), "vertices");
    if ((vertices & 0xfff) == 0) {
      checkHeap();
    }
  }

  void ring() {
    check(++rings, options.maxVertices(), "rings");
    if ((rings & 0xfff) == 0) {
      checkHeap();
    }
  }

  /** The text itself, once for all its occurrences. */
  String text(String value) {
    if ((++uses & 0xfff) == 0) {
      checkHeap();
    }
    String known = texts.get(value);
    if (known == null) {
      characters += value.length();
      check(characters, options.maxAttributeCharacters(), "characters in codes and names");
      texts.put(value, value);
      known = value;
    }
    return known;
  }

  private void checkHeap() {
    long shapes = vertices + RING_COST * rings + FEATURE_COST * features;
    long words = uses + TEXT_COST * (long) texts.size() + characters / CHARACTERS_A_UNIT;
    if (shapes + words > maxUnits) {
      throw new BoundaryFileException(
          BoundaryFileException.Kind.OVER_LIMIT,
          file,
          "it would take more than half of the memory that Java may use. Give Java more memory"
              + " (-Xmx) or split the file.");
    }
  }

  private void check(long count, long limit, String what) {
    if (count > limit) {
      throw new BoundaryFileException(
          BoundaryFileException.Kind.OVER_LIMIT,
          file,
          "more than "
              + limit
              + " "
              + what
              + ". Split the file, or raise the limit in the options.");
    }
  }

  long features() {
    return features;
  }
}
