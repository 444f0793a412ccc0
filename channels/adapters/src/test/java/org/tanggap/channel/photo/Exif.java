package org.tanggap.channel.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Writes an EXIF block with chosen tags, right or wrong ones. */
final class Exif {

  static final int ORIENTATION = 0x0112;
  static final int TAKEN = 0x9003;
  static final int OFFSET = 0x9011;
  static final int LATITUDE_REF = 1;
  static final int LATITUDE = 2;
  static final int LONGITUDE_REF = 3;
  static final int LONGITUDE = 4;
  static final int GPS_TIME = 7;
  static final int GPS_STATUS = 9;
  static final int GPS_DATE = 0x1d;
  static final int GPS_ERROR = 0x1f;

  private static final int EXIF_POINTER = 0x8769;
  private static final int GPS_POINTER = 0x8825;

  private static final class Tag {

    private final int type;
    private final int count;
    private final byte[] value;

    Tag(int type, int count, byte[] value) {
      this.type = type;
      this.count = count;
      this.value = value;
    }
  }

  private final TreeMap<Integer, Tag> main = new TreeMap<>();
  private final TreeMap<Integer, Tag> exif = new TreeMap<>();
  private final TreeMap<Integer, Tag> gps = new TreeMap<>();

  /** A place in Tebet, Jakarta: 6°13'34.68" S, 106°51'29.88" E. */
  static Exif inTebet() {
    return new Exif()
        .gps("S", new long[] {6, 1, 13, 1, 3468, 100}, "E", new long[] {106, 1, 51, 1, 2988, 100});
  }

  Exif gps(String northRef, long[] north, String eastRef, long[] east) {
    return gpsText(LATITUDE_REF, northRef)
        .gpsRationals(LATITUDE, north)
        .gpsText(LONGITUDE_REF, eastRef)
        .gpsRationals(LONGITUDE, east);
  }

  Exif gpsText(int tag, String text) {
    gps.put(tag, text(text));
    return this;
  }

  Exif gpsRationals(int tag, long... numbers) {
    gps.put(tag, new Tag(5, numbers.length / 2, ints(numbers)));
    return this;
  }

  Exif gpsSignedRationals(int tag, long... numbers) {
    gps.put(tag, new Tag(10, numbers.length / 2, ints(numbers)));
    return this;
  }

  Exif gpsDoubles(int tag, double... numbers) {
    ByteBuffer value = ByteBuffer.allocate(8 * numbers.length);
    for (double number : numbers) {
      value.putDouble(number);
    }
    gps.put(tag, new Tag(12, numbers.length, value.array()));
    return this;
  }

  Exif without(int gpsTag) {
    gps.remove(gpsTag);
    return this;
  }

  Exif exifText(int tag, String text) {
    exif.put(tag, text(text));
    return this;
  }

  Exif mainText(int tag, String text) {
    main.put(tag, text(text));
    return this;
  }

  Exif orientation(int value) {
    main.put(ORIENTATION, new Tag(3, 1, ByteBuffer.allocate(2).putShort((short) value).array()));
    return this;
  }

  byte[] block() {
    int exifAt = 8 + size(main, 2);
    int gpsAt = exifAt + size(exif, 0);
    main.put(EXIF_POINTER, new Tag(4, 1, ints(exifAt)));
    main.put(GPS_POINTER, new Tag(4, 1, ints(gpsAt)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ints(0x4d4d002a, 8));
    directory(out, main, 8);
    directory(out, exif, exifAt);
    directory(out, gps, gpsAt);
    return out.toByteArray();
  }

  private static int size(Map<Integer, Tag> tags, int more) {
    int values =
        tags.values().stream().mapToInt(tag -> tag.value.length > 4 ? tag.value.length : 0).sum();
    return 2 + 12 * (tags.size() + more) + 4 + values;
  }

  private static void directory(ByteArrayOutputStream out, Map<Integer, Tag> tags, int at) {
    ByteArrayOutputStream values = new ByteArrayOutputStream();
    int valuesAt = at + 2 + 12 * tags.size() + 4;
    out.writeBytes(ByteBuffer.allocate(2).putShort((short) tags.size()).array());
    tags.forEach(
        (id, tag) -> {
          ByteBuffer entry =
              ByteBuffer.allocate(12)
                  .putShort((short) (int) id)
                  .putShort((short) tag.type)
                  .putInt(tag.count);
          if (tag.value.length > 4) {
            entry.putInt(valuesAt + values.size());
            values.writeBytes(tag.value);
          } else {
            entry.put(tag.value);
          }
          out.writeBytes(entry.array());
        });
    out.writeBytes(new byte[4]);
    out.writeBytes(values.toByteArray());
  }

  private static Tag text(String text) {
    byte[] value = (text + "\0").getBytes(StandardCharsets.ISO_8859_1);
    return new Tag(2, value.length, value);
  }

  private static byte[] ints(long... numbers) {
    ByteBuffer value = ByteBuffer.allocate(4 * numbers.length);
    for (long number : numbers) {
      value.putInt((int) number);
    }
    return value.array();
  }
}
