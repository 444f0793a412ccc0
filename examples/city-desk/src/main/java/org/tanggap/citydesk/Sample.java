package org.tanggap.citydesk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Status;
import org.tanggap.desk.Change;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.geo.Boundaries;
import org.tanggap.geo.BoundaryOptions;
import org.tanggap.responsibility.Categorizer;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Responsibilities;
import org.tanggap.sla.Deadline;

/** What the desk runs on when nothing else is given: a sketch of Jakarta and a small feed. */
final class Sample {

  static final String NOTICE =
      "The map is a sketch of Jakarta, not the legal borders:"
          + " about one place in thirty lies in the neighbouring kelurahan.";

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

  /** Words that tell a category in what people of Jakarta write. */
  static Categorizer categorizer() {
    Map<Category, List<String>> words = new LinkedHashMap<>();
    words.put(
        Category.of("flood"),
        List.of("banjir", "genangan", "tergenang", "drainase", "gorong", "saluran", "luapan"));
    words.put(Category.of("road"), List.of("jalan rusak", "berlubang", "aspal", "trotoar"));
    words.put(Category.of("waste"), List.of("sampah", "limbah", "tumpukan"));
    words.put(Category.of("light"), List.of("lampu jalan", "pju", "lampu mati", "gelap"));
    words.put(Category.of("tree"), List.of("pohon", "dahan", "ranting"));
    words.put(Category.of("traffic"), List.of("macet", "parkir", "lampu merah", "rambu"));
    return Categorizer.byWords(words);
  }

  /** The receipt that a citizen gets. */
  static String receipt(Complaint complaint, Deadline deadline) {
    String unit =
        complaint
            .findAssignment()
            .map(assignment -> ", diteruskan kepada " + assignment.unit().name())
            .orElse("");
    return "Terima kasih. Laporan Anda kami catat dengan nomor "
        + complaint.id()
        + unit
        + ", dan kami usahakan selesai sebelum "
        + deadline.due().toLocalDate()
        + " pukul "
        + deadline.due().toLocalTime().withSecond(0).withNano(0)
        + " WIB.";
  }

  /**
   * Plays the offices, so that the map of the sample shows all colours: of each four complaints,
   * one is taken into work and one is resolved, if its place is known.
   */
  static void letOfficesWork(FeedbackDesk desk) {
    int number = 0;
    for (Complaint complaint : desk.list(null, 1_000)) {
      int turn = number++ % 4;
      if (turn >= 2
          && complaint.status() == Status.ASSIGNED
          && complaint.findJurisdiction().isPresent()) {
        Actor officer = Actor.officer(complaint.getUnit().id());
        Change change = desk.change(complaint, new Command.StartWork(), officer);
        if (turn == 3 && change instanceof Change.Done started) {
          desk.change(
              started.complaint(),
              new Command.Resolve("Sudah kami tangani. Terima kasih atas laporan Anda.", List.of()),
              officer);
        }
      }
    }
  }
}
