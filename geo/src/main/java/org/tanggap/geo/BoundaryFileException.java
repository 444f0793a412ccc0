package org.tanggap.geo;

import java.io.Serial;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A boundary file that cannot be read as a whole. The message says what is wrong, where, and what
 * to do. It quotes nothing of the file that is longer than a field's name.
 */
public final class BoundaryFileException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** What is wrong. */
  private final Kind kind;

  /** The file's name. */
  private final String file;

  /** From 1, or -1. */
  private final long line;

  /** From 0, or -1. */
  private final long offset;

  BoundaryFileException(Kind kind, String file, String what) {
    this(kind, file, what, -1, -1, null);
  }

  BoundaryFileException(Kind kind, String file, String what, @Nullable Throwable cause) {
    this(kind, file, what, -1, -1, cause);
  }

  BoundaryFileException(
      Kind kind, String file, String what, long line, long offset, @Nullable Throwable cause) {
    super(sentence(file, what, line, offset), cause);
    this.kind = kind;
    this.file = file;
    this.line = line;
    this.offset = offset;
  }

  private static String sentence(String file, String what, long line, long offset) {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(", line ").append(line);
    }
    if (offset >= 0) {
      text.append(", byte ").append(offset);
    }
    return text.append(": ").append(what).toString();
  }

  /** A piece of a file that may stand in a message: short, and without control characters. */
  static String quoted(String text) {
    StringBuilder shown = new StringBuilder("'");
    text.codePoints()
        .limit(40)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .forEach(shown::appendCodePoint);
    return shown.append(text.codePointCount(0, text.length()) > 40 ? "...'" : "'").toString();
  }

  /**
   * What is wrong.
   *
   * @return the kind of fault
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Which file is wrong.
   *
   * @return the file's name without its folder
   */
  public String file() {
    return file;
  }

  /**
   * The line of the fault.
   *
   * @return the line, from 1, or nothing if the fault has no line
   */
  public OptionalLong findLine() {
    return line > 0 ? OptionalLong.of(line) : OptionalLong.empty();
  }

  /**
   * The place of the fault in the uncompressed file.
   *
   * @return the offset in bytes, from 0, or nothing if the fault has no place
   */
  public OptionalLong findOffset() {
    return offset >= 0 ? OptionalLong.of(offset) : OptionalLong.empty();
  }

  /** What can be wrong with a whole file. */
  public enum Kind {
    /** The file is missing or the disk gives an error. */
    UNREADABLE,
    /** Nothing is in it, or white space only. */
    EMPTY,
    /** It ends too early, compressed or not. */
    TRUNCATED,
    /** The compression is damaged. */
    DAMAGED,
    /** Text in another encoding than UTF-8. */
    NOT_UTF8,
    /** No JSON. */
    NOT_JSON,
    /** JSON, but no GeoJSON; or another format altogether. */
    NOT_GEOJSON,
    /** It claims to be a shapefile and breaks the rules of that format. */
    NOT_SHAPEFILE,
    /** A part of the shapefile is missing, such as the .dbf. */
    PART_MISSING,
    /** Features, but none with a polygon that can be used. */
    NO_POLYGONS,
    /** Another coordinate system than WGS 84. */
    FOREIGN_CRS,
    /** Latitude and longitude are exchanged in most features. */
    AXES_SWAPPED,
    /** Most features lie in the wrong hemisphere. */
    MINUS_SIGN_LOST,
    /** Larger than the {@link BoundaryOptions} allow. */
    OVER_LIMIT
  }
}
