package org.tanggap.fuzz;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the coverage-guided fuzzer on every class here whose name ends with {@code Fuzz}, one after
 * the other, each for the same time. Ends with status 1 at the first finding.
 */
public final class EveryParser {

  private EveryParser() {}

  /**
   * Runs them.
   *
   * @param args the seconds for each, and the seed
   * @throws Exception if a process cannot be run
   */
  public static void main(String[] args) throws Exception {
    for (String target : targets()) {
      int status = fuzz(target, args[0], args[1]);
      if (status != 0) {
        throw new IllegalStateException(target + " has a finding, status " + status);
      }
    }
  }

  private static List<String> targets() throws IOException, URISyntaxException {
    Path root =
        Path.of(EveryParser.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> classes = Files.walk(root)) {
      return classes
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith("Fuzz.class"))
          .map(name -> name.replaceFirst("\\.class$", "").replace(File.separatorChar, '.'))
          .sorted()
          .toList();
    }
  }

  private static int fuzz(String target, String seconds, String seed)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + target);
    command.add("--instrumentation_includes=org.tanggap.**");
    command.add("-max_total_time=" + seconds);
    command.add("-seed=" + seed);
    command.addAll(List.of("-rss_limit_mb=2048", "-timeout=10", "-print_final_stats=1"));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
