package org.tanggap.citydesk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tanggap.geo.Boundaries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the bulk router. */
@Command(
    name = "route",
    description = {
      "Routes a CSV of points to their areas, streaming, any size.",
      "In:  columns id, lat, lon (found by header), optionally accuracy_m.",
      "Out: id,outcome,code,kelurahan,kecamatan,kota,border_m, one line for each point.",
      "     outcome: routed, ambiguous, outside, needs-location."
    },
    sortOptions = false)
final class RouteCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--boundaries", paramLabel = "FILE", required = true, description = "Areas.")
  @Nullable Path boundaries;

  @Option(names = "--points", paramLabel = "IN.csv", required = true, description = "Points.")
  @Nullable Path points;

  @Option(names = "--out", paramLabel = "OUT.csv", required = true, description = "The result.")
  @Nullable Path out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  RouteCommand() {}

  @Override
  public Integer call() {
    Path from = Objects.requireNonNull(boundaries);
    Path in = Objects.requireNonNull(points);
    Path to = Objects.requireNonNull(out);
    try {
      check(in, to);
      Boundaries areas = Boundaries.read(from);
      refuseToOverwrite(from, to, "boundaries");
      PointRouter.Counts counts = new PointRouter(areas.index()).route(in, to);
      Objects.requireNonNull(spec).commandLine().getOut().println(counts.sentence());
      return 0;
    } catch (NoSuchFileException | AccessDeniedException e) {
      throw new CannotStartException(
          e.getFile() + ": this file cannot be opened. Check the folder and the rights.", e);
    } catch (IOException | UncheckedIOException e) {
      throw new CannotStartException(
          in + " cannot be routed to " + to + ": " + e.getMessage() + ". Check files and disk.", e);
    }
  }

  private static void check(Path in, Path to) throws IOException {
    if (!Files.isReadable(in)) {
      throw new CannotStartException(
          in + ": there is no such file to read. Give --points a CSV that exists.", null);
    }
    if (Files.isDirectory(in) || Files.isDirectory(to)) {
      throw new CannotStartException(
          (Files.isDirectory(in) ? in : to) + ": it is a folder. Give a file.", null);
    }
    refuseToOverwrite(in, to, "points");
  }

  private static void refuseToOverwrite(Path in, Path to, String what) throws IOException {
    if (Files.exists(to) && Files.isSameFile(in, to)) {
      throw new CannotStartException(
          to + ": the result would overwrite the " + what + ". Give --out another file.", null);
    }
  }
}
