package org.tanggap.geo;

import java.io.ByteArrayInputStream;

/** Any bytes as a boundary file: read with notices, or refused with the one typed error. */
public final class BoundaryFuzz {

  private static final BoundaryOptions LIMITS =
      BoundaryOptions.defaults().withMaxBytes(1 << 20).withMaxFeatures(100).withMaxVertices(10_000);

  private BoundaryFuzz() {}

  /**
   * One input.
   *
   * @param data the bytes
   */
  public static void fuzzerTestOneInput(byte[] data) {
    try {
      Boundaries boundaries =
          Boundaries.read(new ByteArrayInputStream(data), "fuzz.geojson", LIMITS);
      JurisdictionIndex index = boundaries.index();
      index.locate(-6.2, 106.8);
    } catch (BoundaryFileException refused) {
      // The declared answer to a bad file.
    }
  }
}
