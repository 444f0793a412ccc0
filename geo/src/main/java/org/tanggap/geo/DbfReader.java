package org.tanggap.geo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of a shapefile, record by record. Not thread-safe. */
final class DbfReader {

  private static final int HEADER = 32;
  private static final int END_OF_FIELDS = 0x0d;
  private static final int DELETED = '*';

  /** A column that is wanted, and where it lies in a record. */
  private record Field(String name, char type, int offset, int length) {}

  private final GuardedInput in;
  private final String file;
  private final Tally tally;
  private final NoticeLog notices;
  private final List<Field> fields = new ArrayList<>();
  private final Charset charset;
  private final long records;
  private final int recordLength;
  private long read;

  DbfReader(
      GuardedInput in,
      String file,
      Tally tally,
      NoticeLog notices,
      FeatureSink sink,
      @Nullable Charset stated) {
    this.in = in;
    this.file = file;
    this.tally = tally;
    this.notices = notices;
    ByteBuffer header = bytes(HEADER);
    records = header.getInt(4) & 0xffff_ffffL;
    int headerLength = header.getShort(8) & 0xffff;
    recordLength = header.getShort(10) & 0xffff;
    int language = header.get(29) & 0xff;
    charset =
        stated != null
            ? stated
            : language == 0x03 || language == 0x57
                ? Charset.forName("windows-1252")
                : StandardCharsets.ISO_8859_1;
    if (headerLength <= HEADER || recordLength < 1) {
      throw broken("its header is damaged");
    }
    fields(bytes(headerLength - HEADER), sink);
  }

  /** The names of code pages in a .cpg that are understood, or an error for others. */
  static Charset codePage(String cpg, String file) {
    return switch (cpg.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "")) {
      case "UTF8", "65001", "CP65001" -> StandardCharsets.UTF_8;
      case "ISO88591", "88591", "LATIN1", "USASCII", "ASCII" -> StandardCharsets.ISO_8859_1;
      case "1252", "CP1252", "WINDOWS1252", "ANSI1252", "ANSI" -> Charset.forName("windows-1252");
      default ->
          throw new BoundaryFileException(
              BoundaryFileException.Kind.NOT_SHAPEFILE,
              file,
              "its .cpg names a code page other than UTF-8, ISO 8859-1 and 1252. Convert it:"
                  + " ogr2ogr -lco ENCODING=UTF-8 new.shp old.shp");
    };
  }

  private void fields(ByteBuffer descriptors, FeatureSink sink) {
    int offset = 1;
    int at = 0;
    while (at < descriptors.limit() && descriptors.get(at) != END_OF_FIELDS) {
      if (at + HEADER > descriptors.limit()) {
        throw broken("its list of columns is damaged");
      }
      StringBuilder name = new StringBuilder();
      for (int i = at; i < at + 11 && descriptors.get(i) != 0; i++) {
        name.append((char) (descriptors.get(i) & 0xff));
      }
      String lower = name.toString().strip().toLowerCase(Locale.ROOT);
      int length = descriptors.get(at + 16) & 0xff;
      if (sink.wants(lower)) {
        char type = (char) (descriptors.get(at + 11) & 0xff);
        fields.add(new Field(tally.text(lower), type, offset, length));
      }
      offset += length;
      at += HEADER;
    }
    if (offset != recordLength) {
      throw broken("its columns do not add up to the length of a record");
    }
  }

  /** The wanted attributes of the next record, or null if it is marked as deleted. */
  @Nullable Map<String, String> next(long number) {
    if (read == records) {
      throw broken("it has fewer records than the .shp");
    }
    read++;
    ByteBuffer record = bytes(recordLength);
    if (record.get(0) == DELETED) {
      return null;
    }
    Map<String, String> found = new HashMap<>();
    for (Field field : fields) {
      String text = text(record, field, number);
      if (text != null && found.putIfAbsent(field.name(), text) != null) {
        notices.add(BoundaryNotice.Kind.DUPLICATE_MEMBER, number);
      }
    }
    return found;
  }

  private @Nullable String text(ByteBuffer record, Field field, long number) {
    ByteBuffer raw = record.duplicate().position(field.offset());
    raw.limit(field.offset() + field.length());
    String text;
    try {
      text = charset.newDecoder().decode(raw).toString().replace('\0', ' ').strip();
    } catch (CharacterCodingException e) {
      notices.add(BoundaryNotice.Kind.ATTRIBUTES_MALFORMED, number);
      return null;
    }
    boolean numeric = field.type() == 'N' || field.type() == 'F';
    if (text.isEmpty() || (numeric && text.startsWith("*"))) {
      return null;
    }
    return tally.text(numeric && text.length() < 40 ? FeatureMembers.wholeNumber(text) : text);
  }

  /** Whether records are left that no shape asked for. */
  boolean hasMore() {
    return read < records;
  }

  private ByteBuffer bytes(int length) {
    byte[] bytes = in.exactly(length);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private BoundaryFileException broken(String what) {
    return new BoundaryFileException(
        BoundaryFileException.Kind.NOT_SHAPEFILE,
        file,
        "the .dbf is no table of this shapefile: " + what + ". Fetch the shapefile again.",
        -1,
        in.count(),
        null);
  }
}
