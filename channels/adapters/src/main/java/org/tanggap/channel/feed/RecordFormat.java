package org.tanggap.channel.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns the text of a record into fields by name; names are lower case, nested ones dotted. */
interface RecordFormat {

  /** No known name is nearly as long; nesting must not multiply long names. */
  int MAX_NAME = 100;

  /** The fields that have a value, in the order of the record. */
  Map<String, String> fields(String text) throws BadRecordException;

  /** One JSON object a record. */
  static RecordFormat json() {
    JsonMapper mapper =
        new JsonMapper(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(32)
                        .maxStringLength(RecordCutter.MAX_BYTES)
                        .maxNumberLength(40)
                        .build())
                .build());
    return text -> {
      try {
        JsonNode node = mapper.readTree(text);
        if (!node.isObject()) {
          throw new BadRecordException("the line is no JSON object; write one object a line");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        flatten("", node, fields);
        return fields;
      } catch (JacksonException e) {
        throw new BadRecordException("the line is no JSON" + column(e));
      }
    };
  }

  /** Where the line is wrong; the parser does not say so of what goes over a limit. */
  private static String column(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    return location == null ? "" : " (column " + location.getColumnNr() + ")";
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> fields) {
    if (prefix.length() > MAX_NAME) {
      return;
    }
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        String name = member.getKey().toLowerCase(Locale.ROOT);
        flatten(prefix.isEmpty() ? name : prefix + "." + name, member.getValue(), fields);
      }
    } else if (node.isArray()) {
      // Of a list, such as photos, each element under a name of its own.
      int number = 0;
      for (JsonNode element : node) {
        flatten(prefix + "." + number++, element, fields);
      }
    } else if (!node.isNull()) {
      fields.putIfAbsent(prefix, node.asString());
    }
  }

  /** Comma-separated values (RFC 4180) under the given header. */
  static RecordFormat csv(RecordCutter.Cut header) {
    List<String> names;
    try {
      names =
          cells(header.text()).stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    } catch (CharacterCodingException | BadRecordException e) {
      return text -> {
        throw new BadRecordException("the file's first line is no CSV header");
      };
    }
    return text -> {
      List<String> cells = cells(text);
      if (cells.size() > names.size()) {
        throw new BadRecordException(
            "the record has " + cells.size() + " fields, the header " + names.size());
      }
      Map<String, String> fields = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        fields.putIfAbsent(names.get(i), cells.get(i));
      }
      return fields;
    };
  }

  /** Whether a record that spans several lines is meant to. */
  static boolean quotationMarksMatch(RecordCutter.Cut cut) {
    try {
      return !cells(cut.marks()).isEmpty();
    } catch (BadRecordException e) {
      return false;
    }
  }

  private static List<String> cells(String record) throws BadRecordException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(record)) {
      List<CsvRecord> records = reader.stream().limit(2).toList();
      // The reader takes the end of the text for a missing last mark.
      boolean even = record.chars().filter(c -> c == '"').count() % 2 == 0;
      if (records.size() != 1 || !even) {
        throw new BadRecordException("the record's quotation marks do not match");
      }
      return records.get(0).getFields();
    } catch (CsvParseException e) {
      throw new BadRecordException("the record's quotation marks do not match");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
