package org.tanggap.channel.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.photo.UnusablePhotoException.Reason;

/**
 * A walk through the chunks of a still WebP (RFC 9649). Kept are the picture, its transparency and
 * its colour profile; the flags of the extended header are set anew to what is kept. A file without
 * that header has a picture only, whatever else is in it.
 */
final class WebpWalk {

  private static final int HEAD = 12;
  private static final int ANIMATION = 0x02;
  private static final int EXIF = 0x08;
  private static final int ALPHA = 0x10;
  private static final int PROFILE = 0x20;

  private final ByteBuffer in;
  private final Map<String, byte[]> chunks = new HashMap<>();

  WebpWalk(byte[] in) {
    this.in = ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN);
  }

  BarePicture strip() {
    readChunks();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] extended = chunks.get("VP8X");
    if (extended == null) {
      picture(out);
      return new BarePicture(PhotoType.WEBP, file(out.toByteArray()), ExifTags.of(new byte[0]));
    }
    checkExtended(extended);
    ExifTags tags = ExifTags.of(withoutJpegHead(chunks.getOrDefault("EXIF", new byte[0])));
    boolean turned = tags.orientation() > 1;
    byte[] header = new byte[10];
    System.arraycopy(extended, 4, header, 4, 6);
    header[0] = (byte) ((extended[0] & ALPHA) | (turned ? EXIF : 0));
    byte[] profile = chunks.get("ICCP");
    if (profile != null) {
      header[0] |= PROFILE;
    }
    write(out, "VP8X", header);
    if (profile != null) {
      write(out, "ICCP", profile);
    }
    picture(out);
    if (turned) {
      write(out, "EXIF", ExifTags.onlyOrientation(tags.orientation()));
    }
    return new BarePicture(PhotoType.WEBP, file(out.toByteArray()), tags);
  }

  /** The first chunk of each name; a second picture is an error, a second anything else goes. */
  private void readChunks() {
    long end = HEAD - 4 + Integer.toUnsignedLong(in.getInt(4));
    if (end > in.capacity()) {
      throw UnusablePhotoException.damaged("the WebP is cut off");
    }
    for (long at = HEAD; at < end; ) {
      long length = at + 8 > end ? -1 : Integer.toUnsignedLong(in.getInt((int) at + 4));
      if (length < 0 || at + 8 + length > end) {
        throw UnusablePhotoException.damaged("a chunk of the WebP is cut off");
      }
      String name = new String(in.array(), (int) at, 4, StandardCharsets.ISO_8859_1);
      int body = (int) at + 8;
      if (chunks.containsKey(name) && name.startsWith("VP8")) {
        throw UnusablePhotoException.damaged("the WebP has two pictures in it");
      }
      if (!chunks.containsKey(name) && isKnown(name)) {
        chunks.put(name, Arrays.copyOfRange(in.array(), body, body + (int) length));
      }
      at = body + length + (length & 1);
    }
  }

  private static boolean isKnown(String name) {
    return switch (name) {
      case "VP8X", "VP8 ", "VP8L", "ALPH", "ICCP", "EXIF" -> true;
      default -> false;
    };
  }

  private static void checkExtended(byte[] extended) {
    if (extended.length != 10) {
      throw UnusablePhotoException.damaged("the extended header of the WebP has a wrong length");
    }
    if ((extended[0] & ANIMATION) != 0) {
      throw new UnusablePhotoException(Reason.UNUSUAL_KIND, "the WebP is animated");
    }
    BarePicture.checkSize(u24(extended, 4) + 1L, u24(extended, 7) + 1L);
  }

  private void picture(ByteArrayOutputStream out) {
    byte[] lossy = chunks.get("VP8 ");
    byte[] lossless = chunks.get("VP8L");
    if ((lossy == null) == (lossless == null)) {
      throw UnusablePhotoException.damaged("the WebP has no picture or two in it");
    }
    if (lossless != null) {
      checkLossless(lossless);
      write(out, "VP8L", lossless);
      return;
    }
    checkLossy(lossy);
    byte[] alpha = chunks.get("ALPH");
    if (alpha != null && chunks.containsKey("VP8X")) {
      write(out, "ALPH", alpha);
    }
    write(out, "VP8 ", lossy);
  }

  /** RFC 6386, section 9.1: a key frame with its start code, then width and height of 14 bits. */
  private static void checkLossy(byte @Nullable [] frame) {
    if (frame == null || frame.length < 10 || (frame[0] & 1) != 0 || u24(frame, 3) != 0x2a019d) {
      throw UnusablePhotoException.damaged("the picture in the WebP has no header");
    }
    BarePicture.checkSize(u24(frame, 6) & 0x3fff, u24(frame, 7) >> 8 & 0x3fff);
  }

  /** RFC 9649, section 3.4: a signature, then width and height less one, of 14 bits each. */
  private static void checkLossless(byte[] stream) {
    if (stream.length < 5 || stream[0] != 0x2f) {
      throw UnusablePhotoException.damaged("the picture in the WebP has no header");
    }
    int bits = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN).getInt(1);
    BarePicture.checkSize((bits & 0x3fff) + 1L, (bits >> 14 & 0x3fff) + 1L);
  }

  /** Some writers put the head of a JPEG's segment before the tags. */
  private static byte[] withoutJpegHead(byte[] exif) {
    return PhotoType.startsWith(exif, 0, "Exif\0\0")
        ? Arrays.copyOfRange(exif, 6, exif.length)
        : exif;
  }

  private static byte[] file(byte[] chunks) {
    return ByteBuffer.allocate(HEAD + chunks.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
        .putInt(chunks.length + 4)
        .put("WEBP".getBytes(StandardCharsets.ISO_8859_1))
        .put(chunks)
        .array();
  }

  private static void write(ByteArrayOutputStream out, String name, byte[] body) {
    out.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(body.length).array());
    out.writeBytes(body);
    if ((body.length & 1) == 1) {
      out.write(0);
    }
  }

  private static int u24(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16;
  }
}
