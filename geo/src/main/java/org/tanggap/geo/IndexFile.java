package org.tanggap.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The binary form of a {@link CellIndex}, little-endian: magic, version, length of the whole; the
 * grid; the lengths of the arrays; the arrays, longs and doubles first; CRC-32C of all before it.
 */
final class IndexFile {
  static final int MAGIC = 0x49434754; // TGCI
  static final int VERSION = 1;

  private static final int PREFIX = 16;
  private static final int LENGTHS = 8;
  private static final int HEADER = PREFIX + 3 * Double.BYTES + (3 + LENGTHS) * Integer.BYTES + 4;
  private static final int TRAILER = Integer.BYTES;
  private static final int CHUNK = 1 << 16;

  private IndexFile() {}

  static void write(CellIndex index, OutputStream out) throws IOException {
    Edges edges = index.edgeCells.edges;
    AreaSets sets = index.sets;
    int[] lengths = {
      edges.ends.length,
      index.leaves.length,
      edges.ownerStart.length,
      edges.owners.length,
      index.cells.length,
      index.edgeCells.records.length,
      sets.start.length,
      sets.members.length
    };
    Writer writer = new Writer(out);
    writer.room(HEADER).putInt(MAGIC).putInt(VERSION).putLong(lengthOf(lengths));
    writer.room(24).putDouble(index.west).putDouble(index.south).putDouble(index.scale);
    writer.room(12).putInt(index.columns).putInt(index.rows).putInt(sets.areaCount);
    writer.put(lengths);
    writer.room(4).putInt(0);
    writer.put(edges.ends);
    writer.put(index.leaves);
    writer.put(edges.ownerStart);
    writer.put(edges.owners);
    writer.put(index.cells);
    writer.put(index.edgeCells.records);
    writer.put(sets.start);
    writer.put(sets.members);
    writer.finish();
  }

  static CellIndex read(InputStream in) throws IOException {
    byte[] prefix = in.readNBytes(PREFIX);
    long length = checkedLength(ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN));
    byte[] bytes = Arrays.copyOf(prefix, (int) Math.min(length, CHUNK));
    int have = PREFIX;
    // Room only for twice what has come, whatever length the file claims.
    while (have < length) {
      if (have == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(length, bytes.length * 2L));
      }
      int got = in.readNBytes(bytes, have, bytes.length - have);
      if (got == 0) {
        throw new DamagedIndexException("the index ends at byte " + have + " of " + length);
      }
      have += got;
    }
    return parse(ByteBuffer.wrap(bytes));
  }

  static CellIndex read(ByteBuffer in) {
    ByteBuffer slice = in.slice().order(ByteOrder.LITTLE_ENDIAN);
    long length = checkedLength(slice.duplicate().order(ByteOrder.LITTLE_ENDIAN));
    if (length > slice.remaining()) {
      throw new DamagedIndexException("the index ends at byte " + slice.limit() + " of " + length);
    }
    CellIndex index = parse(slice.limit((int) length));
    in.position(in.position() + (int) length);
    return index;
  }

  private static long checkedLength(ByteBuffer prefix) {
    if (prefix.remaining() < PREFIX) {
      throw new DamagedIndexException(
          "the index ends at byte " + prefix.remaining() + ", within its first " + PREFIX);
    }
    int magic = prefix.getInt();
    if (magic != MAGIC) {
      throw new DamagedIndexException("no index: it starts with " + Integer.toHexString(magic));
    }
    int version = prefix.getInt();
    if (version != VERSION) {
      throw new DamagedIndexException("an index of version " + version + ", not " + VERSION);
    }
    long length = prefix.getLong();
    if (length < HEADER + TRAILER || length > Integer.MAX_VALUE - 8) {
      throw new DamagedIndexException("an index that claims to be " + length + " bytes long");
    }
    return length;
  }

  private static CellIndex parse(ByteBuffer whole) {
    ByteBuffer in = whole.order(ByteOrder.LITTLE_ENDIAN);
    int end = in.limit() - TRAILER;
    CRC32C crc = new CRC32C();
    crc.update(in.duplicate().position(0).limit(end));
    if ((int) crc.getValue() != in.getInt(end)) {
      throw new DamagedIndexException("the checksum at byte " + end + " does not match");
    }
    in.position(PREFIX);
    double west = in.getDouble();
    double south = in.getDouble();
    double scale = in.getDouble();
    int columns = in.getInt();
    int rows = in.getInt();
    int areaCount = in.getInt();
    int[] lengths = new int[LENGTHS];
    for (int i = 0; i < LENGTHS; i++) {
      lengths[i] = in.getInt();
      if (lengths[i] < 0) {
        throw new DamagedIndexException("array " + i + " has a length of " + lengths[i]);
      }
    }
    in.getInt();
    if (lengthOf(lengths) != whole.limit()) {
      throw new DamagedIndexException(
          "the arrays take " + lengthOf(lengths) + " bytes and not " + whole.limit());
    }
    double[] ends = new double[lengths[0]];
    in.asDoubleBuffer().get(ends);
    in.position(in.position() + ends.length * Double.BYTES);
    long[] leaves = new long[lengths[1]];
    in.asLongBuffer().get(leaves);
    in.position(in.position() + leaves.length * Long.BYTES);
    Edges edges = new Edges(areaCount, ends, ints(in, lengths[2]), ints(in, lengths[3]));
    int[] cells = ints(in, lengths[4]);
    EdgeCells edgeCells = new EdgeCells(edges, ints(in, lengths[5]));
    AreaSets sets = new AreaSets(areaCount, ints(in, lengths[6]), ints(in, lengths[7]));
    CellIndex index =
        new CellIndex(west, south, scale, columns, rows, cells, leaves, edgeCells, sets);
    new IndexCheck(index).check();
    return index;
  }

  private static int[] ints(ByteBuffer in, int length) {
    int[] ints = new int[length];
    in.asIntBuffer().get(ints);
    in.position(in.position() + length * Integer.BYTES);
    return ints;
  }

  private static long lengthOf(int[] lengths) {
    long length = HEADER + TRAILER;
    for (int i = 0; i < LENGTHS; i++) {
      length += (long) lengths[i] * (i < 2 ? Long.BYTES : Integer.BYTES);
    }
    return length;
  }

  /** Numbers on their way to the stream through one buffer and the checksum. */
  private static final class Writer {
    private final OutputStream out;
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);

    Writer(OutputStream out) {
      this.out = out;
    }

    ByteBuffer room(int bytes) throws IOException {
      if (buffer.remaining() < bytes) {
        flush();
      }
      return buffer;
    }

    void put(int[] values) throws IOException {
      for (int value : values) {
        room(Integer.BYTES).putInt(value);
      }
    }

    void put(long[] values) throws IOException {
      for (long value : values) {
        room(Long.BYTES).putLong(value);
      }
    }

    void put(double[] values) throws IOException {
      for (double value : values) {
        room(Double.BYTES).putDouble(value);
      }
    }

    void finish() throws IOException {
      flush();
      buffer.putInt((int) crc.getValue());
      out.write(buffer.array(), 0, buffer.position());
      out.flush();
    }

    private void flush() throws IOException {
      crc.update(buffer.array(), 0, buffer.position());
      out.write(buffer.array(), 0, buffer.position());
      buffer.clear();
    }
  }
}
