package org.tanggap.geo;

import java.util.Arrays;

/** A short list of area ordinals. Not thread-safe. */
final class OverlapList {
  int[] items = new int[8];
  int count;

  void clear() {
    count = 0;
  }

  void add(int area) {
    if (count == items.length) {
      items = Arrays.copyOf(items, count * 2);
    }
    items[count++] = area;
  }

  /** Takes the area out; the order of the others may change. */
  void remove(int area) {
    for (int i = 0; i < count; i++) {
      if (items[i] == area) {
        items[i] = items[--count];
        return;
      }
    }
  }

  void copyFrom(OverlapList other) {
    if (items.length < other.count) {
      items = new int[other.items.length];
    }
    System.arraycopy(other.items, 0, items, 0, other.count);
    count = other.count;
  }

  void sort() {
    if (count > 1) {
      Arrays.sort(items, 0, count);
    }
  }
}
