package org.tanggap.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * A multiset of numbers that knows how many are not greater than a given one. It keeps them in
 * order, in blocks of bounded size, 8 bytes a number and some room: to add or remove one takes a
 * binary search and the moving of a part of one block. Used under its owner's lock.
 */
final class SortedValues {

  private static final int BLOCK = 256;

  private final List<Block> blocks = new ArrayList<>(0);

  private static final class Block {

    private long[] values = new long[2];
    private int size;

    /** How many are not greater. */
    private int countUpTo(long value) {
      int from = 0;
      int to = size;
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (values[middle] <= value) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      return from;
    }

    private void add(long value) {
      if (size == values.length) {
        resize(Math.min(BLOCK, size + (size >> 1) + 1));
      }
      int at = countUpTo(value);
      System.arraycopy(values, at, values, at + 1, size - at);
      values[at] = value;
      size++;
    }

    private void remove(long value) {
      int at = countUpTo(value) - 1;
      if (at < 0 || values[at] != value) {
        throw new IllegalStateException("not in here: " + value);
      }
      size--;
      System.arraycopy(values, at + 1, values, at, size - at);
      if (size < values.length / 4) {
        resize(values.length / 2);
      }
    }

    private void resize(int length) {
      long[] copy = new long[length];
      System.arraycopy(values, 0, copy, 0, size);
      values = copy;
    }

    /** Leaves the lower half here and gives the upper one. */
    private Block split() {
      Block upper = new Block();
      int half = size / 2;
      upper.values = new long[BLOCK];
      upper.size = size - half;
      System.arraycopy(values, half, upper.values, 0, upper.size);
      size = half;
      return upper;
    }
  }

  void add(long value) {
    if (blocks.isEmpty()) {
      blocks.add(new Block());
    }
    int at = blockFor(value);
    Block block = blocks.get(at);
    block.add(value);
    if (block.size == BLOCK) {
      blocks.add(at + 1, block.split());
    }
  }

  /** Removes one of these values, which must be there. */
  void remove(long value) {
    if (blocks.isEmpty()) {
      throw new IllegalStateException("not in here: " + value);
    }
    int at = blockFor(value);
    Block block = blocks.get(at);
    block.remove(value);
    if (block.size == 0) {
      blocks.remove(at);
    }
  }

  /** The last block that begins with no greater value, or else the first one. */
  private int blockFor(long value) {
    int from = 1;
    int to = blocks.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (blocks.get(middle).values[0] <= value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from - 1;
  }

  int size() {
    return sizeOfFirst(blocks.size());
  }

  private int sizeOfFirst(int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += blocks.get(i).size;
    }
    return sum;
  }

  /** How many are not greater. */
  int countUpTo(long value) {
    if (blocks.isEmpty()) {
      return 0;
    }
    int at = blockFor(value);
    return sizeOfFirst(at) + blocks.get(at).countUpTo(value);
  }

  private long least() {
    return blocks.get(0).values[0];
  }

  private long greatest() {
    Block last = blocks.get(blocks.size() - 1);
    return last.values[last.size - 1];
  }

  /**
   * The value of the nearest rank: the smallest one of all that at least so many per cent do not
   * exceed. It is found by halving the span of the values, not by merging them.
   *
   * @param parts multisets that count as one, none of them empty
   */
  static long percentile(List<SortedValues> parts, int percent) {
    long count = 0;
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (SortedValues part : parts) {
      count += part.size();
      from = Math.min(from, part.least());
      to = Math.max(to, part.greatest());
    }
    long rank = (count * percent + 99) / 100;
    while (from < to) {
      long middle = from + (to - from) / 2;
      if (countUpTo(middle, parts) >= rank) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  private static long countUpTo(long value, List<SortedValues> parts) {
    long count = 0;
    for (SortedValues part : parts) {
      count += part.countUpTo(value);
    }
    return count;
  }
}
