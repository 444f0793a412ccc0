package org.tanggap.citydesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What a command line that ended has said.
 *
 * @param status the exit status
 * @param out what went to the standard output
 * @param err what went to the standard error
 * @param warnings what was logged as a warning or worse
 */
record Terminal(int status, String out, String err, List<String> warnings) {

  /** Held, so that the level set on it stays; {@code main} sets the same. */
  private static final Logger POOL_LOG = Logger.getLogger("com.zaxxer.hikari");

  static {
    POOL_LOG.setLevel(Level.WARNING);
  }

  static Terminal run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    try (Listening log = new Listening()) {
      int status =
          CityDesk.commandLine()
              .setOut(new PrintWriter(out, true))
              .setErr(new PrintWriter(err, true))
              .execute(List.of(args).stream().map(String::valueOf).toArray(String[]::new));
      return new Terminal(status, out.toString(), err.toString(), List.copyOf(log.warnings));
    }
  }

  /** One sentence that names all that is given, and nothing else: no trace, no log. */
  void refused(String... named) {
    refusedInLines(1, named);
  }

  /** The same, with the hint where help is found. */
  void refusedWithHint(String... named) {
    refusedInLines(2, named);
    assertThat(err.lines().skip(1)).containsExactly("Run it with --help to see what there is.");
  }

  private void refusedInLines(int lines, String... named) {
    assertThat(status).as(err).isEqualTo(2);
    assertThat(err.lines()).hasSize(lines);
    String sentence = err.lines().findFirst().orElseThrow();
    assertThat(sentence).startsWith("city-desk: ").endsWith(".").contains(named);
    assertThat(sentence).doesNotEndWith("..").doesNotContain("null", "java.", "org.tanggap");
    assertThat(warnings).isEmpty();
  }

  /** Hears what would go to the log. */
  private static final class Listening extends Handler implements AutoCloseable {

    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");

    Listening() {
      setLevel(Level.WARNING);
      root.addHandler(this);
    }

    @Override
    public void publish(LogRecord message) {
      if (isLoggable(message)) {
        warnings.add(message.getLoggerName() + ": " + message.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      root.removeHandler(this);
    }
  }
}
