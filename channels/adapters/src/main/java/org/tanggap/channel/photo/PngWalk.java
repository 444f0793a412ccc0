package org.tanggap.channel.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A walk through the chunks of a PNG (W3C, Portable Network Graphics, third edition). Kept are the
 * critical chunks and those for colour, transparency and the shape of a pixel, each within its
 * length; the checksum of every chunk is checked.
 */
final class PngWalk {

  private static final int HEAD = 8;

  /** The kept chunks and the longest they may be. */
  private static final Map<String, Integer> KEPT =
      Map.ofEntries(
          Map.entry("IHDR", 13),
          Map.entry("PLTE", 768),
          Map.entry("IDAT", Integer.MAX_VALUE),
          Map.entry("IEND", 0),
          Map.entry("tRNS", 256),
          Map.entry("cHRM", 32),
          Map.entry("gAMA", 4),
          Map.entry("sBIT", 4),
          Map.entry("sRGB", 1),
          Map.entry("cICP", 4),
          Map.entry("bKGD", 6),
          Map.entry("pHYs", 9),
          Map.entry("iCCP", 1 << 20));

  private final byte[] in;
  private int at = HEAD;
  private final Set<String> seen = new HashSet<>();
  private byte[] exif = {};
  private final ByteArrayOutputStream beforePixels = new ByteArrayOutputStream();
  private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();

  PngWalk(byte[] in) {
    this.in = in;
  }

  BarePicture strip() {
    while (!seen.contains("IEND")) {
      chunk();
    }
    if (!seen.contains("IDAT")) {
      throw UnusablePhotoException.damaged("the PNG has no picture in it");
    }
    ExifTags tags = ExifTags.of(exif);
    ByteArrayOutputStream out = new ByteArrayOutputStream(pixels.size() + 1024);
    out.write(in, 0, HEAD);
    out.writeBytes(beforePixels.toByteArray());
    if (tags.orientation() > 1) {
      write(out, "eXIf", ExifTags.onlyOrientation(tags.orientation()));
    }
    out.writeBytes(pixels.toByteArray());
    return new BarePicture(PhotoType.PNG, out.toByteArray(), tags);
  }

  private void chunk() {
    if (in.length - at < 12) {
      throw UnusablePhotoException.damaged("the PNG is cut off");
    }
    int length = ByteBuffer.wrap(in).getInt(at);
    if (length < 0 || length > in.length - at - 12) {
      throw UnusablePhotoException.damaged("a chunk of the PNG is cut off");
    }
    String type = new String(in, at + 4, 4, StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(in, at + 4, length + 4);
    if ((int) crc.getValue() != ByteBuffer.wrap(in).getInt(at + 8 + length)) {
      throw UnusablePhotoException.damaged("a chunk of the PNG does not fit its checksum");
    }
    if (seen.isEmpty() != type.equals("IHDR")) {
      throw UnusablePhotoException.damaged("the header of the PNG is not its first chunk");
    }
    take(type, Arrays.copyOfRange(in, at + 8, at + 8 + length));
    at += 12 + length;
  }

  private void take(String type, byte[] body) {
    boolean repeated = !seen.add(type) && !type.equals("IDAT");
    if (type.equals("eXIf") && !repeated) {
      exif = body;
    }
    Integer longest = KEPT.get(type);
    if (longest == null ? Character.isUpperCase(type.charAt(0)) : isWrong(type, body, longest)) {
      throw UnusablePhotoException.damaged("the PNG has a chunk that does not belong there");
    }
    if (longest == null) {
      return;
    }
    if (repeated) {
      throw UnusablePhotoException.damaged("a chunk of the PNG comes twice");
    }
    byte[] written = type.equals("iCCP") ? withoutName(body) : body;
    write(type.equals("IDAT") || seen.contains("IDAT") ? pixels : beforePixels, type, written);
  }

  private static boolean isWrong(String type, byte[] body, int longest) {
    if (type.equals("IHDR") && body.length == 13) {
      ByteBuffer header = ByteBuffer.wrap(body);
      BarePicture.checkSize(header.getInt(0), header.getInt(4));
      return false;
    }
    return body.length > longest || type.equals("IHDR");
  }

  /** A colour profile without the name that somebody gave it. */
  private static byte[] withoutName(byte[] profile) {
    int end = 0;
    while (end < profile.length && profile[end] != 0) {
      end++;
    }
    byte[] unnamed = new byte[3 + profile.length - end];
    Arrays.fill(unnamed, 0, 3, (byte) 'i');
    System.arraycopy(profile, end, unnamed, 3, profile.length - end);
    return unnamed;
  }

  private static void write(ByteArrayOutputStream out, String type, byte[] body) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
    out.writeBytes(name);
    out.writeBytes(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
