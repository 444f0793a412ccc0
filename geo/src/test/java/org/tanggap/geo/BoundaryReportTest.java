package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

@DisplayName("A report of the boundary check can be read, parsed and looked at")
class BoundaryReportTest {

  private static BoundaryReport report() {
    return BoundaryCheck.of(
            Sample.read(
                Sample.collection(
                    Sample.area("31.71.01.1001", "Gambir <&> \\\"Timur\\\"", 106.82, -6.17),
                    Sample.area("31.71.01.1002", "Cideng", 106.829, -6.17))))
        .run();
  }

  private static String json(BoundaryReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.writeJson(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static byte[] svg(BoundaryReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.writeSvg(out);
    return out.toByteArray();
  }

  @Test
  void the_summary_tells_count_total_and_the_worst() {
    assertThat(report().summary())
        .contains("\n1 pairs of areas overlap, 12.2 ha in all (over 1 m2 each)\n")
        .contains("12.2 ha  31.71.01.1001 Gambir <&> \"Timur\" / 31.71.01.1002 Cideng  at -6.1");
  }

  @Test
  void the_json_has_the_documented_shape() throws IOException {
    String json = json(report());
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      while (parser.nextToken() != null) {
        assertThat(parser.currentToken()).isNotEqualTo(JsonToken.NOT_AVAILABLE);
      }
    }
    assertThat(json)
        .startsWith("{\"version\":\"sample@")
        .contains("\"parents\":null,\"areas\":2,\"parts\":2,\"vertices\":10,\"smallest_m2\":1.0")
        .contains("{\"kind\":\"overlap\",\"severity\":\"warning\",")
        .contains("\"count\":1,\"unit\":\"m2\",\"total\":122")
        .contains("\"name\":\"Gambir <&> \\\"Timur\\\"\",\"other_code\":\"31.71.01.1002\"")
        .endsWith("}\n");
  }

  @Test
  void nothing_wrong_is_a_report_too() throws IOException {
    BoundaryReport report = BoundaryCheck.of(Sample.read(Sample.collection(Sample.gambir()))).run();
    assertThat(json(report)).contains("\"notices\":[]");
    assertThat(new String(svg(report), StandardCharsets.UTF_8)).contains("Overlaps: none");
  }

  @Test
  void the_picture_is_sound_xml_whatever_the_names()
      throws IOException, ParserConfigurationException, SAXException {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg(report())));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(document.getElementsByTagName("path").getLength()).isGreaterThanOrEqualTo(2);
    assertThat(document.getDocumentElement().getTextContent())
        .contains("Gambir <&> \"Timur\" / Cideng");
  }

  @Test
  void the_picture_of_a_city_stays_small() throws IOException {
    BoundaryReport city =
        BoundaryCheck.of(Boundaries.read(SharedFiles.data("jakarta-kelurahan-mit.geojson.gz")))
            .run();
    assertThat(svg(city)).hasSizeLessThan(500_000);
    assertThat(new String(svg(city), StandardCharsets.UTF_8))
        .contains("Sunter Agung / Sunter Jaya")
        .contains("areas lie partly or wholly outside the picture.");
  }
}
