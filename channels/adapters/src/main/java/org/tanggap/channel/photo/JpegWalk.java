package org.tanggap.channel.photo;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.tanggap.channel.photo.UnusablePhotoException.Reason;

/**
 * A walk through the segments of a JPEG (ITU-T T.81, annex B). Only what draws the picture is
 * copied: tables, frame, scans, colour profile, JFIF and Adobe headers. Whatever follows the end of
 * the image (further pictures, videos) stays behind.
 */
final class JpegWalk {

  private static final int MAX_SCANS = 100;
  private static final int MAX_PROFILE_PARTS = 255;
  private static final byte[] EXIF_HEAD = {'E', 'x', 'i', 'f', 0, 0};

  private final byte[] in;
  private int at = 2;
  private int scans;
  private int profileParts;
  private int components;
  private byte[] jfif = {};
  private byte[] exif = {};
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  JpegWalk(byte[] in) {
    this.in = in;
  }

  BarePicture strip() {
    for (int marker = nextMarker(); marker != 0xd9; marker = nextMarker()) {
      segment(marker);
    }
    if (scans == 0) {
      throw UnusablePhotoException.damaged("the JPEG has no picture in it");
    }
    ExifTags tags = ExifTags.of(exif);
    ByteArrayOutputStream out = new ByteArrayOutputStream(kept.size() + 64);
    out.write(0xff);
    out.write(0xd8);
    if (jfif.length > 0) {
      writeSegment(out, 0xe0, jfif, 0, jfif.length);
    }
    if (tags.orientation() > 1) {
      byte[] turned = concat(EXIF_HEAD, ExifTags.onlyOrientation(tags.orientation()));
      writeSegment(out, 0xe1, turned, 0, turned.length);
    }
    out.writeBytes(kept.toByteArray());
    out.write(0xff);
    out.write(0xd9);
    return new BarePicture(PhotoType.JPEG, out.toByteArray(), tags);
  }

  private int nextMarker() {
    if (u8(at) != 0xff) {
      throw UnusablePhotoException.damaged("the JPEG has bytes between its segments");
    }
    while (u8(at) == 0xff) {
      at++;
    }
    return u8(at++);
  }

  private void segment(int marker) {
    int length = u16(at) - 2;
    int body = at + 2;
    if (length < 0 || length > in.length - body) {
      throw UnusablePhotoException.damaged("a segment of the JPEG is cut off");
    }
    at = body + length;
    switch (marker) {
      case 0xc0, 0xc1, 0xc2 -> frame(marker, body, length);
      case 0xc4 -> tables(marker, body, length, this::huffmanTable);
      case 0xdb -> tables(marker, body, length, this::quantisationTable);
      case 0xdd -> restartInterval(body, length);
      case 0xda -> scan(body, length);
      case 0xe0 -> jfif(body, length);
      case 0xe1 -> exif(body, length);
      case 0xe2 -> colourProfile(body, length);
      case 0xee -> adobe(body, length);
      default -> checkDroppable(marker);
    }
  }

  private void frame(int marker, int body, int length) {
    if (components != 0 || length < 9 || length != 6 + 3 * u8(body + 5) || u8(body + 5) > 4) {
      throw UnusablePhotoException.damaged("the frame of the JPEG is wrong or comes twice");
    }
    BarePicture.checkSize(u16(body + 3), u16(body + 1));
    components = u8(body + 5);
    writeSegment(kept, marker, in, body, length);
  }

  /** How long a table is that starts at a place. */
  private interface TableLength {
    int from(int place);
  }

  /** Tables fill their segment exactly, or something else would hide behind them. */
  private void tables(int marker, int body, int length, TableLength next) {
    int place = body;
    while (place < body + length) {
      place += next.from(place);
    }
    if (place != body + length) {
      throw UnusablePhotoException.damaged("a table of the JPEG has a wrong length");
    }
    writeSegment(kept, marker, in, body, length);
  }

  private int huffmanTable(int place) {
    int codes = 0;
    for (int i = 1; i <= 16; i++) {
      codes += u8(place + i);
    }
    return 17 + codes;
  }

  private int quantisationTable(int place) {
    return u8(place) >> 4 == 0 ? 65 : 129;
  }

  private void restartInterval(int body, int length) {
    if (length != 2) {
      throw UnusablePhotoException.damaged("the restart interval of the JPEG has a wrong length");
    }
    writeSegment(kept, 0xdd, in, body, length);
  }

  private void scan(int body, int length) {
    if (components == 0 || length < 6 || length != 4 + 2 * u8(body) || ++scans > MAX_SCANS) {
      throw UnusablePhotoException.damaged("a scan of the JPEG is wrong or one too many");
    }
    writeSegment(kept, 0xda, in, body, length);
    int start = at;
    while (!(u8(at) == 0xff && isMarker(u8(at + 1)))) {
      at++;
    }
    kept.write(in, start, at - start);
  }

  /** Within a scan, 0xFF is followed by a stuffed zero, a restart marker, or fill bytes. */
  private static boolean isMarker(int second) {
    return second != 0 && second != 0xff && !(second >= 0xd0 && second <= 0xd7);
  }

  /** The header without its thumbnail: version, units, densities, a thumbnail of 0 by 0. */
  private void jfif(int body, int length) {
    if (jfif.length == 0 && length >= 14 && PhotoType.startsWith(in, body, "JFIF\0")) {
      jfif = Arrays.copyOfRange(in, body, body + 14);
      jfif[12] = 0;
      jfif[13] = 0;
    }
  }

  private void exif(int body, int length) {
    if (exif.length == 0 && length > 6 && PhotoType.startsWith(in, body, "Exif\0")) {
      exif = Arrays.copyOfRange(in, body + 6, body + length);
    }
  }

  private void colourProfile(int body, int length) {
    if (PhotoType.startsWith(in, body, "ICC_PROFILE\0") && ++profileParts <= MAX_PROFILE_PARTS) {
      writeSegment(kept, 0xe2, in, body, length);
    }
  }

  private void adobe(int body, int length) {
    if (length >= 12 && PhotoType.startsWith(in, body, "Adobe")) {
      writeSegment(kept, 0xee, in, body, 12);
    }
  }

  /** Application data and comments may go; anything else would be missed by a decoder. */
  private static void checkDroppable(int marker) {
    if ((marker >= 0xe0 && marker <= 0xef) || marker == 0xfe) {
      return;
    }
    if ((marker >= 0xc3 && marker <= 0xcf) || marker == 0xde || marker == 0xdf) {
      throw new UnusablePhotoException(
          Reason.UNUSUAL_KIND, "the JPEG is lossless, hierarchical or arithmetically coded");
    }
    throw UnusablePhotoException.damaged("the JPEG has a segment that does not belong there");
  }

  private static void writeSegment(
      ByteArrayOutputStream out, int marker, byte[] from, int body, int length) {
    out.write(0xff);
    out.write(marker);
    out.write((length + 2) >> 8);
    out.write(length + 2);
    out.write(from, body, length);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private int u8(int place) {
    if (place >= in.length) {
      throw UnusablePhotoException.damaged("the JPEG is cut off");
    }
    return in[place] & 0xff;
  }

  private int u16(int place) {
    return u8(place) << 8 | u8(place + 1);
  }
}
