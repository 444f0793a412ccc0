package org.tanggap.geo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jurisdiction;

/**
 * The binary form of a {@link JurisdictionIndex}: magic, version, length and CRC-32C of the list of
 * areas; the list; then the cells as {@link IndexFile} has them.
 */
final class JurisdictionFile {

  private static final int MAGIC = 0x54474A49; // TGJI
  private static final int VERSION = 1;

  /** The whole country takes some 10 MB. */
  private static final int MAX_LIST_BYTES = 1 << 28;

  private static final int CHUNK = 1 << 16;

  private JurisdictionFile() {}

  static void write(String version, List<Jurisdiction> chains, CellIndex cells, OutputStream out)
      throws IOException {
    byte[] list = list(version, chains);
    DataOutputStream header = new DataOutputStream(out);
    header.writeInt(MAGIC);
    header.writeInt(VERSION);
    header.writeInt(list.length);
    header.writeInt(checksum(list));
    header.write(list);
    header.flush();
    cells.write(out);
  }

  private static byte[] list(String version, List<Jurisdiction> chains) throws IOException {
    Map<Area, Integer> numbers = new LinkedHashMap<>();
    chains.forEach(
        chain -> chain.areas().forEach(area -> numbers.putIfAbsent(area, numbers.size())));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(version);
    out.writeInt(numbers.size());
    for (Area area : numbers.keySet()) {
      out.writeUTF(area.code());
      out.writeUTF(area.name());
      out.writeByte(area.level().depth());
    }
    out.writeInt(chains.size());
    for (Jurisdiction chain : chains) {
      out.writeByte(chain.areas().size());
      for (Area area : chain.areas()) {
        out.writeInt(numbers.getOrDefault(area, -1));
      }
    }
    return bytes.toByteArray();
  }

  static JurisdictionIndex read(InputStream in, RoutingSettings settings) throws IOException {
    byte[] start = in.readNBytes(16);
    if (start.length < 16) {
      throw new DamagedIndexException("the index ends within its first 16 bytes");
    }
    DataInputStream header = new DataInputStream(new ByteArrayInputStream(start));
    int magic = header.readInt();
    if (magic != MAGIC) {
      throw new DamagedIndexException("no index: it starts with " + Integer.toHexString(magic));
    }
    int version = header.readInt();
    if (version != VERSION) {
      throw new DamagedIndexException("an index of version " + version + ", not " + VERSION);
    }
    byte[] list = readList(in, header.readInt());
    if (checksum(list) != header.readInt()) {
      throw new DamagedIndexException("the checksum of the list of areas does not match");
    }
    return parse(list, CellIndex.read(in), settings);
  }

  /** Room only for what has come, whatever length the file claims. */
  private static byte[] readList(InputStream in, int length) throws IOException {
    if (length < 0 || length > MAX_LIST_BYTES) {
      throw new DamagedIndexException("a list of areas that claims to be " + length + " bytes");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.min(length, CHUNK));
    while (bytes.size() < length) {
      byte[] some = in.readNBytes(Math.min(CHUNK, length - bytes.size()));
      if (some.length == 0) {
        throw new DamagedIndexException("the list of areas ends at byte " + bytes.size());
      }
      bytes.writeBytes(some);
    }
    return bytes.toByteArray();
  }

  private static JurisdictionIndex parse(byte[] list, CellIndex cells, RoutingSettings settings) {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(list));
    try {
      String version = in.readUTF();
      List<Area> areas = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        areas.add(new Area(in.readUTF(), in.readUTF(), level(in.readByte())));
      }
      List<Jurisdiction> chains = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        List<Area> chain = new ArrayList<>();
        for (int above = in.readByte(); above > 0; above--) {
          chain.add(areas.get(in.readInt()));
        }
        chains.add(new Jurisdiction(chain));
      }
      if (chains.size() != cells.areaCount()) {
        throw new DamagedIndexException(
            chains.size() + " areas in the list and " + cells.areaCount() + " in the cells");
      }
      return new JurisdictionIndex(version, chains, cells, settings);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new DamagedIndexException("the list of areas cannot be read: " + e.getMessage());
    }
  }

  private static AreaLevel level(int depth) {
    for (AreaLevel level : AreaLevel.values()) {
      if (level.depth() == depth) {
        return level;
      }
    }
    throw new DamagedIndexException("no level has the depth " + depth);
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
