package org.tanggap.channel.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tanggap.channel.photo.Pictures.joined;
import static org.tanggap.channel.photo.Pictures.latin;
import static org.tanggap.channel.photo.Pictures.riff;
import static org.tanggap.channel.photo.Pictures.vp8;
import static org.tanggap.channel.photo.Pictures.vp8l;
import static org.tanggap.channel.photo.Pictures.vp8x;
import static org.tanggap.channel.photo.Pictures.webp;
import static org.tanggap.channel.photo.Pictures.withSegment;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanggap.channel.photo.UnusablePhotoException.Reason;

/** Whatever comes, it is a clean photo or one typed refusal. */
class UnusablePhotosTest {

  static Stream<Arguments> refused() {
    byte[] jpeg = Pictures.jpeg();
    byte[] png = Pictures.png();
    return Stream.of(
        Arguments.of("nothing", new byte[0], Reason.UNKNOWN_TYPE),
        Arguments.of("text", latin("jalan berlubang"), Reason.UNKNOWN_TYPE),
        Arguments.of("HTML", latin("<!DOCTYPE html><img>"), Reason.UNKNOWN_TYPE),
        Arguments.of(
            "SVG", latin("<svg xmlns='http://www.w3.org/2000/svg'/>"), Reason.UNKNOWN_TYPE),
        Arguments.of("HEIC", latin("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), Reason.UNKNOWN_TYPE),
        Arguments.of("GIF", latin("GIF89a\1\0\1\0\0\0\0;"), Reason.UNKNOWN_TYPE),
        Arguments.of("PDF", latin("%PDF-1.7\n"), Reason.UNKNOWN_TYPE),
        Arguments.of("a sound", riff("RIFF", latin("WAVEfmt ")), Reason.UNKNOWN_TYPE),
        Arguments.of("a JPEG's first bytes", Arrays.copyOf(jpeg, 3), Reason.DAMAGED),
        Arguments.of("half a JPEG", Arrays.copyOf(jpeg, jpeg.length / 2), Reason.DAMAGED),
        Arguments.of("a JPEG without end", Arrays.copyOf(jpeg, jpeg.length - 2), Reason.DAMAGED),
        Arguments.of("an empty JPEG", latin("\u00ff\u00d8\u00ff\u00d9"), Reason.DAMAGED),
        Arguments.of("an arithmetic JPEG", withMarker(jpeg, 0xc0, 0xc9), Reason.UNUSUAL_KIND),
        Arguments.of("a lossless JPEG", withMarker(jpeg, 0xc0, 0xc3), Reason.UNUSUAL_KIND),
        Arguments.of("a padded table", withSegment(jpeg, 0xdb, new byte[67]), Reason.DAMAGED),
        Arguments.of("a second frame", withSegment(jpeg, 0xc0, frame(40, 24)), Reason.DAMAGED),
        Arguments.of(
            "a bomb", withSegment(jpeg, 0xc0, frame(65_535, 65_535)), Reason.TOO_MANY_PIXELS),
        Arguments.of("no height", withSegment(jpeg, 0xc0, frame(40, 0)), Reason.DAMAGED),
        Arguments.of("half a PNG", Arrays.copyOf(png, png.length / 2), Reason.DAMAGED),
        Arguments.of("a PNG without end", Arrays.copyOf(png, png.length - 12), Reason.DAMAGED),
        Arguments.of("a PNG bomb", pngOf(29_000, 29_000), Reason.TOO_MANY_PIXELS),
        Arguments.of("a long PNG", pngOf(30_001, 1), Reason.TOO_MANY_PIXELS),
        Arguments.of("a PNG of no size", pngOf(0, 5), Reason.DAMAGED),
        Arguments.of("a PNG of less than no size", pngOf(-5, 5), Reason.DAMAGED),
        Arguments.of("a PNG without picture", pngOf(5, 5), Reason.DAMAGED),
        Arguments.of("a wrong checksum", changed(png, png.length - 20), Reason.DAMAGED),
        Arguments.of(
            "a strange chunk", Pictures.withChunk(png, "BUDI", new byte[3]), Reason.DAMAGED),
        Arguments.of(
            "half a WebP", Arrays.copyOf(webp(riff("VP8 ", vp8(3, 2))), 30), Reason.DAMAGED),
        Arguments.of("an empty WebP", webp(), Reason.DAMAGED),
        Arguments.of("a WebP without picture", webp(riff("VP8X", vp8x(0, 3, 2))), Reason.DAMAGED),
        Arguments.of("an animated WebP", webp(riff("VP8X", vp8x(2, 3, 2))), Reason.UNUSUAL_KIND),
        Arguments.of(
            "a WebP bomb", webp(riff("VP8X", vp8x(0, 1 << 24, 1 << 24))), Reason.TOO_MANY_PIXELS),
        Arguments.of(
            "two pictures",
            webp(riff("VP8 ", vp8(3, 2)), riff("VP8L", vp8l(3, 2))),
            Reason.DAMAGED),
        Arguments.of("a WebP of no size", webp(riff("VP8 ", vp8(0, 2))), Reason.DAMAGED),
        Arguments.of("a frame of nothing", webp(riff("VP8 ", new byte[9])), Reason.DAMAGED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void is_refused_with_its_reason(String what, byte[] content, Reason reason) {
    assertThatThrownBy(() -> Pictures.read(content))
        .as(what)
        .isInstanceOfSatisfying(
            UnusablePhotoException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void a_file_that_is_too_long_is_refused_before_it_is_read() {
    byte[] huge = Arrays.copyOf(Pictures.jpeg(), CleanPhoto.MAX_BYTES + 1);
    assertThatThrownBy(() -> Pictures.read(huge))
        .isInstanceOfSatisfying(
            UnusablePhotoException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  /** 4,001 tags that all point to the same 59,000 bytes, 236 MB if each were read. */
  @Test
  void a_block_of_tags_that_would_unfold_is_not_unfolded() {
    ByteBuffer block = ByteBuffer.allocate(60_000).putInt(0x4d4d002a).putInt(8);
    block.putShort((short) 4_001);
    for (int i = 0; i < 4_001; i++) {
      block.putShort((short) (i + 1)).putShort((short) 7).putInt(59_000).putInt(0);
    }
    byte[] body = joined(latin("Exif\0\0"), block.array());
    byte[] file = withSegment(Pictures.jpeg(), 0xe1, body);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    CleanPhoto photo = Pictures.read(file);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000_000);
    assertThat(photo.findPosition()).isEmpty();
    assertThat(photo.content()).isEqualTo(Pictures.jpeg());
  }

  @Test
  void a_directory_that_contains_itself_is_read_once() {
    byte[] block = Exif.inTebet().orientation(6).block();
    for (int at = 0; at < block.length - 4; at++) {
      byte[] circle = block.clone();
      ByteBuffer.wrap(circle).putInt(at, 8);
      byte[] body = joined(latin("Exif\0\0"), circle);
      assertThat(Pictures.read(withSegment(Pictures.jpeg(), 0xe1, body)).content()).isNotEmpty();
    }
  }

  /** From a fixed seed, so that what fails once fails again. */
  @Test
  void thousands_of_damaged_files_give_a_photo_or_a_refusal() {
    Random random = new Random(20_261_122);
    byte[] exif = Exif.inTebet().orientation(6).exifText(Exif.TAKEN, "2026:11:21 09:15:00").block();
    byte[] jpeg = Pictures.jpeg();
    byte[] progressive = Pictures.progressiveJpeg();
    byte[] png = Pictures.png();
    List<Function<byte[], byte[]>> files =
        List.of(
            tags -> damaged(withSegment(jpeg, 0xe1, exif(tags)), random),
            tags -> damaged(withSegment(progressive, 0xe1, exif(tags)), random),
            tags -> damaged(Pictures.withChunk(png, "eXIf", tags), random),
            tags -> damaged(webpWith(tags), random),
            tags -> withSegment(jpeg, 0xe1, exif(damaged(tags, random))),
            tags -> Pictures.withChunk(png, "eXIf", damaged(tags, random)));
    int taken = 0;
    for (int i = 0; i < 6_000; i++) {
      taken += PhotoFuzz.isTaken(files.get(i % files.size()).apply(exif)) ? 1 : 0;
    }
    assertThat(taken).isBetween(2_100, 5_500);
  }

  private static byte[] exif(byte[] tags) {
    return joined(latin("Exif\0\0"), tags);
  }

  private static byte[] webpWith(byte[] tags) {
    return webp(riff("VP8X", vp8x(0x3c, 40, 24)), riff("VP8 ", vp8(40, 24)), riff("EXIF", tags));
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] file = whole.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      file[random.nextInt(file.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(8) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file;
  }

  private static byte[] withMarker(byte[] jpeg, int from, int to) {
    byte[] other = jpeg.clone();
    for (int i = 0; i + 1 < other.length; i++) {
      if ((other[i] & 0xff) == 0xff && (other[i + 1] & 0xff) == from) {
        other[i + 1] = (byte) to;
        return other;
      }
    }
    throw new AssertionError("no such marker");
  }

  private static byte[] frame(int width, int height) {
    return new byte[] {
      8, (byte) (height >> 8), (byte) height, (byte) (width >> 8), (byte) width, 1, 1, 0x11, 0
    };
  }

  private static byte[] pngOf(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    return joined(
        latin("\u0089PNG\r\n\u001a\n"),
        Pictures.chunk("IHDR", header),
        Pictures.chunk("IEND", new byte[0]));
  }

  private static byte[] changed(byte[] file, int at) {
    byte[] other = file.clone();
    other[at]++;
    return other;
  }
}
