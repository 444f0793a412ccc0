package org.tanggap.geo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real boundary layers, which are not part of the repository. */
final class Layers {

  private Layers() {}

  /** The areas of one layer, or of several joined by {@code +}, such as {@code a+b}. */
  static List<Outline> outlines(String layers) {
    return outlines(Path.of(System.getProperty("tanggap.shared", "../shared")), layers);
  }

  static List<Outline> outlines(Path folder, String layers) {
    List<Outline> outlines = new ArrayList<>();
    for (String layer : layers.split("\\+", -1)) {
      Path file = folder.resolve("data").resolve(layer + ".geojson.gz");
      if (!Files.isRegularFile(file)) {
        throw new IllegalStateException(
            "There is no boundary file "
                + file.toAbsolutePath().normalize()
                + ". Name the folder that has it under data/ with -Dtanggap.shared=FOLDER.");
      }
      outlines.addAll(Boundaries.read(file).outlines());
    }
    return List.copyOf(outlines);
  }
}
