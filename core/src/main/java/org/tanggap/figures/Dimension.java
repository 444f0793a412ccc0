package org.tanggap.figures;

/** By what figures are told apart. A complaint counts in one row of each dimension. */
public enum Dimension {
  /**
   * The unit that has the complaint, or had it last; the key is {@code Unit.id}. What a unit did
   * with complaints that another one has now, its held times and misroutings, counts for the unit
   * that did it.
   */
  UNIT,
  /** The kelurahan that holds its place for certain; the key is {@code Area.code}. */
  KELURAHAN,
  /** The kecamatan that holds its place for certain; the key is {@code Area.code}. */
  KECAMATAN,
  /** The kota or kabupaten that holds its place for certain; the key is {@code Area.code}. */
  CITY,
  /** The category as it was sorted last, without what is broader; the key is its code. */
  CATEGORY,
  /** The kind of channel it came through; the key is {@code AccountId.kind}. */
  CHANNEL,
  /** The ISO week in which it was opened; the key is the text of a {@link Week}. */
  WEEK
}
