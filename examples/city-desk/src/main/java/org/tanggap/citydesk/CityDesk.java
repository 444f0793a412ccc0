package org.tanggap.citydesk;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tanggap.geo.BoundaryFileException;
import org.tanggap.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the city desk. */
@Command(
    name = "city-desk",
    description = {
      "Takes a feed of citizens' reports, routes each to its kelurahan and its unit,",
      "keeps the clock, and shows it all on a page on this machine.",
      "Without options it runs on a sample: a sketch of Jakarta and a small feed."
    },
    footer = {
      "",
      "The environment variable CITY_DESK_APP_SECRET (16 characters or more) opens",
      "POST /channels/app for signed posts of a citizen's app."
    },
    subcommands = {RouteCommand.class, BoundariesCommand.class},
    sortOptions = false)
public final class CityDesk implements Callable<Integer> {

  /** The exit status for what the person at the keyboard can put right. */
  static final int CANNOT_START = 2;

  /** Held, so that the level set on it stays. */
  private static final Logger POOL_LOG = Logger.getLogger("com.zaxxer.hikari");

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--boundaries",
      paramLabel = "FILE",
      description = "Areas as GeoJSON, also gzipped. Default: the sketch of Jakarta.")
  @Nullable Path boundaries;

  @Option(
      names = "--feed",
      paramLabel = "FILE",
      description =
          "Reports as CSV or newline-delimited JSON, or a folder of such files; read on as they"
              + " grow. Default: the sample.")
  @Nullable Path feed;

  @Option(
      names = "--units",
      paramLabel = "FILE",
      description = "Units and rules as JSON. Default: lurah, camat and suku dinas of each area.")
  @Nullable Path units;

  @Option(
      names = "--accounts",
      paramLabel = "FILE",
      description =
          "The accounts of the city as JSON: kind, name, unit, settings. Without --feed, they are"
              + " read instead of the sample.")
  @Nullable Path accounts;

  @Option(
      names = "--templates",
      paramLabel = "FILE",
      description = "Prepared answers as JSON. Default: a few in Indonesian.")
  @Nullable Path templates;

  @Option(
      names = "--db",
      paramLabel = "URL",
      defaultValue = "jdbc:sqlite:city-desk.db",
      description =
          "A SQLite file, or jdbc:postgresql://HOST/NAME with user and password in the URL or in"
              + " CITY_DESK_DB_USER and CITY_DESK_DB_PASSWORD. Default: ${DEFAULT-VALUE}")
  String database = "jdbc:sqlite:city-desk.db";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Where the page is served; 0 for any free port. Default: ${DEFAULT-VALUE}")
  int port = 8080;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  CityDesk() {}

  /**
   * Runs the desk until it is told to stop.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    POOL_LOG.setLevel(Level.WARNING);
    int status = commandLine().execute(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new CityDesk())
        .setParameterExceptionHandler(CityDesk::explainUsage)
        .setExecutionExceptionHandler(CityDesk::explainFault);
  }

  @Override
  public Integer call() {
    PrintWriter out = Optional.ofNullable(spec).orElseThrow().commandLine().getOut();
    DeskRun.Settings settings =
        new DeskRun.Settings(
            boundaries,
            feed,
            units,
            accounts,
            templates,
            new DeskDatabase.Settings(
                database,
                System.getenv("CITY_DESK_DB_USER"),
                System.getenv("CITY_DESK_DB_PASSWORD")),
            port,
            System.getenv("CITY_DESK_APP_SECRET"));
    try (DeskRun run = DeskRun.start(settings, out)) {
      run.untilStopped();
    }
    return 0;
  }

  private static int explainUsage(CommandLine.ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("city-desk: " + e.getMessage() + ".");
    command.getErr().println("Run it with --help to see what there is.");
    command.getErr().flush();
    return CANNOT_START;
  }

  /** What a person can put right gets a sentence; anything else is a defect and shows its trace. */
  private static int explainFault(
      Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    int status = CANNOT_START;
    if (e instanceof CannotStartException || e instanceof BoundaryFileException) {
      command.getErr().println("city-desk: " + e.getMessage());
    } else if (e instanceof StoreException) {
      command
          .getErr()
          .println(
              "city-desk: "
                  + e.getMessage()
                  + ". What was taken in before is kept; see to the database and start again.");
    } else {
      e.printStackTrace(command.getErr());
      status = 1;
    }
    command.getErr().flush();
    return status;
  }
}
