package org.tanggap.citydesk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanggap.geo.Boundaries;
import org.tanggap.geo.BoundaryCheck;
import org.tanggap.geo.BoundaryReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line for boundary files. */
@Command(
    name = "boundaries",
    description = "Looks into boundary files.",
    subcommands = BoundariesCommand.Check.class)
final class BoundariesCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  BoundariesCommand() {}

  @Override
  public Integer call() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "Say what to do: boundaries check FILE");
  }

  /** Tells what is wrong with a file. */
  @Command(
      name = "check",
      description = {
        "Tells what is wrong with a boundary file: overlaps, gaps and slivers, invalid rings,",
        "spikes, tiny parts, duplicate names, missing units, contradicting parents.",
        "Defects are the result, not a failure: the exit status is 0."
      },
      sortOptions = false)
  static final class Check implements Callable<Integer> {

    private static final Pattern AFTER_THE_CODE = Pattern.compile("[,;\\s].*");

    @Spec @Nullable CommandSpec spec;

    @Parameters(
        paramLabel = "FILE",
        description = "Areas as GeoJSON, also gzipped, or a shapefile, also zipped.")
    @Nullable Path file;

    @Option(
        names = "--expected",
        paramLabel = "CODES.txt",
        description =
            "The codes of all areas there should be, one at the start of each line; lines that"
                + " start with # are skipped.")
    @Nullable Path expected;

    @Option(
        names = "--parents",
        paramLabel = "FILE",
        description = "The areas above, such as the kecamatan of kelurahan.")
    @Nullable Path parents;

    @Option(names = "--json", paramLabel = "OUT", description = "Writes the report as JSON.")
    @Nullable Path json;

    @Option(
        names = "--svg",
        paramLabel = "OUT",
        description = "Draws where the worst overlaps and gaps are.")
    @Nullable Path svg;

    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "Shows this help.")
    boolean help;

    Check() {}

    @Override
    public Integer call() throws IOException {
      Path checked = Objects.requireNonNull(file);
      refuseOverwriting(json);
      refuseOverwriting(svg);
      BoundaryCheck check = BoundaryCheck.of(Boundaries.read(checked));
      if (expected != null) {
        check = check.withExpected(codes(expected));
      }
      if (parents != null) {
        check = check.withParents(Boundaries.read(parents));
      }
      BoundaryReport report = check.run();
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      out.print(report.summary());
      out.flush();
      write(json, report::writeJson);
      write(svg, report::writeSvg);
      return 0;
    }

    private void refuseOverwriting(@Nullable Path to) throws IOException {
      if (to == null || !Files.exists(to)) {
        return;
      }
      for (Path in : new Path[] {file, parents, expected}) {
        if (in != null && Files.exists(in) && Files.isSameFile(in, to)) {
          throw new CannotStartException(to + ": the report would overwrite " + in + ".", null);
        }
      }
    }

    private static List<String> codes(Path list) {
      try {
        List<String> codes =
            Files.readString(list, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.startsWith("\ufeff") ? line.substring(1) : line)
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .map(line -> AFTER_THE_CODE.matcher(line).replaceFirst(""))
                .filter(code -> !code.isEmpty())
                .toList();
        if (codes.isEmpty()) {
          throw new CannotStartException(
              list + ": there is no code in it. Write one at the start of each line.", null);
        }
        return codes;
      } catch (IOException e) {
        throw new CannotStartException(list + ": it cannot be read as a text in UTF-8.", e);
      }
    }

    private static void write(@Nullable Path to, Rendering rendering) {
      if (to == null) {
        return;
      }
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
        rendering.write(out);
      } catch (IOException e) {
        throw new CannotStartException(
            to + ": it cannot be written. Check the folder and the rights.", e);
      }
    }

    /** One of the forms of a report. */
    @FunctionalInterface
    private interface Rendering {
      void write(OutputStream out) throws IOException;
    }
  }
}
