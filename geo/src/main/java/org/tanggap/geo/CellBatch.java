package org.tanggap.geo;

/**
 * One batch of lookups in a {@link CellIndex}, block by block and level by level, so that the waits
 * for memory of many points overlap and no branch depends on a single one. Not thread-safe.
 */
final class CellBatch {
  private static final int BLOCK = 512;

  private final CellIndex index;
  private final double[] lons;
  private final double[] lats;
  private final int[] out;

  /** The points of the block whose cell is refined, and those whose cell is a leaf of any kind. */
  private final int[] refined = new int[BLOCK + 1];

  private final int[] leaves = new int[BLOCK + 1];
  private int refinedCount;
  private int leafCount;

  CellBatch(CellIndex index, double[] lons, double[] lats, int[] out) {
    this.index = index;
    this.lons = lons;
    this.lats = lats;
    this.out = out;
  }

  void locate(int from, int to) {
    for (int start = from; start < to; start += BLOCK) {
      locateBlock(start, Math.min(to, start + BLOCK));
    }
  }

  /** Until a point is answered, {@code out} holds the cell it has come to. */
  private void locateBlock(int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = index.topCell(index.column(lons[i]), index.row(lats[i]));
    }
    refinedCount = 0;
    leafCount = 0;
    for (int i = from; i < to; i++) {
      sort(i, out[i]);
    }
    for (int shift = CellIndex.FRACTION_BITS; ; shift -= CellIndex.CHILD_BITS) {
      answerLeaves(shift);
      if (refinedCount == 0) {
        return;
      }
      descend(shift - CellIndex.CHILD_BITS);
    }
  }

  /** Puts the point on its list without a branch: answers are on neither. */
  private void sort(int i, int cell) {
    int isOpen = (cell - CellIndex.NONE) >>> 31;
    int isRefined = (cell - CellIndex.LEAF) >>> 31;
    refined[refinedCount] = i;
    refinedCount += isRefined;
    leaves[leafCount] = i;
    leafCount += isOpen - isRefined;
  }

  private void answerLeaves(int shift) {
    for (int k = 0; k < leafCount; k++) {
      int i = leaves[k];
      out[i] =
          index.answer(out[i], shift, index.column(lons[i]), index.row(lats[i]), lons[i], lats[i]);
    }
    leafCount = 0;
  }

  private void descend(int shift) {
    int count = refinedCount;
    for (int k = 0; k < count; k++) {
      int i = refined[k];
      out[i] = index.child(out[i], shift, index.column(lons[i]), index.row(lats[i]));
    }
    refinedCount = 0;
    for (int k = 0; k < count; k++) {
      sort(refined[k], out[refined[k]]);
    }
  }
}
