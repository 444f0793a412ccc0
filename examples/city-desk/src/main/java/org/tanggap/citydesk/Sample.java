package org.tanggap.citydesk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.geo.Boundaries;
import org.tanggap.geo.BoundaryOptions;
import org.tanggap.responsibility.Responsibilities;

/** What the desk runs on when nothing else is given: a sketch of Jakarta and a small feed. */
final class Sample {

  static final String NOTICE =
      "The map is a sketch of Jakarta, not the legal borders:"
          + " about one place in thirty lies in the neighbouring kelurahan.";

  private static final AccountId COUNTER = AccountId.of("desk", "counter");

  private static final String FEED = "laporan-warga.ndjson";

  private Sample() {}

  static Boundaries boundaries() {
    try (InputStream in = open("jakarta-sketch.geojson")) {
      return Boundaries.read(in, "jakarta-sketch", BoundaryOptions.defaults());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Responsibilities responsibilities() {
    try (InputStream in = open("units.json")) {
      return Responsibilities.read(in, "units.json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sample feed as a file of its own in a temporary folder. */
  static Path feed() {
    try (InputStream in = open(FEED)) {
      Path folder = Files.createTempDirectory("city-desk-");
      Path file = folder.resolve(FEED);
      Files.write(file, in.readAllBytes());
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes what {@link #feed} made; a run that ends on a signal leaves nothing to the exit. */
  static void discard(Path feed) {
    try {
      Files.deleteIfExists(feed);
      Files.deleteIfExists(feed.resolveSibling(""));
    } catch (IOException e) {
      // What is left in the temporary folder does no harm.
    }
  }

  private static InputStream open(String name) {
    InputStream in = Sample.class.getResourceAsStream("sample/" + name);
    if (in == null) {
      throw new IllegalStateException("the jar lacks sample/" + name);
    }
    return in;
  }

  /**
   * Two citizens at the counter: one who is not to be recognised, so that the map shows the place
   * as a circle, and one whose complaint is nobody else's affair. No channel can answer them.
   */
  static void comeToTheCounter(FeedbackDesk desk) {
    desk.receive(
        new MessageKey(COUNTER, "sample-anonymous"),
        Report.of("Tetangga membakar sampah setiap malam, kami sesak napas")
            .withPlace(-6.2519, 106.8397)
            .withDiscretion(new Discretion(true, false)));
    desk.receive(
        new MessageKey(COUNTER, "sample-secret"),
        Report.of("Petugas parkir liar meminta uang dan mengancam")
            .withPlace(-6.1871, 106.8304)
            .withReporter(new Reporter("warga-17", "Seorang warga"))
            .withDiscretion(new Discretion(true, true)));
  }
}
