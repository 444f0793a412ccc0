package org.tanggap.geo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/** Build and load by the clock, and heap by what the collector leaves. */
final class Measures {

  private final String layer;
  private final List<Outline> outlines;
  private final int rounds;

  Measures(String layer, List<Outline> outlines, int rounds) {
    this.layer = layer;
    this.outlines = outlines;
    this.rounds = rounds;
  }

  /**
   * Prints the measures of some layers.
   *
   * @param layers one a line of output; {@code a+b} for several together
   */
  public static void main(String... layers) throws IOException {
    if (layers.length == 0) {
      System.out.println("Name the layers to measure, such as: jakarta-kelurahan jakarta-rw");
    }
    for (String layer : layers) {
      List<Outline> outlines = Layers.outlines(layer);
      System.out.println(new Measures(layer, outlines, outlines.size() > 5000 ? 7 : 41).report());
    }
  }

  String report() throws IOException {
    CellIndex index = CellIndex.build(outlines);
    byte[] bytes = bytes(index);
    Path file = Files.createTempFile("index", ".bin");
    try {
      Files.write(file, bytes);
      return String.format(
          Locale.ROOT,
          """
          %s: %d areas, %d edges, %.2f MB as a file
            build the index        %s
            build JTS prepared     %s
            build JTS indexed      %s
            add border distances   %s
            load from a buffer     %s
            load from a file       %s
            heap MB: index %.2f, with border distances %.2f, JTS prepared %.2f (packed %.2f), \
          JTS indexed %.2f (packed %.2f)""",
          layer,
          outlines.size(),
          index.edgeCells.edges.count(),
          bytes.length / 1e6,
          time(() -> CellIndex.build(outlines)),
          time(() -> new Contenders.JtsPrepared(outlines, Contenders::objects)),
          time(() -> new Contenders.JtsIndexed(outlines, Contenders::objects)),
          time(() -> new BorderIndex(index)),
          time(() -> CellIndex.read(ByteBuffer.wrap(bytes))),
          time(() -> read(file)),
          heap(() -> CellIndex.read(ByteBuffer.wrap(bytes))),
          heap(() -> withBorders(bytes)),
          heap(() -> new Contenders.JtsPrepared(outlines, Contenders::objects)),
          heap(() -> new Contenders.JtsPrepared(outlines, Contenders::packed)),
          heap(() -> new Contenders.JtsIndexed(outlines, Contenders::objects)),
          heap(() -> new Contenders.JtsIndexed(outlines, Contenders::packed)));
    } finally {
      Files.delete(file);
    }
  }

  private static byte[] bytes(CellIndex index) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    index.write(out);
    return out.toByteArray();
  }

  private static CellIndex read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return CellIndex.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object withBorders(byte[] bytes) {
    CellIndex index = CellIndex.read(ByteBuffer.wrap(bytes));
    return List.of(index, new BorderIndex(index));
  }

  private String time(Supplier<?> work) {
    double[] millis = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      Objects.requireNonNull(work.get());
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    double first = millis[0];
    Arrays.sort(millis);
    return String.format(
        Locale.ROOT, "median %.1f ms, best %.1f, first %.1f", millis[rounds / 2], millis[0], first);
  }

  /** Megabytes that are reachable from the work's result and were not before. */
  private static double heap(Supplier<?> work) {
    Objects.requireNonNull(work.get());
    long before = used();
    Object kept = work.get();
    try {
      return (used() - before) / 1e6;
    } finally {
      Reference.reachabilityFence(kept);
    }
  }

  /** The least of some collections: the collector may leave what it has not got to. */
  private static long used() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      least =
          Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
    return least;
  }
}
