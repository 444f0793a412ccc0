package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IndexFileTest {

  private static List<Outline> outlines() {
    List<Outline> outlines = new ArrayList<>(CellIndexTest.wheel(14, 2, 2, 2));
    outlines.add(CellIndexTest.box(1, 1, 3, 3));
    return outlines;
  }

  static byte[] bytes(CellIndex index) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      index.write(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  @Test
  void what_is_read_is_what_was_written() throws IOException {
    CellIndex index = CellIndex.build(outlines());
    byte[] bytes = bytes(index);
    assertThat(bytes(CellIndex.read(new ByteArrayInputStream(bytes)))).isEqualTo(bytes);
    assertThat(bytes(CellIndex.read(ByteBuffer.wrap(bytes)))).isEqualTo(bytes);
    assertThat(bytes(CellIndex.read(new ByteArrayInputStream(bytes(CellIndex.build(List.of()))))))
        .isNotEmpty();
    Differential differential =
        new Differential(outlines(), CellIndex.read(ByteBuffer.wrap(bytes)));
    differential.compareEdges(outlines(), 1, 1);
    assertThat(differential.wrong).isZero();
  }

  @Test
  void reading_stops_behind_the_index() throws IOException {
    byte[] one = bytes(CellIndex.build(outlines()));
    byte[] two = Arrays.copyOf(one, one.length * 2);
    System.arraycopy(one, 0, two, one.length, one.length);
    InputStream in = new ByteArrayInputStream(two);
    CellIndex.read(in);
    CellIndex.read(in);
    assertThat(in.read()).isEqualTo(-1);
    ByteBuffer buffer = ByteBuffer.wrap(two);
    CellIndex.read(buffer);
    assertThat(buffer.position()).isEqualTo(one.length);
  }

  @Test
  @Timeout(60)
  void every_truncation_is_refused() {
    byte[] bytes = bytes(CellIndex.build(outlines()));
    for (int length = 0; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> CellIndex.read(new ByteArrayInputStream(part)))
          .isInstanceOf(DamagedIndexException.class);
      assertThatThrownBy(() -> CellIndex.read(ByteBuffer.wrap(part)))
          .isInstanceOf(DamagedIndexException.class);
    }
  }

  @Test
  @Timeout(60)
  void every_changed_byte_is_refused() {
    byte[] bytes = bytes(CellIndex.build(outlines()));
    Random random = new Random(1);
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= (byte) (1 + random.nextInt(255));
      assertThatThrownBy(() -> CellIndex.read(new ByteArrayInputStream(changed)))
          .isInstanceOf(DamagedIndexException.class);
    }
  }

  @Test
  void a_foreign_file_and_a_lying_length_are_refused() {
    assertThatThrownBy(
            () ->
                CellIndex.read(
                    new ByteArrayInputStream(
                        "{\"type\":\"FeatureCollection\"}".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(DamagedIndexException.class)
        .hasMessageContaining("no index");
    byte[] lying = bytes(CellIndex.build(outlines()));
    ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putLong(8, Integer.MAX_VALUE - 9L);
    assertThatThrownBy(() -> CellIndex.read(new ByteArrayInputStream(lying)))
        .isInstanceOf(DamagedIndexException.class)
        .hasMessageContaining("ends at byte");
  }

  /** A damaged file with a checksum to match: refused, or harmless. */
  @Test
  @Timeout(120)
  void a_forged_checksum_does_not_lead_lookups_astray() {
    byte[] bytes = bytes(CellIndex.build(outlines()));
    Random random = new Random(2);
    int[] read = new int[2];
    for (int round = 0; round < 2500; round++) {
      byte[] forged = bytes.clone();
      ByteBuffer buffer = ByteBuffer.wrap(forged).order(ByteOrder.LITTLE_ENDIAN);
      int at =
          round < forged.length / 4 - 1 ? round * 4 : random.nextInt(forged.length / 4 - 1) * 4;
      switch (random.nextInt(4)) {
        case 0 -> buffer.putInt(at, random.nextInt());
        case 1 -> buffer.putInt(at, buffer.getInt(at) ^ 1 << random.nextInt(32));
        case 2 -> buffer.putInt(at, buffer.getInt(at) + random.nextInt(9) - 4);
        default -> buffer.putInt(at, random.nextInt(64) - 32);
      }
      CRC32C crc = new CRC32C();
      crc.update(forged, 0, forged.length - 4);
      buffer.putInt(forged.length - 4, (int) crc.getValue());
      try {
        CellIndex index = CellIndex.read(ByteBuffer.wrap(forged));
        read[0]++;
        for (int i = 0; i < 300; i++) {
          int set = index.locate(random.nextDouble() * 5 - 0.5, random.nextDouble() * 5 - 0.5);
          index.owner(set);
          index.members(set);
        }
        index.locate(Double.NaN, Double.NaN);
        new BorderIndex(index).nearest(random.nextDouble() * 4, 2);
      } catch (DamagedIndexException e) {
        read[1]++;
      }
    }
    assertThat(read[1]).isPositive();
  }
}
