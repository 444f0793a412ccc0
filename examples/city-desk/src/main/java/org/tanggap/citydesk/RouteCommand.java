package org.tanggap.citydesk;

import java.io.IOException;
import java.nio.file.Files;
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
  public Integer call() throws IOException {
    Path in = Objects.requireNonNull(points);
    Path to = Objects.requireNonNull(out);
    if (!Files.isReadable(in)) {
      throw new CannotStartException(in + ": there is no such file to read.", null);
    }
    if (Files.exists(to) && Files.isSameFile(in, to)) {
      throw new CannotStartException(to + ": the result would overwrite the points.", null);
    }
    Boundaries areas = Boundaries.read(Objects.requireNonNull(boundaries));
    PointRouter.Counts counts = new PointRouter(areas.index()).route(in, to);
    Objects.requireNonNull(spec).commandLine().getOut().println(counts.sentence());
    return 0;
  }
}
