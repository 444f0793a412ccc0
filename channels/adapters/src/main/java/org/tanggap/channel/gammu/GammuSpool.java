package org.tanggap.channel.gammu;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A folder of files whose names have one shape; everything else in it is not there. */
final class GammuSpool {

  /** A file longer than this is not read. */
  static final int MAX_BYTES = 1 << 18;

  private final Path folder;
  private final Pattern names;

  GammuSpool(Path folder, Pattern names) {
    this.folder = folder;
    this.names = names;
  }

  private record Found(String name, FileTime changed) {}

  /** The files that changed first, then by name. */
  List<String> list(int limit) throws IOException {
    List<Found> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (names.matcher(name).matches()) {
          find(file).ifPresent(changed -> found.add(new Found(name, changed)));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return found.stream()
        .sorted(Comparator.comparing(Found::changed).thenComparing(Found::name))
        .limit(limit)
        .map(Found::name)
        .toList();
  }

  /** When a file changed; nothing if it is gone or something else. */
  private static Optional<FileTime> find(Path file) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile()
          ? Optional.of(attributes.lastModifiedTime())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * A file's bytes.
   *
   * @return the bytes; one more than the limit if it is too long; nothing if it cannot be read
   * @throws NoSuchFileException if it is gone
   */
  Optional<byte[]> read(String name) throws NoSuchFileException {
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      return Optional.of(in.readNBytes(MAX_BYTES + 1));
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Removes files; those that are gone already are no fault. */
  void remove(List<String> files) throws IOException {
    for (String name : files) {
      if (names.matcher(name).matches()) {
        Files.deleteIfExists(folder.resolve(name));
      }
    }
  }

  /** Moves files into a folder beneath, where a person can look at them. */
  void setAside(List<String> files, String under) throws IOException {
    for (String name : files) {
      if (names.matcher(name).matches() && Files.exists(folder.resolve(name))) {
        Path target = Files.createDirectories(folder.resolve(under));
        Files.move(folder.resolve(name), target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
