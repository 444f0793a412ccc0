package org.tanggap.geo;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Where the files lie that together are one shapefile. Not thread-safe. */
interface ShapefileParts extends Closeable {

  /** The parts that are read. */
  Set<String> EXTENSIONS = Set.of("shp", "dbf", "prj", "cpg");

  /** What a zip that does not come from a file may hold in memory. */
  int MAX_IN_MEMORY = 256 << 20;

  /** Opens a part by its extension in lower case, or gives null if there is none. */
  @Nullable InputStream open(String extension) throws IOException;

  @Override
  default void close() throws IOException {}

  /** The parts beside a .shp. */
  static ShapefileParts beside(Path shp) {
    String file = String.valueOf(shp.getFileName());
    String stem = file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
    return extension -> {
      if (extension.equals("shp")) {
        return Files.newInputStream(shp);
      }
      for (String written : List.of(extension, extension.toUpperCase(Locale.ROOT))) {
        Path part = shp.resolveSibling(stem + "." + written);
        if (Files.isRegularFile(part)) {
          return Files.newInputStream(part);
        }
      }
      return null;
    };
  }

  /** The parts in a zip file. */
  static ShapefileParts zipped(Path zip, String name) throws IOException {
    ZipFile file = new ZipFile(zip.toFile(), StandardCharsets.ISO_8859_1);
    Map<String, ZipEntry> entries = new HashMap<>();
    try {
      String stem = onlyLayer(file.stream().map(ZipEntry::getName).toList(), name);
      file.stream().forEach(entry -> remember(entries, entry.getName(), stem, entry));
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
    return new ShapefileParts() {
      @Override
      public @Nullable InputStream open(String extension) throws IOException {
        ZipEntry entry = entries.get(extension);
        return entry == null ? null : file.getInputStream(entry);
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }

  /** The parts in a stream that is a zip; they are held in memory. */
  static ShapefileParts zipped(InputStream in, String name, BoundaryOptions options)
      throws IOException {
    Map<String, byte[]> held = new HashMap<>();
    long most =
        Math.min(Math.min(MAX_IN_MEMORY, options.maxBytes()), Runtime.getRuntime().maxMemory() / 8);
    int entries = 0;
    ZipInputStream zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1);
    for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
      if (++entries > 1000) {
        throw new BoundaryFileException(
            BoundaryFileException.Kind.OVER_LIMIT,
            name,
            "more than 1000 files in the zip. Zip the parts of one shapefile only.");
      }
      if (EXTENSIONS.contains(extension(entry.getName()))) {
        byte[] part = zip.readNBytes((int) most + 1);
        most -= part.length;
        if (most < 0) {
          throw new BoundaryFileException(
              BoundaryFileException.Kind.OVER_LIMIT,
              name,
              "the zip is too large to be read from a stream. Give the path of the file instead.");
        }
        held.putIfAbsent(entry.getName(), part);
      }
    }
    String stem = onlyLayer(List.copyOf(held.keySet()), name);
    Map<String, byte[]> parts = new HashMap<>();
    held.forEach((entry, bytes) -> remember(parts, entry, stem, bytes));
    return extension -> {
      byte[] part = parts.get(extension);
      return part == null ? null : new ByteArrayInputStream(part);
    };
  }

  private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw new ZipException("a name in the zip cannot be read");
    }
  }

  private static <T> void remember(Map<String, T> parts, String entry, String stem, T part) {
    if (stem(entry).equalsIgnoreCase(stem) && EXTENSIONS.contains(extension(entry))) {
      parts.putIfAbsent(extension(entry), part);
    }
  }

  private static String onlyLayer(List<String> entries, String name) {
    List<String> layers =
        entries.stream()
            .filter(entry -> extension(entry).equals("shp"))
            .filter(entry -> !entry.contains("__MACOSX/") && !entry.contains("/."))
            .map(ShapefileParts::stem)
            .distinct()
            .toList();
    if (layers.size() != 1) {
      throw new BoundaryFileException(
          BoundaryFileException.Kind.PART_MISSING,
          name,
          (layers.isEmpty() ? "no .shp" : "more than one .shp")
              + " in the zip. Zip the .shp, .dbf, .prj and .cpg of one layer.");
    }
    return layers.get(0);
  }

  private static String stem(String entry) {
    int dot = entry.lastIndexOf('.');
    return dot < 0 ? entry : entry.substring(0, dot);
  }

  private static String extension(String entry) {
    return entry.substring(entry.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
