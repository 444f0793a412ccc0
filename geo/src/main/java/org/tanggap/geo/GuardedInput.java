package org.tanggap.geo;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipException;

/**
 * The uncompressed bytes of a file: counted, limited, digested, and turned into typed errors when
 * they cannot be read. As text they are checked to be UTF-8, and record separators (RFC 8142) are
 * handed on as line ends.
 */
final class GuardedInput extends InputStream {

  private static final int RECORD_SEPARATOR = 0x1e;

  private final InputStream in;
  private final String file;
  private final long maxBytes;
  private final boolean text;
  private final MessageDigest digest = sha256();
  private long count;
  private boolean exhausted;
  private int pending;
  private int low = 0x80;
  private int high = 0xbf;

  private GuardedInput(InputStream in, String file, long maxBytes, boolean text) {
    this.in = in;
    this.file = file;
    this.maxBytes = maxBytes;
    this.text = text;
  }

  static GuardedInput text(InputStream in, String file, BoundaryOptions options) {
    return new GuardedInput(in, file, options.maxBytes(), true);
  }

  static GuardedInput binary(InputStream in, String file, BoundaryOptions options) {
    return new GuardedInput(in, file, options.maxBytes(), false);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    int n = readTyped(buffer, offset, length);
    exhausted |= n < 0;
    if (n > 0) {
      digest.update(buffer, offset, n);
      if (text) {
        checkUtf8(buffer, offset, n);
      }
      count += n;
      if (count > maxBytes) {
        throw overLimit(file, maxBytes);
      }
    }
    return n;
  }

  static BoundaryFileException overLimit(String file, long maxBytes) {
    return new BoundaryFileException(
        BoundaryFileException.Kind.OVER_LIMIT,
        file,
        "more than "
            + maxBytes
            + " bytes, uncompressed. Split the file, or raise the limit in"
            + " the options.");
  }

  private int readTyped(byte[] buffer, int offset, int length) {
    try {
      return in.read(buffer, offset, length);
    } catch (EOFException e) {
      throw new BoundaryFileException(
          BoundaryFileException.Kind.TRUNCATED,
          file,
          "the compressed data end too early. Fetch the file again.",
          e);
    } catch (ZipException e) {
      throw new BoundaryFileException(
          BoundaryFileException.Kind.DAMAGED,
          file,
          "the compressed data are damaged. Fetch the file again.",
          e);
    } catch (IOException e) {
      throw new BoundaryFileException(
          BoundaryFileException.Kind.UNREADABLE,
          file,
          "it cannot be read ("
              + e.getClass().getSimpleName()
              + "). Check the disk and the rights.",
          e);
    }
  }

  private void checkUtf8(byte[] buffer, int offset, int n) {
    for (int i = offset; i < offset + n; i++) {
      int b = buffer[i];
      if (b > 0 && pending == 0) {
        if (b == RECORD_SEPARATOR) {
          buffer[i] = '\n';
        }
        continue;
      }
      if (!follows(b & 0xff)) {
        throw new BoundaryFileException(
            BoundaryFileException.Kind.NOT_UTF8,
            file,
            "the text is not UTF-8. Save it as UTF-8 (for instance: iconv -f WINDOWS-1252 -t"
                + " UTF-8).",
            -1,
            count + i - offset,
            null);
      }
    }
  }

  /** Whether a byte may stand here by the table of well-formed UTF-8; zero bytes may not. */
  private boolean follows(int b) {
    if (pending > 0) {
      boolean allowed = b >= low && b <= high;
      low = 0x80;
      high = 0xbf;
      pending--;
      return allowed;
    }
    if (b >= 0xc2 && b <= 0xdf) {
      pending = 1;
    } else if (b >= 0xe0 && b <= 0xef) {
      pending = 2;
      low = b == 0xe0 ? 0xa0 : 0x80;
      high = b == 0xed ? 0x9f : 0xbf;
    } else if (b >= 0xf0 && b <= 0xf4) {
      pending = 3;
      low = b == 0xf0 ? 0x90 : 0x80;
      high = b == 0xf4 ? 0x8f : 0xbf;
    } else {
      return false;
    }
    return true;
  }

  /** Reads so many bytes, no fewer. */
  byte[] exactly(int length) {
    byte[] bytes;
    try {
      bytes = readNBytes(length);
    } catch (IOException e) {
      throw new IllegalStateException("reading here throws typed errors only", e);
    }
    if (bytes.length < length) {
      throw new BoundaryFileException(
          BoundaryFileException.Kind.TRUNCATED,
          file,
          "it ends too early. Fetch it again.",
          -1,
          count,
          null);
    }
    return bytes;
  }

  /** Reads what is left, so that the digest is that of the whole. */
  void drain() {
    byte[] rest = new byte[8192];
    while (read(rest, 0, rest.length) >= 0) {
      // only counted and digested
    }
  }

  /** The first eight hex digits of the digest of all that was read. */
  String fingerprint() {
    return HexFormat.of().formatHex(digest.digest(), 0, 4);
  }

  byte[] digest() {
    return digest.digest();
  }

  /** Whether the end was met. */
  boolean isExhausted() {
    return exhausted;
  }

  long count() {
    return count;
  }
}
