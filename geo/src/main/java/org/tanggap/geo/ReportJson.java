package org.tanggap.geo;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** A report as JSON. */
final class ReportJson {

  private final BoundaryReport report;

  ReportJson(BoundaryReport report) {
    this.report = report;
  }

  void write(OutputStream out) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      report(json);
      json.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
    out.flush();
  }

  private void report(JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("version", report.boundaries().version());
    text(json, "parents", report.parents().map(Boundaries::version).orElse(null));
    json.writeNumberProperty("areas", report.boundaries().jurisdictions().size());
    json.writeNumberProperty("parts", report.parts());
    json.writeNumberProperty("vertices", report.vertices());
    json.writeNumberProperty("smallest_m2", report.smallest());
    json.writeArrayPropertyStart("notices");
    for (BoundaryNotice.Kind kind : report.notices().counts().keySet()) {
      kind(json, kind);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void kind(JsonGenerator json, BoundaryNotice.Kind kind) {
    boolean counted = kind.measure() == BoundaryNotice.Measure.COUNT;
    String unit = counted ? "count" : kind.measure().symbol();
    double total = report.total(kind);
    json.writeStartObject();
    json.writeStringProperty("kind", kind.name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("severity", kind.severity().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("sentence", kind.sentence());
    json.writeNumberProperty("count", report.notices().count(kind));
    text(json, "unit", unit.isEmpty() ? null : unit);
    json.writeName("total");
    if (total > 0) {
      json.writeNumber(total);
    } else {
      json.writeNull();
    }
    json.writeArrayPropertyStart("samples");
    for (BoundaryNotice sample : report.notices().samples(kind)) {
      sample(json, sample);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void sample(JsonGenerator json, BoundaryNotice sample) {
    json.writeStartObject();
    area(json, "", sample.code());
    area(json, "other_", sample.otherCode());
    if (sample.feature() > 0) {
      json.writeNumberProperty("feature", sample.feature());
    }
    number(json, "longitude", sample.longitude());
    number(json, "latitude", sample.latitude());
    number(json, "size", sample.size());
    json.writeEndObject();
  }

  private void area(JsonGenerator json, String prefix, @Nullable String code) {
    if (code != null) {
      json.writeStringProperty(prefix + "code", code);
      report.name(code).ifPresent(name -> json.writeStringProperty(prefix + "name", name));
    }
  }

  private static void number(JsonGenerator json, String property, double value) {
    if (Double.isFinite(value)) {
      json.writeNumberProperty(property, value);
    }
  }

  private static void text(JsonGenerator json, String property, @Nullable String value) {
    if (value == null) {
      json.writeNullProperty(property);
    } else {
      json.writeStringProperty(property, value);
    }
  }
}
