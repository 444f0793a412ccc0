package org.tanggap.geo;

/** What a reader of a format hands its features to. */
interface FeatureSink {

  /**
   * Whether an attribute is worth reading.
   *
   * @param lowerCaseName the attribute's name in lower case
   */
  boolean wants(String lowerCaseName);

  /** Takes the next feature, in the order of the file. */
  void take(SourceFeature feature);
}
