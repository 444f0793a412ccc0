package org.tanggap.channel.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.channel.photo.Pictures.joined;
import static org.tanggap.channel.photo.Pictures.latin;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.file.FileTypeDirectory;
import com.drew.metadata.jfif.JfifDirectory;
import com.drew.metadata.jpeg.HuffmanTablesDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cleaned JPEG shows the same pixels and tells nothing else. */
class JpegCleaningTest {

  private static final String SECRET = "Budi-08123456";

  @Test
  void nothing_but_the_picture_and_its_orientation_is_left() throws Exception {
    byte[] cleaned = Pictures.read(loaded()).content();
    Metadata left = ImageMetadataReader.readMetadata(new ByteArrayInputStream(cleaned));
    List<String> tags = new ArrayList<>();
    for (Directory directory : left.getDirectories()) {
      assertThat(directory.hasErrors()).isFalse();
      if (directory instanceof ExifIFD0Directory) {
        for (Tag tag : directory.getTags()) {
          tags.add(tag.getTagName() + "=" + directory.getObject(tag.getTagType()));
        }
      } else {
        assertThat(directory)
            .isInstanceOfAny(
                JpegDirectory.class,
                JfifDirectory.class,
                HuffmanTablesDirectory.class,
                FileTypeDirectory.class);
      }
    }
    assertThat(tags).containsExactly("Orientation=6");
    assertThat(new String(cleaned, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
    assertThat(new String(loaded(), StandardCharsets.ISO_8859_1)).contains(SECRET);
  }

  @Test
  void the_pixels_are_the_same() {
    assertThat(Pictures.pixels(Pictures.read(loaded()).content()))
        .isEqualTo(Pictures.pixels(Pictures.jpeg()));
  }

  @Test
  void the_pixels_of_a_progressive_picture_are_the_same() {
    byte[] progressive = Pictures.progressiveJpeg();
    byte[] loaded = Pictures.withExif(progressive, Exif.inTebet());
    assertThat(Pictures.pixels(Pictures.read(loaded).content()))
        .isEqualTo(Pictures.pixels(progressive));
  }

  @Test
  void the_first_header_loses_its_thumbnail_only() {
    byte[] head = {'J', 'F', 'I', 'F', 0, 1, 2, 1, 0, 72, 0, 72, 2, 2};
    byte[] plain = withoutJfif(Pictures.jpeg());
    byte[] cleaned =
        Pictures.read(Pictures.withSegment(plain, 0xe0, joined(head, new byte[12]))).content();
    head[12] = 0;
    head[13] = 0;
    assertThat(Arrays.copyOfRange(cleaned, 6, 20)).isEqualTo(head);
    assertThat(cleaned).hasSize(plain.length + 18);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void a_turned_picture_stays_turned(int orientation) {
    CleanPhoto photo =
        Pictures.read(Pictures.withExif(Pictures.jpeg(), new Exif().orientation(orientation)));
    assertThat(photo.orientation()).isEqualTo(orientation);
    assertThat(Pictures.read(photo.content()).orientation()).isEqualTo(orientation);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 6000})
  void no_tag_is_written_for_a_picture_that_is_not_turned(int orientation) {
    CleanPhoto photo =
        Pictures.read(Pictures.withExif(Pictures.jpeg(), new Exif().orientation(orientation)));
    assertThat(photo.orientation()).isEqualTo(1);
    assertThat(new String(photo.content(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
  }

  @Test
  void the_colour_profile_and_the_colour_transform_stay() {
    byte[] profile = joined(latin("ICC_PROFILE\0"), new byte[] {1, 1}, new byte[128]);
    byte[] adobe = joined(latin("Adobe"), new byte[] {0, 100, 0, 0, 0, 0, 1}, latin(SECRET));
    byte[] loaded =
        Pictures.withSegment(Pictures.withSegment(Pictures.jpeg(), 0xee, adobe), 0xe2, profile);
    String cleaned = new String(Pictures.read(loaded).content(), StandardCharsets.ISO_8859_1);
    assertThat(cleaned).contains("ICC_PROFILE", "Adobe").doesNotContain(SECRET);
  }

  @Test
  void cleaning_twice_changes_nothing_more() {
    byte[] once = Pictures.read(loaded()).content();
    assertThat(Pictures.read(once).content()).isEqualTo(once);
  }

  /** The example picture with all that cameras and programs hang on to it. */
  private static byte[] loaded() {
    Exif exif =
        Exif.inTebet()
            .orientation(6)
            .mainText(0x010f, SECRET)
            .mainText(0x013b, SECRET)
            .exifText(0xa431, SECRET)
            .exifText(Exif.TAKEN, "2026:11:21 09:15:00");
    byte[] jpeg = Pictures.jpeg();
    jpeg = Pictures.withSegment(jpeg, 0xfe, latin(SECRET));
    jpeg = Pictures.withSegment(jpeg, 0xed, latin("Photoshop 3.0\0" + SECRET));
    jpeg = Pictures.withSegment(jpeg, 0xe2, latin("MPF\0" + SECRET));
    jpeg = Pictures.withSegment(jpeg, 0xe1, latin("http://ns.adobe.com/xap/1.0/\0" + SECRET));
    jpeg = Pictures.withSegment(jpeg, 0xe0, latin("JFXX\0\u0010" + SECRET));
    jpeg = Pictures.withExif(jpeg, exif);
    return joined(jpeg, Pictures.jpeg(), latin("ftypmp42" + SECRET));
  }

  private static byte[] withoutJfif(byte[] jpeg) {
    return joined(Arrays.copyOf(jpeg, 2), Arrays.copyOfRange(jpeg, 20, jpeg.length));
  }
}
