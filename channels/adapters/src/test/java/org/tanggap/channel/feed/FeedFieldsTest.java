package org.tanggap.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.channel.feed.Feeds.ACCOUNT;
import static org.tanggap.channel.feed.Feeds.report;
import static org.tanggap.channel.feed.Feeds.settled;
import static org.tanggap.channel.feed.Feeds.single;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.LocationEvidence.Problem;
import org.tanggap.jurisdiction.LocationEvidence.Source;
import org.tanggap.jurisdiction.Position;
import org.tanggap.responsibility.Category;

/** From the fields of a record to a report. */
class FeedFieldsTest {

  private static final Report WHOLE =
      new Report(
          "Jalan berlubang\nDi depan pasar",
          new LocationEvidence.Point(Position.of(-6.2263, 106.8583), Source.DEVICE_GPS, 12.0),
          Category.of("road.pothole"),
          List.of(Photo.of("https://cdn.example.org/4711.jpg")),
          Instant.parse("2026-11-21T02:15:00Z"),
          new Reporter("warga17", null));

  @TempDir Path folder;

  private Path csv(String text) throws IOException {
    return settled(folder.resolve("laporan.csv"), text);
  }

  private Path json(String text) throws IOException {
    return settled(folder.resolve("laporan.ndjson"), text);
  }

  private LocationEvidence placeOf(@Nullable String latitude, @Nullable String longitude)
      throws IOException {
    LocationEvidence inCsv =
        report(
                csv(
                    "id,lat,lon\n1,"
                        + (latitude == null ? "" : latitude)
                        + ","
                        + (longitude == null ? "" : longitude)
                        + "\n"))
            .location();
    LocationEvidence inJson =
        report(
                json(
                    "{\"id\":1"
                        + (latitude == null ? "" : ",\"lat\":\"" + latitude + "\"")
                        + (longitude == null ? "" : ",\"lon\":\"" + longitude + "\"")
                        + "}\n"))
            .location();
    assertThat(inJson).isEqualTo(inCsv);
    return inCsv;
  }

  @Test
  void aWholeCsvRecordBecomesAReport() throws Exception {
    Path file =
        csv(
            "id,title,text,lat,lon,accuracy_m,created_at,category,photo,reporter\n"
                + "4711,Jalan berlubang,Di depan pasar,-6.2263,106.8583,12,2026-11-21T09:15:00,"
                + "road.pothole,https://cdn.example.org/4711.jpg,warga17\n");
    assertThat(single(file).key()).isEqualTo(new MessageKey(ACCOUNT, "4711"));
    assertThat(report(file)).isEqualTo(WHOLE);
  }

  @Test
  void aWholeJsonRecordBecomesTheSameReport() throws Exception {
    Path file =
        json(
            "{\"id\":4711,\"title\":\"Jalan berlubang\",\"text\":\"Di depan pasar\","
                + "\"lat\":-6.2263,\"lon\":106.8583,\"accuracy_m\":12,"
                + "\"created_at\":\"2026-11-21T09:15:00+07:00\",\"category\":\"road.pothole\","
                + "\"photo\":\"https://cdn.example.org/4711.jpg\",\"reporter\":\"warga17\"}\n");
    assertThat(single(file).key()).isEqualTo(new MessageKey(ACCOUNT, "4711"));
    assertThat(report(file)).isEqualTo(WHOLE);
  }

  @Test
  void columnsStandInAnyOrderAndCase() throws Exception {
    Path file =
        csv(
            "REPORTER, Photo ,Category,CREATED_AT,Accuracy_M,LON,Lat,nobody_knows_this,TEXT,TITLE,ID\n"
                + "warga17,https://cdn.example.org/4711.jpg,ROAD.Pothole,2026-11-21T09:15:00,12,"
                + "106.8583,-6.2263,x,Di depan pasar,Jalan berlubang,4711\n");
    assertThat(single(file).key().externalId()).isEqualTo("4711");
    assertThat(report(file)).isEqualTo(WHOLE);
  }

  @Test
  void jsonNamesStandInAnyOrderAndCase() throws Exception {
    Path file =
        json(
            "{\"Reporter\":\"warga17\",\"PHOTO\":\"https://cdn.example.org/4711.jpg\","
                + "\"Unknown\":{\"deep\":[1,2,{\"id\":9}]},\"CATEGORY\":\"Road.POTHOLE\","
                + "\"Created_At\":\"2026-11-21T02:15:00Z\",\"ACCURACY\":12,\"LNG\":106.8583,"
                + "\"LAT\":-6.2263,\"Description\":\"Di depan pasar\",\"TITLE\":\"Jalan berlubang\","
                + "\"ID\":\"4711\"}\n");
    assertThat(single(file).key().externalId()).isEqualTo("4711");
    assertThat(report(file)).isEqualTo(WHOLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "report_id", "post_id"})
  void anIdIsFoundUnderEachName(String name) throws Exception {
    assertThat(single(csv(name + ",text\n77,x\n")).key().externalId()).isEqualTo("77");
    assertThat(single(json("{\"" + name + "\":77}\n")).key().externalId()).isEqualTo("77");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "description", "message", "title"})
  void wordsAreFoundUnderEachName(String name) throws Exception {
    assertThat(report(csv("id," + name + "\n1,Banjir\n")).text()).isEqualTo("Banjir");
    assertThat(report(json("{\"id\":1,\"" + name + "\":\"Banjir\"}\n")).text()).isEqualTo("Banjir");
  }

  @ParameterizedTest
  @CsvSource({
    "lat,lon",
    "latitude,longitude",
    "loc_lat,loc_lng",
    "lat,lng",
    "lat,long",
    "location.lat,location.lng",
    "location.latitude,location.lon"
  })
  void coordinatesAreFoundUnderEachName(String latitude, String longitude) throws Exception {
    LocationEvidence expected =
        new LocationEvidence.Point(Position.of(-6.13, 106.91), Source.DEVICE_GPS, null);
    assertThat(report(csv("id," + latitude + "," + longitude + "\n1,-6.13,106.91\n")).location())
        .isEqualTo(expected);
    String members = "\"" + latitude + "\":-6.13,\"" + longitude + "\":106.91";
    assertThat(report(json("{\"id\":1," + members + "}\n")).location()).isEqualTo(expected);
  }

  @Test
  void coordinatesMayStandInAnObjectOfTheirOwn() throws Exception {
    assertThat(
            report(json("{\"id\":1,\"location\":{\"lat\":\"-6.13\",\"lng\":106.91}}")).location())
        .isEqualTo(new LocationEvidence.Point(Position.of(-6.13, 106.91), Source.DEVICE_GPS, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"created_at", "sent_at", "timestamp", "time"})
  void theTimeIsFoundUnderEachName(String name) throws Exception {
    Instant expected = Instant.parse("2016-11-02T02:12:33Z");
    assertThat(report(csv("id," + name + "\n1,2016-11-02 09:12:33\n")).sentAt())
        .isEqualTo(expected);
    assertThat(report(json("{\"id\":1,\"" + name + "\":\"2016-11-02 09:12:33\"}\n")).sentAt())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"photo", "photos", "photo_url", "image_url"})
  void aPhotoIsFoundUnderEachName(String name) throws Exception {
    List<Photo> expected = List.of(Photo.of("https://cdn.example.org/a.jpg"));
    assertThat(report(csv("id," + name + "\n1, https://cdn.example.org/a.jpg \n")).photos())
        .isEqualTo(expected);
    assertThat(
            report(json("{\"id\":1,\"" + name + "\":\"https://cdn.example.org/a.jpg\"}\n"))
                .photos())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reporter", "user", "username"})
  void theReporterIsFoundUnderEachName(String name) throws Exception {
    assertThat(report(csv("id," + name + "\n1,warga17\n")).reporter())
        .isEqualTo(new Reporter("warga17", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"address", "place"})
  void aPlaceInWordsIsKeptWhereThereAreNoCoordinates(String name) throws Exception {
    assertThat(report(csv("id," + name + "\n1,Jl. Tebet Raya 12\n")).location())
        .isEqualTo(new LocationEvidence.Described("Jl. Tebet Raya 12"));
    assertThat(report(csv("id,lat,lon," + name + "\n1,-6.1,106.9,Jl. Tebet Raya 12\n")).location())
        .isInstanceOf(LocationEvidence.Point.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"accuracy_m", "accuracy"})
  void theAccuracyIsFoundUnderEachName(String name) throws Exception {
    assertThat(report(csv("id,lat,lon," + name + "\n1,-6.1,106.9,7.5\n")).location())
        .isEqualTo(new LocationEvidence.Point(Position.of(-6.1, 106.9), Source.DEVICE_GPS, 7.5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "NaN", "1e999", "dekat", ""})
  void anAccuracyThatIsNoneIsUnknown(String accuracy) throws Exception {
    assertThat(report(csv("id,lat,lon,accuracy_m\n1,-6.1,106.9," + accuracy + "\n")).location())
        .isEqualTo(new LocationEvidence.Point(Position.of(-6.1, 106.9), Source.DEVICE_GPS, null));
  }

  @Test
  void anEmptyFieldGivesWayToTheNextName() throws Exception {
    Path file = csv("id,report_id,text,description\n ,R-5, ,Banjir\n");
    assertThat(single(file).key().externalId()).isEqualTo("R-5");
    assertThat(report(file).text()).isEqualTo("Banjir");
  }

  @Test
  void missingFieldsAtTheEndAreEmpty() throws Exception {
    assertThat(report(csv("id,text,lat,lon,photo\n1,Banjir\n"))).isEqualTo(Report.of("Banjir"));
  }

  @Test
  void titleAndTextThatAreTheSameAreSaidOnce() throws Exception {
    assertThat(report(csv("id,title,text\n1,Banjir,Banjir\n")).text()).isEqualTo("Banjir");
  }

  @Test
  void coordinatesThatAreMissingAreNoPlace() throws Exception {
    assertThat(placeOf(null, null)).isEqualTo(LocationEvidence.none());
    assertThat(report(json("{\"id\":1,\"lat\":null,\"lon\":null}\n")).location())
        .isEqualTo(LocationEvidence.none());
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,ZERO_ZERO",
    "0.0,-0.000,ZERO_ZERO",
    "106.8583,-6.2263,LOOKS_SWAPPED",
    "-6.2263,,OUT_OF_RANGE",
    ",106.8583,OUT_OF_RANGE",
    "1e999,106.8583,OUT_OF_RANGE",
    "-6.2263,-1e999,OUT_OF_RANGE",
    "NaN,NaN,OUT_OF_RANGE",
    "Infinity,106.8,OUT_OF_RANGE",
    "95,200,OUT_OF_RANGE",
    "selatan,timur,OUT_OF_RANGE",
    "'6°13''34\"\"S','106°51''29\"\"E',OUT_OF_RANGE",
    "-6.2263 106.8583,x,OUT_OF_RANGE",
    "--6.2,106.8,OUT_OF_RANGE"
  })
  void coordinatesThatCannotBeMeantAreKeptAsUnusable(
      @Nullable String latitude, @Nullable String longitude, Problem problem) throws Exception {
    String lat = latitude == null ? null : latitude.replace("\"", "").replace(",", ".");
    String lon = longitude == null ? null : longitude.replace("\"", "").replace(",", ".");
    assertThat(placeOf(lat, lon)).isEqualTo(new LocationEvidence.Unusable(problem));
  }

  @Test
  void aDecimalCommaIsNotGuessed() throws Exception {
    assertThat(report(csv("id,lat,lon\n1,\"-6,2263\",\"106,8583\"\n")).location())
        .isEqualTo(new LocationEvidence.Unusable(Problem.OUT_OF_RANGE));
  }

  @Test
  void aLostMinusSignIsNotPutBack() throws Exception {
    assertThat(placeOf("6.2263", "106.8583"))
        .isEqualTo(
            new LocationEvidence.Point(Position.of(6.2263, 106.8583), Source.DEVICE_GPS, null));
  }

  @Test
  void aNumberBeyondAllMeasureInJsonIsUnusable() throws Exception {
    assertThat(report(json("{\"id\":1,\"lat\":1e999,\"lon\":106.8}\n")).location())
        .isEqualTo(new LocationEvidence.Unusable(Problem.OUT_OF_RANGE));
  }

  @ParameterizedTest
  @CsvSource({
    "2017-02-20T09:41:00,2017-02-20T02:41:00Z",
    "2017-02-20T09:41,2017-02-20T02:41:00Z",
    "2017-02-20 09:41:00,2017-02-20T02:41:00Z",
    "2017-02-20T09:41:00.123,2017-02-20T02:41:00.123Z",
    "2017-02-20T09:41:00.123456789,2017-02-20T02:41:00.123456789Z",
    "2017-02-20T09:41:00Z,2017-02-20T09:41:00Z",
    "2017-02-20T09:41:00.5Z,2017-02-20T09:41:00.500Z",
    "2017-02-20T09:41:00+07:00,2017-02-20T02:41:00Z",
    "2017-02-20T09:41:00+09:00,2017-02-20T00:41:00Z",
    "2017-02-20T09:41:00+07,2017-02-20T02:41:00Z",
    "2017-02-20 09:41:00+07,2017-02-20T02:41:00Z",
    "2017-02-20 09:41:00.25+07:00,2017-02-20T02:41:00.250Z",
    "  2017-02-20T09:41:00  ,2017-02-20T02:41:00Z"
  })
  void aTimeIsReadWithAndWithoutZone(String written, Instant meant) throws Exception {
    assertThat(report(csv("id,created_at\n1," + written + "\n")).sentAt()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kemarin",
        "20-02-2017",
        "2017-02-30T09:41:00",
        "2017-02-20T25:00:00",
        "1487558460",
        "2017-02-20T09:41:00+99:00",
        "T",
        "+999999999999-01-01T00:00:00"
      })
  void aTimeThatCannotBeReadCostsOnlyTheTime(String written) throws Exception {
    Report report = report(csv("id,text,created_at\n1,Banjir," + written + "\n"));
    assertThat(report).isEqualTo(Report.of("Banjir"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "YES", "true", "True", "1"})
  void aRecordThatSaysItHasAnImageIsKnownToHaveOne(String yes) throws Exception {
    assertThat(report(csv("id,has_image\nPB1," + yes + "\n")).photos())
        .containsExactly(Photo.of("PB1"));
    assertThat(report(csv("id,has_photo\nPB1," + yes + "\n")).photos())
        .containsExactly(Photo.of("PB1"));
  }

  @Test
  void hasImageMayBeATruthValueInJson() throws Exception {
    assertThat(report(json("{\"id\":\"PB1\",\"has_image\":true}\n")).photos())
        .containsExactly(Photo.of("PB1"));
    assertThat(report(json("{\"id\":\"PB1\",\"has_image\":false}\n")).photos()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "false", "0", "", "ya tidak"})
  void anythingElseSaysThatThereIsNoImage(String no) throws Exception {
    assertThat(report(csv("id,has_image\nPB1," + no + "\n")).photos()).isEmpty();
  }

  @Test
  void aPhotoThatIsNamedIsBetterThanHasImage() throws Exception {
    assertThat(report(csv("id,has_image,photo\n1,yes,a.jpg\n")).photos())
        .containsExactly(Photo.of("a.jpg"));
  }

  @Test
  void aListOfPhotosKeepsItsOrder() throws Exception {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      list.append(i == 0 ? "" : ",").append("\"p").append(i).append(".jpg\"");
    }
    assertThat(report(json("{\"id\":1,\"photos\":[" + list + "]}\n")).photos())
        .extracting(Photo::reference)
        .containsExactly(
            "p0.jpg", "p1.jpg", "p2.jpg", "p3.jpg", "p4.jpg", "p5.jpg", "p6.jpg", "p7.jpg",
            "p8.jpg", "p9.jpg", "p10.jpg", "p11.jpg");
  }

  @Test
  void noMoreThanTwentyPhotosAndNoneWithoutOrWithTooLongAReference() throws Exception {
    StringBuilder list = new StringBuilder("\"\",\"  \",null,\"" + "x".repeat(2_001) + "\"");
    for (int i = 0; i < 30; i++) {
      list.append(",\"p").append(i).append('"');
    }
    assertThat(report(json("{\"id\":1,\"photos\":[" + list + "]}\n")).photos())
        .hasSize(20)
        .first()
        .isEqualTo(Photo.of("p0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Jalan Rusak!", "road..pothole", ".road", "jalan/rusak", "banjir,"})
  void aCategoryThatIsNoCodeIsLeftOut(String category) throws Exception {
    assertThat(report(csv("id,category\n1,\"" + category + "\"\n")).category()).isNull();
  }

  @Test
  void aRecordWithoutAnIdIsKnownByItsContent() throws Exception {
    String inFile = single(csv("text,lat,lon\nBanjir,-6.1,106.9\n")).key().externalId();
    String crLf = single(csv("text,lat,lon\r\nBanjir,-6.1,106.9\r\n")).key().externalId();
    String withoutBreak = single(csv("text,lat,lon\nBanjir,-6.1,106.9")).key().externalId();
    String other = single(csv("text,lat,lon\nBanjir,-6.1,106.8\n")).key().externalId();
    assertThat(inFile).startsWith("content-").hasSize("content-".length() + 32);
    assertThat(crLf).isEqualTo(inFile);
    assertThat(withoutBreak).isEqualTo(inFile);
    assertThat(other).isNotEqualTo(inFile);
  }

  @Test
  void anIdMayHave255CharactersAndIsTakenWithoutBlanksAround() throws Exception {
    String id = "é".repeat(255);
    assertThat(single(csv("id,text\n  " + id + "  ,x\n")).key().externalId()).isEqualTo(id);
  }

  @Test
  void nothingThatWasWrittenIsInTheTextOfAMessage() throws Exception {
    Path file = csv("id,text,reporter,address,photo\n1,rahasia,rahasia,rahasia,rahasia\n");
    assertThat(Feeds.feed(file).pull(null).toString()).doesNotContain("rahasia");
  }
}
