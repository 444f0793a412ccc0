package org.tanggap.channel.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.Picture;
import org.tanggap.complaint.Photo;
import org.tanggap.jurisdiction.Position;

/** A folder keeps each photo once, under the name of its content. */
class PhotoFolderTest {

  private static final byte[] JPEG = Pictures.withExif(Pictures.jpeg(), Exif.inTebet());
  private static final Instant TAKEN = Instant.parse("2026-11-21T02:15:00Z");
  private static final Position TEBET = Position.of(-6.2263, 106.8583);

  @TempDir Path temp;

  @Test
  void a_photo_is_kept_and_found_by_its_reference() {
    PhotoFolder folder = open();
    Photo photo = folder.keep(picture(JPEG), TAKEN, TEBET);
    assertThat(photo.reference()).matches("sha256-[0-9a-f]{64}\\.jpg");
    assertThat(photo.takenAt()).isEqualTo(TAKEN);
    assertThat(photo.position()).isEqualTo(TEBET);
    assertThat(folder.find(photo.reference()).map(Picture::content)).contains(Pictures.jpeg());
    assertThat(folder.find(photo.reference()).map(Picture::mediaType)).contains("image/jpeg");
    assertThat(open().find(photo.reference()).map(Picture::content)).contains(Pictures.jpeg());
    assertThat(open().find(photo.reference()).map(Picture::mediaType)).contains("image/jpeg");
  }

  @Test
  void a_clean_photo_puts_itself_in_with_its_place() {
    Photo photo = Pictures.read(JPEG).keepIn(open());
    assertThat(photo.position()).isNotNull();
    assertThat(open().find(photo.reference())).isPresent();
  }

  @Test
  void what_comes_with_a_place_in_it_is_cleaned_all_the_same() throws IOException {
    Photo photo = open().keep(picture(JPEG), null, null);
    String kept =
        Files.readString(folder().resolve(photo.reference()), StandardCharsets.ISO_8859_1);
    assertThat(kept).doesNotContain("Exif");
  }

  @Test
  void the_same_photo_is_kept_once_and_nothing_is_left_beside_it() throws IOException {
    PhotoFolder folder = open();
    Photo first = folder.keep(picture(JPEG), TAKEN, null);
    assertThat(folder.keep(picture(Pictures.jpeg()), null, null).reference())
        .isEqualTo(first.reference());
    assertThat(names()).containsExactly(first.reference());
  }

  @Test
  void threads_that_keep_the_same_photo_do_not_disturb_each_other() throws IOException {
    PhotoFolder folder = open();
    List<String> references =
        IntStream.range(0, 32)
            .parallel()
            .mapToObj(i -> folder.keep(picture(JPEG), null, null).reference())
            .distinct()
            .toList();
    assertThat(references).hasSize(1);
    assertThat(names()).isEqualTo(references);
  }

  @Test
  void a_full_folder_may_have_room_later() {
    PhotoFolder folder = PhotoFolder.open(folder(), 1, 1 << 20);
    folder.keep(picture(JPEG), null, null);
    assertFails(
        () -> folder.keep(Picture.of("image/png", Pictures.png()), null, null),
        UncheckedIOException.class);
    assertThat(folder.keep(picture(JPEG), null, null)).isNotNull();
    PhotoFolder again = PhotoFolder.open(folder(), 1, 1 << 20);
    assertFails(
        () -> again.keep(Picture.of("image/png", Pictures.png()), null, null),
        UncheckedIOException.class);
    PhotoFolder larger = PhotoFolder.open(folder(), 2, 1 << 20);
    assertThat(larger.keep(Picture.of("image/png", Pictures.png()), null, null).reference())
        .endsWith(".png");
  }

  @Test
  void the_bytes_are_counted_too() throws IOException {
    PhotoFolder folder = PhotoFolder.open(folder(), 10, 100);
    assertFails(() -> folder.keep(picture(JPEG), null, null), UncheckedIOException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void what_is_no_picture_or_of_another_type_is_never_kept() throws IOException {
    PhotoFolder folder = open();
    assertFails(() -> folder.keep(picture(new byte[10]), null, null), UnusablePhotoException.class);
    assertFails(
        () -> folder.keep(Picture.of("image/png", JPEG), null, null), UnusablePhotoException.class);
    assertThat(names()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../rahasia.jpg",
        "/etc/passwd",
        "rahasia.jpg",
        "https://example.org/a.jpg",
        "sha256-0000000000000000000000000000000000000000000000000000000000000000.jpg",
        "sha256-0000000000000000000000000000000000000000000000000000000000000000.jpg/../x",
        "sha256-00000000000000000000000000000000000000000000000000000000000000.jpg\0",
        "SHA256-0000000000000000000000000000000000000000000000000000000000000000.JPG"
      })
  void a_reference_that_is_not_its_own_finds_nothing(String reference) throws IOException {
    PhotoFolder folder = open();
    Files.writeString(temp.resolve("rahasia.jpg"), "x");
    Files.writeString(folder().resolve("rahasia.jpg"), "x");
    assertThat(folder.find(reference)).isEmpty();
  }

  @Test
  void a_link_is_not_followed() throws IOException {
    PhotoFolder folder = open();
    String name = "sha256-" + "0".repeat(64) + ".jpg";
    Path outside = Files.writeString(temp.resolve("rahasia"), "x");
    Files.createSymbolicLink(folder().resolve(name), outside);
    assertThat(folder.find(name)).isEmpty();
  }

  @Test
  void a_photo_that_has_changed_on_the_disk_is_not_handed_out() throws IOException {
    PhotoFolder folder = open();
    String reference = folder.keep(picture(JPEG), null, null).reference();
    Files.writeString(folder().resolve(reference), "x");
    assertFails(() -> folder.find(reference), UncheckedIOException.class);
  }

  @Test
  void a_folder_that_has_gone_may_come_back() throws IOException {
    PhotoFolder folder = open();
    Files.delete(folder());
    assertFails(() -> folder.keep(picture(JPEG), null, null), UncheckedIOException.class);
    Files.createDirectory(folder());
    assertThat(folder.keep(picture(JPEG), null, null)).isNotNull();
  }

  @Test
  void limits_and_directories_that_cannot_be_are_refused_at_once() throws IOException {
    assertThatThrownBy(() -> PhotoFolder.open(folder(), 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    Path file = Files.writeString(temp.resolve("file"), "x");
    assertThatThrownBy(() -> PhotoFolder.open(file, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private PhotoFolder open() {
    return PhotoFolder.open(folder(), 100, 1 << 20);
  }

  private Path folder() {
    return temp.resolve("photos");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  private static Picture picture(byte[] content) {
    return Picture.of("image/jpeg", content);
  }

  private static void assertFails(Runnable call, Class<? extends RuntimeException> failure) {
    assertThatThrownBy(call::run).isInstanceOf(failure);
  }
}
