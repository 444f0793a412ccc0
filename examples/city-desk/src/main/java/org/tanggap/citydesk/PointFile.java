package org.tanggap.citydesk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a CSV, one after the other. A line may have fewer or more fields than the header.
 */
final class PointFile implements AutoCloseable {

  /** Put after the last line: if it stands inside a field, a quotation mark was never closed. */
  private static final String END = "\u0004end of points\u0004";

  private final Path file;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private long line;

  PointFile(Path file) throws IOException {
    this.file = file;
    this.reader =
        CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofCsvRecord(open(file));
    this.records = reader.iterator();
  }

  private static Reader open(Path file) throws IOException {
    byte[] end = ("\n" + END + "\n").getBytes(StandardCharsets.UTF_8);
    Reader text =
        new BufferedReader(
            new InputStreamReader(
                new SequenceInputStream(Files.newInputStream(file), new ByteArrayInputStream(end)),
                StandardCharsets.UTF_8));
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return text;
  }

  /** The next line, or nothing at the end. */
  Optional<CsvRecord> next() {
    try {
      CsvRecord next = records.next();
      String last = next.getField(next.getFieldCount() - 1);
      if (last.equals(END) && next.getFieldCount() == 1) {
        return Optional.empty();
      }
      if (last.contains(END)) {
        throw unmatched(null);
      }
      line = next.getStartingLineNumber();
      return Optional.of(next);
    } catch (CsvParseException e) {
      throw unmatched(e);
    }
  }

  private CannotStartException unmatched(@Nullable Throwable cause) {
    return new CannotStartException(
        String.format(
            Locale.ROOT,
            "%s: after line %d the quotation marks do not match. Put them right; the points up to"
                + " there were routed.",
            file,
            line),
        cause);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
