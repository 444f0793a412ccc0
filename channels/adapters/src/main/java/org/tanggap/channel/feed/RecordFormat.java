package org.tanggap.channel.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns the text of a record into fields by name; names are lower case, nested ones dotted. */
interface RecordFormat {

  /** The fields that have a value. */
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
        Map<String, String> fields = new HashMap<>();
        flatten("", node, fields);
        return fields;
      } catch (JacksonException e) {
        throw new BadRecordException(
            "the line is no JSON (column " + e.getLocation().getColumnNr() + ")");
      }
    };
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> fields) {
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
      Map<String, String> fields = new HashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        fields.putIfAbsent(names.get(i), cells.get(i));
      }
      return fields;
    };
  }

  private static List<String> cells(String record) throws BadRecordException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(record)) {
      List<CsvRecord> records = reader.stream().limit(2).toList();
      if (records.size() != 1) {
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
