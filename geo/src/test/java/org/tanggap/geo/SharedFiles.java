package org.tanggap.geo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real boundary files, which are not part of this repository. */
final class SharedFiles {

  private SharedFiles() {}

  static Path data(String name) {
    String folder = System.getProperty("tanggap.shared", "");
    Path file = Path.of(folder, "data", name);
    assumeTrue(
        !folder.isEmpty() && Files.isRegularFile(file),
        "the real file data/" + name + " is not in the folder of -Dtanggap.shared");
    return file;
  }
}
