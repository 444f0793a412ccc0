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
import java.util.Arrays;
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

  private static final int TAIL_BYTES = 256;

  private final SeekableByteChannel channel;
  private final boolean quotes;
  private final long settledSize;
  private InputStream in;
  private long offset;
  private long line;

  /**
   * Opens a file.
   *
   * @param quotes whether a record may go on over a line break between quotation marks
   * @param settledSize the size at which a last line without a line break counts, or -1
   */
  RecordCutter(Path file, boolean quotes, long settledSize) throws IOException {
    this.channel = Files.newByteChannel(file);
    this.quotes = quotes;
    this.settledSize = settledSize;
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

    /** One character a byte, so that the marks of CSV can be looked at whatever the encoding. */
    String marks() {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    String digest() {
      return HexFormat.of().formatHex(sha256().digest(bytes), 0, 16);
    }

    private int firstLineLength() {
      int length = 0;
      while (length < bytes.length && bytes[length] != '\n') {
        length++;
      }
      return length;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
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
    int length = cut.firstLineLength();
    if (length < cut.bytes.length) {
      seek(cut.start + length + 1, cut.line);
    }
  }

  /**
   * A digest of the file's first line and of what stands before the given byte, to tell when
   * another file has taken its place: files of one feed often begin with the same header.
   */
  String seen(Cut first, long upTo) throws IOException {
    long position = channel.position();
    long from = Math.max(0, upTo - TAIL_BYTES);
    ByteBuffer tail = ByteBuffer.allocate((int) (upTo - from));
    channel.position(from);
    while (tail.hasRemaining() && channel.read(tail) >= 0) {
      // Reads until the buffer is full.
    }
    channel.position(position);
    MessageDigest digest = sha256();
    digest.update(first.bytes, 0, first.firstLineLength());
    digest.update(tail.array());
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
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
    return read > 0 && offset + read == settledSize
        ? Optional.of(cut(bytes, read, breaks, tooLong))
        : Optional.empty();
  }

  private Cut cut(ByteArrayOutputStream bytes, long read, long breaks, boolean tooLong) {
    Cut cut = new Cut(withoutReturn(bytes.toByteArray()), offset, line + 1, tooLong);
    offset += read;
    line += breaks;
    return cut;
  }

  /** A record is the same whether its line ends with CR LF or with LF alone. */
  private static byte[] withoutReturn(byte[] bytes) {
    boolean ends = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    return ends ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
  }

  private InputStream buffered() {
    return new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
