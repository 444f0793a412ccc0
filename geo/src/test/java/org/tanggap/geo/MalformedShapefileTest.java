package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapefiles that are damaged: each has one typed answer. */
class MalformedShapefileTest {

  /** A zip and the kind of error that refuses it. */
  @SuppressWarnings("ArrayRecordComponent")
  record Case(String name, byte[] zip, BoundaryFileException.Kind kind) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("catalogue")
  @Timeout(20)
  void a_damaged_shapefile_is_refused(Case damaged) {
    assertThatThrownBy(() -> ShapefileSample.read(damaged.zip()))
        .isInstanceOfSatisfying(
            BoundaryFileException.class,
            e -> {
              assertThat(e.kind()).as(e.getMessage()).isEqualTo(damaged.kind());
              assertThat(e.getMessage()).startsWith("sample.zip").hasSizeLessThan(400);
            });
  }

  static Stream<Case> catalogue() {
    List<Case> cases = new ArrayList<>();
    for (String part : List.of("shp", "dbf", "prj")) {
      Map<String, byte[]> parts = ShapefileSample.gambir().parts();
      parts.remove(part);
      cases.add(
          new Case(
              "without ." + part,
              ShapefileSample.zip(parts),
              BoundaryFileException.Kind.PART_MISSING));
    }
    Map<String, byte[]> two = ShapefileSample.gambir().parts();
    two.put("other.shp", new byte[1]);
    cases.add(
        new Case("two layers", ShapefileSample.zip(two), BoundaryFileException.Kind.PART_MISSING));
    for (String prj :
        List.of(
            "",
            "hello",
            "PROJCS[\"UTM_48S\"," + ShapefileSample.WGS84 + ",UNIT[\"Meter\",1.0]]",
            ShapefileSample.WGS84.replace("WGS_1984", "Batavia"),
            ShapefileSample.WGS84.replace("Degree", "Grad"),
            ShapefileSample.WGS84.replace("Greenwich", "Jakarta"),
            "LOCAL_CS[\"Undefined\"]")) {
      Map<String, byte[]> parts = ShapefileSample.gambir().parts();
      parts.put("prj", Sample.utf8(prj));
      cases.add(
          new Case(
              "a .prj of " + prj.substring(0, Math.min(20, prj.length())) + " " + cases.size(),
              ShapefileSample.zip(parts),
              BoundaryFileException.Kind.FOREIGN_CRS));
    }
    Map<String, byte[]> page = ShapefileSample.gambir().parts();
    page.put("cpg", Sample.utf8("BIG5"));
    cases.add(
        new Case(
            "a .cpg of BIG5", ShapefileSample.zip(page), BoundaryFileException.Kind.NOT_SHAPEFILE));
    parts(cases);
    return cases.stream();
  }

  private static void parts(List<Case> cases) {
    BoundaryFileException.Kind truncated = BoundaryFileException.Kind.TRUNCATED;
    BoundaryFileException.Kind broken = BoundaryFileException.Kind.NOT_SHAPEFILE;
    for (int length : new int[] {0, 1, 99, 100, 107, 108, 150, 200}) {
      cases.add(cut(".shp", "shp", length, truncated));
    }
    for (int length : new int[] {0, 1, 31, 32, 40, 96, 97, 100, 150}) {
      cases.add(cut(".dbf", "dbf", length, truncated));
    }
    cases.add(changed("shp: another magic number", "shp", b -> b.putInt(0, 9993), broken));
    cases.add(changed("shp: no length", "shp", b -> b.putInt(24, 0), broken));
    cases.add(changed("shp: a negative length", "shp", b -> b.putInt(24, -5), broken));
    cases.add(changed("shp: longer than it is", "shp", b -> b.putInt(24, 1 << 30), truncated));
    cases.add(changed("shp: a record of no length", "shp", b -> b.putInt(104, 0), broken));
    cases.add(changed("shp: a negative record", "shp", b -> b.putInt(104, -1), broken));
    cases.add(changed("shp: a huge record", "shp", b -> b.putInt(104, 1 << 29), broken));
    cases.add(
        changed(
            "shp: a huge record in a huge file",
            "shp",
            b -> b.putInt(24, Integer.MAX_VALUE).putInt(104, 1 << 29),
            BoundaryFileException.Kind.OVER_LIMIT));
    for (int type : new int[] {1, 3, 8, 11, 13, 18, 21, 23, 28, 31, 7, -1}) {
      cases.add(
          changed(
              "shp: a file of type " + type,
              "shp",
              b -> b.order(ByteOrder.LITTLE_ENDIAN).putInt(32, type),
              BoundaryFileException.Kind.NO_POLYGONS));
    }
    for (int[] at :
        new int[][] {{108, 3}, {144, -1}, {144, 2}, {148, -1}, {148, 1 << 30}, {152, 1}}) {
      cases.add(
          changed(
              "shp: a record with " + at[1] + " at byte " + at[0],
              "shp",
              b -> b.order(ByteOrder.LITTLE_ENDIAN).putInt(at[0], at[1]),
              BoundaryFileException.Kind.NO_POLYGONS));
    }
    cases.add(
        changed(
            "shp: a vertex that is no number",
            "shp",
            b -> b.order(ByteOrder.LITTLE_ENDIAN).putDouble(156, Double.NaN),
            BoundaryFileException.Kind.NO_POLYGONS));
    cases.add(changed("dbf: no records", "dbf", b -> b.put(4, (byte) 0), broken));
    cases.add(changed("dbf: too many records", "dbf", b -> b.put(4, (byte) 9), broken));
    cases.add(changed("dbf: no header", "dbf", b -> b.putShort(8, (short) 0), broken));
    cases.add(changed("dbf: no record length", "dbf", b -> b.putShort(10, (short) 0), broken));
    cases.add(changed("dbf: another column width", "dbf", b -> b.put(48, (byte) 7), broken));
  }

  private static Case cut(String shown, String part, int length, BoundaryFileException.Kind kind) {
    Map<String, byte[]> parts = ShapefileSample.gambir().parts();
    parts.put(part, Arrays.copyOf(parts.get(part), length));
    return new Case(shown + " cut at " + length, ShapefileSample.zip(parts), kind);
  }

  private static Case changed(
      String name, String part, Consumer<ByteBuffer> change, BoundaryFileException.Kind kind) {
    Map<String, byte[]> parts = new LinkedHashMap<>(ShapefileSample.gambir().parts());
    change.accept(ByteBuffer.wrap(parts.get(part)));
    return new Case(name, ShapefileSample.zip(parts), kind);
  }

  @Test
  @Timeout(20)
  void a_zip_cut_anywhere_gets_a_typed_answer() {
    byte[] zip = ShapefileSample.gambir().zip();
    for (int length = 4; length < zip.length; length++) {
      try {
        ShapefileSample.read(Arrays.copyOf(zip, length));
      } catch (BoundaryFileException e) {
        assertThat(e.getMessage()).startsWith("sample.zip");
      }
    }
  }
}
