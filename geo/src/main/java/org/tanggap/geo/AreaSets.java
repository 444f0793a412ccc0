package org.tanggap.geo;

import java.util.Arrays;

/**
 * The sets of two or more areas that some place lies in, each with a number of its own. Set numbers
 * below {@code areaCount} mean that one area, -1 means none. Immutable.
 */
final class AreaSets {
  final int areaCount;
  final int[] start;
  final int[] members;

  AreaSets(int areaCount, int[] start, int[] members) {
    this.areaCount = areaCount;
    this.start = start;
    this.members = members;
  }

  /** One more than the highest set number. */
  int limit() {
    return areaCount + start.length - 1;
  }

  int count(int set) {
    if (set < areaCount) {
      return set < 0 ? 0 : 1;
    }
    return start[set - areaCount + 1] - start[set - areaCount];
  }

  /** The i-th member in ascending order, so the first is the lowest ordinal. */
  int member(int set, int i) {
    if (i < 0 || i >= count(set)) {
      throw new IndexOutOfBoundsException("member " + i + " of " + count(set));
    }
    return set < areaCount ? set : members[start[set - areaCount] + i];
  }

  int[] members(int set) {
    if (set < areaCount) {
      return set < 0 ? new int[0] : new int[] {set};
    }
    return Arrays.copyOfRange(members, start[set - areaCount], start[set - areaCount + 1]);
  }

  /** Numbers sets as they are first met. Not thread-safe. */
  static final class Interner {
    /** 256 MB of members: nested or stacked outlines by the ten thousand, no map of anything. */
    private static final int MEMBER_LIMIT = 1 << 26;

    private final int areaCount;
    private int[] start = new int[64];
    private int[] members = new int[256];
    private int[] table = new int[256];
    private int sets;

    Interner(int areaCount) {
      this.areaCount = areaCount;
    }

    /** The number of the set of the first n entries, which are ascending. */
    int of(int[] areas, int n) {
      if (n < 2) {
        return n == 0 ? -1 : areas[0];
      }
      int hash = n;
      for (int i = 0; i < n; i++) {
        hash = (hash ^ areas[i]) * 0x9E3779B1;
        hash ^= hash >>> 15;
      }
      int slot = hash & (table.length - 1);
      while (table[slot] != 0) {
        int set = table[slot] - 1;
        if (Arrays.equals(members, start[set], start[set + 1], areas, 0, n)) {
          return areaCount + set;
        }
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = sets + 1;
      int id = append(areas, n);
      if (sets * 2 > table.length) {
        rehash();
      }
      return id;
    }

    AreaSets sets() {
      return new AreaSets(
          areaCount, Arrays.copyOf(start, sets + 1), Arrays.copyOf(members, start[sets]));
    }

    private int append(int[] areas, int n) {
      int from = start[sets];
      if (from + (long) n > MEMBER_LIMIT) {
        throw new IllegalArgumentException("the outlines overlap in too many ways");
      }
      if (from + n > members.length) {
        members = Arrays.copyOf(members, Math.max(from + n, members.length * 2));
      }
      System.arraycopy(areas, 0, members, from, n);
      if (sets + 2 > start.length) {
        start = Arrays.copyOf(start, start.length * 2);
      }
      start[++sets] = from + n;
      return areaCount + sets - 1;
    }

    private void rehash() {
      table = new int[table.length * 2];
      for (int set = 0; set < sets; set++) {
        int n = start[set + 1] - start[set];
        int hash = n;
        for (int i = start[set]; i < start[set + 1]; i++) {
          hash = (hash ^ members[i]) * 0x9E3779B1;
          hash ^= hash >>> 15;
        }
        int slot = hash & (table.length - 1);
        while (table[slot] != 0) {
          slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = set + 1;
      }
    }
  }
}
