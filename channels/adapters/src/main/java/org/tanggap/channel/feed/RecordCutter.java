package org.tanggap.channel.feed;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Cuts a file into records and knows the byte after each of them. In CSV, a line break between
 * quotation marks does not end a record; both that mark and the line break are single bytes in
 * UTF-8, so bytes are enough.
 */
final class RecordCutter implements AutoCloseable {

  /** A record longer than this is passed over and reported. */
  static final int MAX_BYTES = 1 << 20;

  private final SeekableByteChannel channel;
  private final boolean quotes;
  private final boolean lastLineCounts;
  private InputStream in;
  private long offset;
  private long line;

  RecordCutter(Path file, boolean quotes, boolean lastLineCounts) throws IOException {
    this.channel = Files.newByteChannel(file);
    this.quotes = quotes;
    this.lastLineCounts = lastLineCounts;
    this.in = buffered();
  }

  /** A record: its bytes without the line break, and where it stands in the file. */
  static final class Cut {

    private final byte[] bytes;
    private final long start;
    private final long line;
    private final boolean tooLong;

    Cut(byte[] bytes, long start, long line, boolean tooLong) {
      this.bytes = bytes;
      this.start = start;
      this.line = line;
      this.tooLong = tooLong;
    }

    /** The number of its first line, from 1. */
    long line() {
      return line;
    }

    /** Whether it is longer than {@link #MAX_BYTES}; then only its beginning was kept. */
    boolean tooLong() {
      return tooLong;
    }

    String text() throws CharacterCodingException {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    boolean isBlank() {
      for (byte b : bytes) {
        if (b != ' ' && b != '\t' && b != '\r') {
          return false;
        }
      }
      return true;
    }

    String digest() {
      try {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        return HexFormat.of().formatHex(hash, 0, 16);
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError("every Java platform has SHA-256", e);
      }
    }
  }

  long size() throws IOException {
    return channel.size();
  }

  /** The byte after the last record. */
  long offset() {
    return offset;
  }

  /** The lines up to there. */
  long line() {
    return line;
  }

  void seek(long toOffset, long toLine) throws IOException {
    channel.position(toOffset);
    in = buffered();
    offset = toOffset;
    line = toLine;
  }

  /** Goes back to the second line of a record that has several; otherwise stays. */
  void backToSecondLine(Cut cut) throws IOException {
    for (int i = 0; i < cut.bytes.length; i++) {
      if (cut.bytes[i] == '\n') {
        seek(cut.start + i + 1, cut.line);
        return;
      }
    }
  }

  /** The next record, or nothing if the file ends before the record does. */
  Optional<Cut> next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long read = 0;
    long breaks = 0;
    boolean quoted = false;
    boolean tooLong = false;
    for (int b = in.read(); b >= 0; b = in.read()) {
      read++;
      if (b == '\n') {
        breaks++;
        if (!quoted || tooLong) {
          return Optional.of(cut(bytes, read, breaks, tooLong));
        }
      }
      quoted ^= quotes && b == '"';
      if (bytes.size() < MAX_BYTES) {
        bytes.write(b);
      } else {
        tooLong = true;
      }
    }
    return read > 0 && lastLineCounts
        ? Optional.of(cut(bytes, read, breaks + 1, tooLong))
        : Optional.empty();
  }

  private Cut cut(ByteArrayOutputStream bytes, long read, long breaks, boolean tooLong) {
    Cut cut = new Cut(bytes.toByteArray(), offset, line + 1, tooLong);
    offset += read;
    line += breaks;
    return cut;
  }

  private InputStream buffered() {
    return new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
