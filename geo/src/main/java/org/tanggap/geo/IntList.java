package org.tanggap.geo;

import java.util.Arrays;

/** A growing run of ints. Not thread-safe. */
final class IntList {
  private int[] items;
  private int size;

  IntList(int capacity) {
    items = new int[capacity];
  }

  int size() {
    return size;
  }

  void set(int i, int value) {
    items[i] = value;
  }

  void add(int value) {
    if (size == items.length) {
      grow(1);
    }
    items[size++] = value;
  }

  /** Appends places to be set later. */
  void reserve(int count, int value) {
    if (count > items.length - size) {
      grow(count);
    }
    Arrays.fill(items, size, size + count, value);
    size += count;
  }

  void truncate(int newSize) {
    size = newSize;
  }

  /** The array behind the list, longer than the list and replaced when it grows. */
  int[] backing() {
    return items;
  }

  int[] toArray() {
    return Arrays.copyOf(items, size);
  }

  private void grow(int count) {
    int least = Math.addExact(size, count);
    items = Arrays.copyOf(items, Math.max(least, (int) Math.min(1L << 30, items.length * 2L)));
  }
}
