package org.tanggap.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts a {@link CrashingWriter}, kills it, looks at what is stored, and does so again. */
final class KillRounds {

  private static final Logger LOG = System.getLogger(KillRounds.class.getName());

  private static final Pattern STORED = Pattern.compile("stored \\d+ (\\d+) \\.");

  /** More than one process can write before it is killed. */
  private static final int NUMBERS_A_ROUND = 100_000;

  /** After that many lines and milliseconds at the most, the blow falls. */
  private static final int MOST_LINES = 12;

  private static final int MOST_MILLIS = 40;

  private final String kind;
  private final String url;
  private final Blow blow;
  private final int kills;
  private final long seed = Long.getLong("tanggap.crash.seed", 20_261_122L);
  private final long nanos =
      TimeUnit.SECONDS.toNanos(Integer.getInteger("tanggap.crash.budget", 600));
  private final Random random = new Random(seed);
  private final List<String> broken = new ArrayList<>();
  private int done;
  private long reports;

  KillRounds(String kind, String url, int kills, Blow blow) {
    this.kind = kind;
    this.url = url;
    this.kills = kills;
    this.blow = blow;
  }

  /** What is killed, and whatever has to be done before the database can be opened again. */
  interface Blow {
    void strike(Process writer) throws Exception;
  }

  /**
   * Kills a process and nothing else. {@link Process#destroyForcibly} would also close the pipe,
   * and with it throw away what the writer has said and nobody has read yet.
   */
  static void kill(Process writer) {
    writer.toHandle().destroyForcibly();
  }

  /** What was found wrong, a sentence each. */
  List<String> broken() {
    return broken;
  }

  /** How many acknowledged reports were looked for. */
  long reports() {
    return reports;
  }

  void run() throws Exception {
    LOG.log(Level.INFO, "crash {0}: {1} kills, seed {2}", kind, kills, Long.toString(seed));
    long start = System.nanoTime();
    while (done < kills && System.nanoTime() - start < nanos && broken.isEmpty()) {
      int first = 1 + done * NUMBERS_A_ROUND;
      List<Integer> acknowledged = killOne(first);
      reports += acknowledged.isEmpty() ? 0 : acknowledged.get(acknowledged.size() - 1) + 1 - first;
      look(first, acknowledged);
      done++;
    }
    LOG.log(
        Level.INFO,
        "crash {0}: {1} kills, {2} reports acknowledged, {3} wrong, {4} s, seed {5}",
        kind,
        Integer.toString(done),
        Long.toString(reports),
        Integer.toString(broken.size()),
        Long.toString(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)),
        Long.toString(seed));
  }

  /** The last numbers of the pages that the writer said were stored. */
  private List<Integer> killOne(int first) throws Exception {
    boolean whileOpening = random.nextInt(8) == 0;
    int life = random.nextInt(whileOpening ? 20 * MOST_MILLIS : MOST_MILLIS);
    CountDownLatch ready = new CountDownLatch(1 + random.nextInt(MOST_LINES));
    Process writer = start(first);
    CompletableFuture<List<String>> said =
        CompletableFuture.supplyAsync(() -> listen(writer, ready));
    if (!whileOpening) {
      ready.await(60, TimeUnit.SECONDS);
    }
    boolean endedByItself = writer.waitFor(life, TimeUnit.MILLISECONDS);
    blow.strike(writer);
    writer.waitFor();
    List<Integer> acknowledged = new ArrayList<>();
    for (String line : said.get(60, TimeUnit.SECONDS)) {
      Matcher page = STORED.matcher(line);
      if (page.matches()) {
        acknowledged.add(Integer.parseInt(page.group(1)));
      }
    }
    if (endedByItself) {
      broken.add("the writer of " + first + " gave up with " + writer.exitValue());
    }
    return acknowledged;
  }

  private Process start(int first) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            CrashingWriter.class.getName(),
            url,
            Integer.toString(first),
            Long.toString(random.nextLong()))
        .redirectError(Path.of("target", "crash-" + kind + ".err").toFile())
        .start();
  }

  private static List<String> listen(Process writer, CountDownLatch ready) {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = writer.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        ready.countDown();
      }
    } catch (IOException e) {
      // The pipe broke with the process; what came before counts.
    }
    while (ready.getCount() > 0) {
      ready.countDown();
    }
    return lines;
  }

  private void look(int first, List<Integer> acknowledged) throws SQLException {
    int last = acknowledged.isEmpty() ? first - 1 : acknowledged.get(acknowledged.size() - 1);
    new StoredReports(url, first, first + NUMBERS_A_ROUND).check(last, broken);
  }
}
