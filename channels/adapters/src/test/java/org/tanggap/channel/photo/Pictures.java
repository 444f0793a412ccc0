package org.tanggap.channel.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Pictures drawn here, and the pieces that cameras and programs put into such files. */
final class Pictures {

  static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-22T05:00:00Z"));

  private Pictures() {}

  static CleanPhoto read(byte[] content) {
    return CleanPhoto.of(content, JAKARTA, NOON);
  }

  static byte[] jpeg() {
    return encode("jpg", BufferedImage.TYPE_INT_RGB);
  }

  static byte[] png() {
    return encode("png", BufferedImage.TYPE_INT_ARGB);
  }

  static byte[] progressiveJpeg() {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(drawn(BufferedImage.TYPE_INT_RGB), null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static byte[] encode(String format, int type) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(drawn(type), format, out)) {
        throw new AssertionError("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static BufferedImage drawn(int type) {
    BufferedImage image = new BufferedImage(40, 24, type);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.ORANGE);
    pen.fillOval(3, 2, 20, 18);
    pen.setColor(new Color(20, 90, 200, 120));
    pen.fillRect(10, 8, 26, 12);
    pen.dispose();
    return image;
  }

  static int[] pixels(byte[] file) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
      return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A segment put right behind the first marker of a JPEG. */
  static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
    byte[] head = {
      (byte) 0xff, (byte) marker, (byte) ((body.length + 2) >> 8), (byte) (body.length + 2)
    };
    return joined(Arrays.copyOf(jpeg, 2), head, body, Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  static byte[] withExif(byte[] jpeg, Exif exif) {
    return withSegment(jpeg, 0xe1, joined(latin("Exif\0\0"), exif.block()));
  }

  /** A chunk put right behind the header of a PNG. */
  static byte[] withChunk(byte[] png, String type, byte[] body) {
    return joined(
        Arrays.copyOf(png, 33), chunk(type, body), Arrays.copyOfRange(png, 33, png.length));
  }

  static byte[] chunk(String type, byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(latin(type));
    crc.update(body);
    return joined(
        ByteBuffer.allocate(4).putInt(body.length).array(),
        latin(type),
        body,
        ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /** The frame of a lossy WebP: a right header, then bytes that no test decodes. */
  static byte[] vp8(int width, int height) {
    return ByteBuffer.allocate(31)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {0x30, 1, 0, (byte) 0x9d, 1, 0x2a})
        .putShort((short) width)
        .putShort((short) height)
        .putLong(0x0123456789abcdefL)
        .array();
  }

  static byte[] vp8l(int width, int height) {
    return ByteBuffer.allocate(12)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0x2f)
        .putInt(width - 1 | (height - 1) << 14)
        .putInt(0x01234567)
        .array();
  }

  static byte[] vp8x(int flags, int width, int height) {
    return new byte[] {
      (byte) flags,
      0,
      0,
      0,
      (byte) (width - 1),
      (byte) ((width - 1) >> 8),
      (byte) ((width - 1) >> 16),
      (byte) (height - 1),
      (byte) ((height - 1) >> 8),
      (byte) ((height - 1) >> 16)
    };
  }

  static byte[] riff(String name, byte[] body) {
    return joined(
        latin(name),
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(body.length).array(),
        body,
        new byte[body.length & 1]);
  }

  static byte[] webp(byte[]... chunks) {
    byte[] body = joined(latin("WEBP"), joined(chunks));
    return riff("RIFF", body);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
