package org.tanggap.geo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32C;

/** A binary index with bytes changed under a right checksum: refused, or safe to look up in. */
public final class IndexFuzz {

  private static final byte[] WHOLE = whole();

  private IndexFuzz() {}

  /**
   * One input: places and values of the bytes to change, four bytes a change.
   *
   * @param data the changes
   */
  public static void fuzzerTestOneInput(byte[] data) {
    byte[] changed = WHOLE.clone();
    for (int i = 0; i + 3 < data.length; i += 4) {
      int at = ((data[i] & 0xff) << 16 | (data[i + 1] & 0xff) << 8 | (data[i + 2] & 0xff));
      changed[at % changed.length] = data[i + 3];
    }
    int end = changed.length - Integer.BYTES;
    CRC32C crc = new CRC32C();
    crc.update(changed, 0, end);
    ByteBuffer buffer = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(end, (int) crc.getValue());
    try {
      CellIndex index = CellIndex.read(buffer);
      for (double lon = 106.79; lon < 106.86; lon += 0.003) {
        int set = index.locate(lon, -6.205);
        index.owner(set);
        index.members(set);
      }
    } catch (DamagedIndexException refused) {
      // The declared answer to a damaged file.
    }
  }

  private static byte[] whole() {
    double[] a = {106.8, -6.21, 106.82, -6.21, 106.82, -6.2, 106.8, -6.2, 106.8, -6.21};
    double[] b = {106.815, -6.21, 106.84, -6.215, 106.83, -6.19, 106.815, -6.21};
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      CellIndex.build(
              List.of(
                  new Outline(new double[][][] {{a}}), new Outline(new double[][][] {{b}})))
          .write(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }
}
