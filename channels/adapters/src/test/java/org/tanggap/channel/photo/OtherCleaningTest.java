package org.tanggap.channel.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.channel.photo.Pictures.joined;
import static org.tanggap.channel.photo.Pictures.latin;
import static org.tanggap.channel.photo.Pictures.riff;
import static org.tanggap.channel.photo.Pictures.vp8;
import static org.tanggap.channel.photo.Pictures.vp8l;
import static org.tanggap.channel.photo.Pictures.vp8x;
import static org.tanggap.channel.photo.Pictures.webp;
import static org.tanggap.channel.photo.Pictures.withChunk;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A cleaned PNG or WebP shows the same picture and tells nothing else. */
class OtherCleaningTest {

  private static final String SECRET = "Budi-08123456";

  @Test
  void a_png_loses_its_texts_times_and_places() throws Exception {
    byte[] loaded = loadedPng();
    assertThat(new String(loaded, StandardCharsets.ISO_8859_1)).contains(SECRET);
    byte[] cleaned = Pictures.read(loaded).content();
    assertThat(new String(cleaned, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
    assertThat(Pictures.pixels(cleaned)).isEqualTo(Pictures.pixels(Pictures.png()));
    assertThat(onlyExifTags(cleaned)).isEqualTo(1);
    assertThat(Pictures.read(cleaned).orientation()).isEqualTo(8);
    assertThat(Pictures.read(cleaned).content()).isEqualTo(cleaned);
  }

  @Test
  void a_plain_png_stays_as_it_is() {
    assertThat(Pictures.read(Pictures.png()).content()).isEqualTo(Pictures.png());
  }

  @Test
  void the_colours_of_a_png_stay_without_the_name_of_their_profile() {
    byte[] loaded = withChunk(Pictures.png(), "gAMA", new byte[] {0, 0, (byte) 0xb1, (byte) 0x8f});
    loaded = withChunk(loaded, "iCCP", latin(SECRET + "\0\0deflated"));
    String cleaned = new String(Pictures.read(loaded).content(), StandardCharsets.ISO_8859_1);
    assertThat(cleaned).contains("gAMA", "iCCPiii\0\0deflated").doesNotContain(SECRET);
  }

  @Test
  void a_webp_loses_its_tags_and_their_flags() throws Exception {
    byte[] loaded =
        webp(
            riff("VP8X", vp8x(0x3c, 40, 24)),
            riff("ICCP", latin("profile")),
            riff("ALPH", latin("alpha")),
            riff("VP8 ", vp8(40, 24)),
            riff("EXIF", Exif.inTebet().mainText(0x010f, SECRET).block()),
            riff("XMP ", latin(SECRET)),
            riff("BUDI", latin(SECRET)));
    byte[] expected =
        webp(
            riff("VP8X", vp8x(0x30, 40, 24)),
            riff("ICCP", latin("profile")),
            riff("ALPH", latin("alpha")),
            riff("VP8 ", vp8(40, 24)));
    CleanPhoto photo = Pictures.read(joined(loaded, latin(SECRET)));
    assertThat(photo.type()).isEqualTo(PhotoType.WEBP);
    assertThat(photo.content()).isEqualTo(expected);
    assertThat(onlyExifTags(expected)).isZero();
  }

  @Test
  void a_turned_webp_stays_turned() throws Exception {
    byte[] loaded =
        webp(
            riff("VP8X", vp8x(0x08, 40, 24)),
            riff("VP8L", vp8l(40, 24)),
            riff("EXIF", joined(latin("Exif\0\0"), Exif.inTebet().orientation(3).block())));
    CleanPhoto photo = Pictures.read(loaded);
    assertThat(photo.orientation()).isEqualTo(3);
    assertThat(onlyExifTags(photo.content())).isEqualTo(1);
    assertThat(Pictures.read(photo.content()).orientation()).isEqualTo(3);
    assertThat(Pictures.read(photo.content()).content()).isEqualTo(photo.content());
  }

  @Test
  void a_plain_webp_stays_as_it_is() {
    for (byte[] plain :
        new byte[][] {webp(riff("VP8 ", vp8(3, 2))), webp(riff("VP8L", vp8l(3, 2)))}) {
      assertThat(Pictures.read(plain).content()).isEqualTo(plain);
    }
  }

  private static byte[] loadedPng() {
    byte[] png = Pictures.png();
    png = withChunk(png, "eXIf", Exif.inTebet().orientation(8).mainText(0x010f, SECRET).block());
    png = withChunk(png, "tEXt", latin("Author\0" + SECRET));
    png = withChunk(png, "iTXt", latin("XML:com.adobe.xmp\0\0\0\0\0" + SECRET));
    png = withChunk(png, "zTXt", latin("Comment\0\0" + SECRET));
    png = withChunk(png, "tIME", new byte[] {7, (byte) 0xea, 11, 21, 9, 15, 0});
    png = withChunk(png, "prVt", latin(SECRET));
    return joined(png, latin(SECRET));
  }

  /** How many EXIF tags are left; the GPS directory must not be among them. */
  private static int onlyExifTags(byte[] cleaned) throws Exception {
    Metadata left = ImageMetadataReader.readMetadata(new ByteArrayInputStream(cleaned));
    assertThat(left.containsDirectoryOfType(GpsDirectory.class)).isFalse();
    Directory main = left.getFirstDirectoryOfType(ExifIFD0Directory.class);
    if (main == null) {
      return 0;
    }
    assertThat(main.containsTag(ExifIFD0Directory.TAG_ORIENTATION)).isTrue();
    return main.getTagCount();
  }
}
