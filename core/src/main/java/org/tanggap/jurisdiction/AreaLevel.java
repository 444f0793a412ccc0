package org.tanggap.jurisdiction;

/** The levels of Indonesian administration, from the largest to the smallest. */
public enum AreaLevel {
  /** Provinsi. */
  PROVINCE(1),
  /** Kota or kabupaten, administrative ones included. */
  CITY(2),
  /** Kecamatan, headed by the camat. */
  KECAMATAN(3),
  /** Kelurahan or desa, headed by the lurah or kepala desa. */
  KELURAHAN(4),
  /** Rukun warga, a neighbourhood. */
  RW(5),
  /** Rukun tetangga, a group of households. */
  RT(6);

  private final int depth;

  AreaLevel(int depth) {
    this.depth = depth;
  }

  /**
   * How many parts the code of an area of this level has: {@code 31.71.01.1001} has four.
   *
   * @return 1 for a province, 6 for an RT
   */
  public int depth() {
    return depth;
  }
}
