package org.tanggap.channel.citizenapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.channel.citizenapp.Apps.ACCOUNT;
import static org.tanggap.channel.citizenapp.Apps.app;
import static org.tanggap.channel.citizenapp.Apps.messages;
import static org.tanggap.channel.citizenapp.Apps.open;
import static org.tanggap.channel.citizenapp.Apps.refusal;
import static org.tanggap.channel.citizenapp.Apps.single;
import static org.tanggap.channel.citizenapp.Apps.utf8;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.MessageFate;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.PushVerdict;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.LocationEvidence.Problem;
import org.tanggap.jurisdiction.LocationEvidence.Source;
import org.tanggap.jurisdiction.Position;
import org.tanggap.responsibility.Category;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the body of a genuine request to reports, and the answer to it. */
class PostsTest {

  private static final String WITHOUT_ID = "each post needs a \"post_id\" of 1 to 255 characters";

  private static LocationEvidence point(double latitude, double longitude) {
    return new LocationEvidence.Point(Position.of(latitude, longitude), Source.DEVICE_GPS, null);
  }

  @Test
  void aWholePostBecomesAReport() throws Exception {
    ChannelMessage.NewReport message =
        single(
            "{\"post_id\": 4711, \"title\": \"Jalan berlubang\", \"description\": \"Di depan"
                + " pasar\",\"location\": {\"lat\": -6.2263, \"lng\": 106.8583, \"accuracy\":"
                + " 12},\"timestamp\": \"2026-11-21T09:15:00\", \"category\": \"road\",\"photos\":"
                + " [\"https://cdn.example.org/4711.jpg\"],\"user\": {\"id\": \"u-17\", \"name\":"
                + " \"Budi\"}, \"likes\": 3}");
    assertThat(message.key()).isEqualTo(new MessageKey(ACCOUNT, "4711"));
    assertThat(message.report())
        .isEqualTo(
            new Report(
                "Jalan berlubang\nDi depan pasar",
                new LocationEvidence.Point(Position.of(-6.2263, 106.8583), Source.DEVICE_GPS, 12.0),
                Category.of("road"),
                List.of(Photo.of("https://cdn.example.org/4711.jpg")),
                Instant.parse("2026-11-21T02:15:00Z"),
                new Reporter("u-17", "Budi")));
  }

  @Test
  void aPostAsQlueSentItBecomesAReport() throws Exception {
    ChannelMessage.NewReport message =
        single(
            "{\"post_id\":\"2437741\",\"title\":\"\",\"description\":\"#drainaseburuk tolong\","
                + "\"loc_lat\":\"-6.131487\",\"loc_lng\":\"106.913498\","
                + "\"timestamp\":\"2016-11-02 09:12:33\",\"qlue_city\":\"jabodetabek\","
                + "\"photos\":null,\"user\":null,\"category\":\"Banjir\"}");
    assertThat(message.key().externalId()).isEqualTo("2437741");
    assertThat(message.report())
        .isEqualTo(
            new Report(
                "#drainaseburuk tolong",
                point(-6.131487, 106.913498),
                Category.of("banjir"),
                List.of(),
                Instant.parse("2016-11-02T02:12:33Z"),
                null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"loc_lat\":-6.13,\"loc_lng\":106.91",
        "\"loc_lat\":\"-6.13\",\"loc_lng\":\"106.91\"",
        "\"location\":{\"lat\":-6.13,\"lng\":106.91}",
        "\"location\":{\"lat\":\"-6.13\",\"lng\":\" 106.91 \"}",
        "\"location\":null,\"loc_lat\":-6.13,\"loc_lng\":106.91",
        "\"location\":\"Tebet\",\"loc_lat\":-6.13,\"loc_lng\":106.91",
        "\"location\":{\"lat\":-6.13,\"lng\":106.91,\"accuracy\":null}",
        "\"location\":{\"lat\":-6.13,\"lng\":106.91,\"accuracy\":-5}",
        "\"location\":{\"lat\":-6.13,\"lng\":106.91,\"accuracy\":\"dekat\"}",
        "\"location\":{\"lat\":-6.13,\"lng\":106.91,\"accuracy\":1e999}",
        "\"location\":{\"lat\":-6.13,\"lng\":106.91,\"accuracy\":{}}"
      })
  void thePlaceIsReadInEachForm(String members) throws Exception {
    assertThat(single("{\"post_id\":1," + members + "}").report().location())
        .isEqualTo(point(-6.13, 106.91));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"title\":\"x\"",
        "\"loc_lat\":null,\"loc_lng\":null",
        "\"loc_lat\":\"\",\"loc_lng\":\" \"",
        "\"location\":{}",
        "\"location\":null",
        "\"location\":[]",
        "\"location\":\"-6.13,106.91\"",
        "\"location\":{\"lat\":null,\"lng\":null}"
      })
  void aPostWithoutCoordinatesHasNoPlace(String members) throws Exception {
    assertThat(single("{\"post_id\":1," + members + "}").report().location())
        .isEqualTo(LocationEvidence.none());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0|ZERO_ZERO",
        "0.0|-0.0|ZERO_ZERO",
        "\"0\"|\"0.000\"|ZERO_ZERO",
        "106.91|-6.13|LOOKS_SWAPPED",
        "-6.13|null|OUT_OF_RANGE",
        "null|106.91|OUT_OF_RANGE",
        "-6.13|\"\"|OUT_OF_RANGE",
        "1e999|106.91|OUT_OF_RANGE",
        "\"NaN\"|\"NaN\"|OUT_OF_RANGE",
        "\"selatan\"|\"timur\"|OUT_OF_RANGE",
        "\"-6,13\"|\"106,91\"|OUT_OF_RANGE",
        "true|false|OUT_OF_RANGE",
        "{}|[]|OUT_OF_RANGE",
        "[-6.13]|[106.91]|OUT_OF_RANGE",
        "91|181|OUT_OF_RANGE"
      })
  void coordinatesThatCannotBeMeantAreKeptAsUnusable(
      String latitude, String longitude, Problem problem) throws Exception {
    LocationEvidence unusable = new LocationEvidence.Unusable(problem);
    assertThat(
            single("{\"post_id\":1,\"loc_lat\":" + latitude + ",\"loc_lng\":" + longitude + "}")
                .report()
                .location())
        .isEqualTo(unusable);
    assertThat(
            single(
                    "{\"post_id\":1,\"location\":{\"lat\":"
                        + latitude
                        + ",\"lng\":"
                        + longitude
                        + "}}")
                .report()
                .location())
        .isEqualTo(unusable);
  }

  @ParameterizedTest
  @CsvSource({
    "2016-11-02 09:12:33,2016-11-02T02:12:33Z",
    "2016-11-02T09:12:33,2016-11-02T02:12:33Z",
    "2016-11-02T09:12:33.25,2016-11-02T02:12:33.250Z",
    "2016-11-02T09:12:33Z,2016-11-02T09:12:33Z",
    "2016-11-02T09:12:33.011Z,2016-11-02T09:12:33.011Z",
    "2016-11-02T09:12:33+07:00,2016-11-02T02:12:33Z",
    "2016-11-02 09:12:33+07,2016-11-02T02:12:33Z",
    "kemarin,",
    "2016-02-30 09:12:33,",
    "1478052753,",
    "T,"
  })
  void aTimeIsReadOrLeftOut(String written, @Nullable Instant meant) throws Exception {
    assertThat(single("{\"post_id\":1,\"timestamp\":\"" + written + "\"}").report().sentAt())
        .isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4711|4711",
        "\"4711\"|4711",
        "\" 4711 \"|4711",
        "98765432109876543210|98765432109876543210",
        "-1|-1",
        "\"0\"|0",
        "\"id dengan / dan ?\"|id dengan / dan ?"
      })
  void anIdIsANumberOrAText(String written, String meant) throws Exception {
    assertThat(single("{\"post_id\":" + written + "}").key().externalId()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":1}",
        "{\"post_id\":null}",
        "{\"post_id\":\"\"}",
        "{\"post_id\":\"  \"}",
        "{\"post_id\":\"a\\u0000b\"}",
        "{\"post_id\":\"\\ud800\"}",
        "{\"post_id\":true}",
        "{\"post_id\":{}}",
        "{\"post_id\":[1]}",
        "{\"posts\":{\"post_id\":1}}",
        "[null]",
        "[17]",
        "[\"post_id\"]",
        "[[]]",
        "[[{\"post_id\":1}]]"
      })
  void aPostWithoutAnIdIsMalformedAndSaysWhatIsMissing(String body) throws Exception {
    assertThat(messages(body))
        .singleElement(InstanceOfAssertFactories.type(ChannelMessage.Malformed.class))
        .satisfies(
            malformed -> {
              assertThat(malformed.where()).matches("a post without an id, [0-9a-f]{16}");
              assertThat(malformed.problem()).isEqualTo(WITHOUT_ID);
              assertThat(messages(body)).containsExactly(malformed);
            });
  }

  @Test
  void anIdHasAtMost255Characters() throws Exception {
    String longest = "x".repeat(255);
    assertThat(single("{\"post_id\":\"" + longest + "\"}").key().externalId()).isEqualTo(longest);
    assertThat(messages("{\"post_id\":\"" + longest + "x\"}"))
        .hasOnlyElementsOfType(ChannelMessage.Malformed.class);
  }

  @Test
  void aBadPostDoesNotCostTheOthers() throws Exception {
    List<ChannelMessage> messages =
        messages("[{\"post_id\":1},{\"title\":\"tanpa id\"},7,{\"post_id\":\"2\"}]");
    assertThat(messages).hasSize(4);
    assertThat(messages.get(0)).isInstanceOf(ChannelMessage.NewReport.class);
    assertThat(messages.get(1)).isInstanceOf(ChannelMessage.Malformed.class);
    assertThat(messages.get(2)).isInstanceOf(ChannelMessage.Malformed.class);
    assertThat(messages.get(3)).isInstanceOf(ChannelMessage.NewReport.class);
  }

  @Test
  void postsComeAloneInAListOrInAnObject() throws Exception {
    assertThat(messages("{\"post_id\":1}")).hasSize(1);
    assertThat(messages("[{\"post_id\":1},{\"post_id\":2}]")).hasSize(2);
    assertThat(messages("{\"posts\":[{\"post_id\":1},{\"post_id\":2}],\"next\":null}")).hasSize(2);
    assertThat(messages("[]")).isEmpty();
    assertThat(messages("{\"posts\":[]}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "17", "-1.5", "true", "\"teks\"", "{}", "[]", "[[]]", "[{}]"})
  void aWrongTypeAnywhereCostsOnlyItsOwnField(String wrong) throws Exception {
    for (String field :
        List.of(
            "title",
            "description",
            "location",
            "loc_lat",
            "loc_lng",
            "timestamp",
            "category",
            "photos",
            "user")) {
      ChannelMessage.NewReport message =
          single("{\"post_id\":1,\"" + field + "\":" + wrong + ",\"unknown\":" + wrong + "}");
      assertThat(message.key().externalId()).as(field).isEqualTo("1");
      if (!field.equals("timestamp")) {
        assertThat(message.report().sentAt()).as(field).isNull();
      }
    }
    for (String field : List.of("id", "name")) {
      assertThat(single("{\"post_id\":1,\"user\":{\"" + field + "\":" + wrong + "}}")).isNotNull();
    }
  }

  @Test
  void aUserWithoutANameOrWithoutAnIdIsTakenAsFarAsKnown() throws Exception {
    assertThat(single("{\"post_id\":1,\"user\":{\"id\":17}}").report().reporter())
        .isEqualTo(new Reporter("17", null));
    assertThat(single("{\"post_id\":1,\"user\":{\"name\":\"Budi\"}}").report().reporter()).isNull();
  }

  @Test
  void noMoreThanTwentyPhotosAndNoneWithoutOrWithTooLongAReference() throws Exception {
    StringBuilder list =
        new StringBuilder("\"\",\"  \",null,{},[\"x\"],\"" + "x".repeat(2_001) + "\"");
    for (int i = 0; i < 30; i++) {
      list.append(",\"p").append(i).append("\"");
    }
    List<Photo> photos = single("{\"post_id\":1,\"photos\":[" + list + "]}").report().photos();
    assertThat(photos).hasSize(20);
    assertThat(photos).extracting(Photo::reference).startsWith("p0", "p1").endsWith("p18", "p19");
  }

  @Test
  void wordsInEveryScriptSurviveHoweverTheyAreEscaped() throws Exception {
    assertThat(single("{\"post_id\":1,\"title\":\"🌊 ꦧꦤ꧀ꦗꦶꦂ\"}").report().text())
        .isEqualTo("🌊 ꦧꦤ꧀ꦗꦶꦂ");
    assertThat(single("{\"post_id\":1,\"title\":\"\\ud83c\\udf0a\"}").report().text())
        .isEqualTo("🌊");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bukan json",
        "{",
        "{\"post_id\":1",
        "{\"post_id\":1}}",
        "{\"post_id\":1} {\"post_id\":2}",
        "{'post_id':1}",
        "{\"post_id\":01}",
        "{\"post_id\":NaN}",
        "{\"post_id\":1,}",
        "{\"post_id\":\"\u0001\"}",
        "{\"post_id\":1234567890123456789012345678901234567890123456789012345678901234567890"
            + "1234567890123456789012345678901234567890}"
      })
  void aBodyThatIsNoJsonIsRefused(String body) throws Exception {
    assertThat(open(body)).isEqualTo(CitizenApp.refused(400, "the body is no JSON"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "\"teks\"", "null", "true", "-1.5e3"})
  void aBodyThatIsNoPostIsRefused(String body) throws Exception {
    assertThat(open(body))
        .isEqualTo(CitizenApp.refused(400, "the body is no post and no list of posts"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void anEmptyBodyIsRefusedEvenIfItIsSigned(String body) throws Exception {
    assertThat(refusal(open(body))).isEqualTo(400);
  }

  @Test
  void deepNestingIsRefused() throws Exception {
    assertThat(refusal(open("[".repeat(70) + "]".repeat(70)))).isEqualTo(400);
    assertThat(refusal(open("{\"a\":".repeat(70) + "1" + "}".repeat(70)))).isEqualTo(400);
    assertThat(refusal(open("[".repeat(500_000)))).isEqualTo(400);
  }

  @Test
  void aThousandPostsAreTakenAndOneMoreIsRefused() throws Exception {
    String thousand = "{\"post_id\":1},".repeat(999) + "{\"post_id\":2}";
    assertThat(messages("[" + thousand + "]")).hasSize(1_000);
    assertThat(messages("{\"posts\":[" + thousand + "]}")).hasSize(1_000);
    assertThat(refusal(open("[" + thousand + ",{\"post_id\":3}]"))).isEqualTo(413);
    assertThat(refusal(open("{\"posts\":[" + thousand + ",{\"post_id\":3}]}"))).isEqualTo(413);
  }

  @Test
  void aBodyOverTheLimitIsRefusedBeforeItsSignatureIsLookedAt() throws Exception {
    String post = "{\"post_id\":1}";
    byte[] longest = utf8(post + " ".repeat(CitizenApp.MAX_BODY_BYTES - post.length()));
    assertThat(longest).hasSize(CitizenApp.MAX_BODY_BYTES);
    assertThat(open(longest)).isInstanceOf(PushVerdict.Genuine.class);
    byte[] longer = utf8(post + " ".repeat(CitizenApp.MAX_BODY_BYTES - post.length() + 1));
    assertThat(refusal(open(longer))).isEqualTo(413);
    assertThat(refusal(app().open(PushRequest.of(longer, Map.of())))).isEqualTo(413);
  }

  @Test
  void invalidUtf8IsRefused() throws Exception {
    byte[] body = "{\"post_id\":1,\"title\":\"caf\u00E9\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(refusal(open(body))).isEqualTo(400);
  }

  @Test
  void anyBytesGiveAVerdictAndNoException() throws Exception {
    byte[] sample =
        utf8(
            "{\"posts\":[{\"post_id\":4711,\"title\":\"Banjir 🌊\",\"location\":{\"lat\":-6.2,"
                + "\"lng\":106.8},\"timestamp\":\"2016-11-02 09:12:33\",\"photos\":[\"a\"],"
                + "\"user\":{\"id\":1}}]}");
    for (long seed = 1; seed <= 3_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] body = sample.clone();
      if (seed % 3 == 0) {
        body = new byte[random.nextInt(64)];
        random.nextBytes(body);
      }
      for (int i = random.nextInt(6); i > 0 && body.length > 0; i--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      assertThat(open(body)).as("seed %d", seed).isNotNull();
    }
  }

  @Test
  void theAnswerSaysForEachPostInOrderWhetherItWasCreated() {
    PushResponse response =
        app()
            .acknowledge(
                List.of(
                    new MessageFate(MessageFate.Kind.STORED, "c-1"),
                    new MessageFate(MessageFate.Kind.ALREADY_KNOWN, "c-0"),
                    new MessageFate(MessageFate.Kind.REJECTED, ""),
                    new MessageFate(MessageFate.Kind.IGNORED, "")));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.contentType()).startsWith("application/json");
    assertThat(response.body())
        .isEqualTo(
            "[{\"created\":true,\"outcome\":\"stored\",\"complaint\":\"c-1\"},"
                + "{\"created\":false,\"outcome\":\"already_known\",\"complaint\":\"c-0\"},"
                + "{\"created\":false,\"outcome\":\"rejected\",\"complaint\":\"\"},"
                + "{\"created\":false,\"outcome\":\"ignored\",\"complaint\":\"\"}]");
  }

  @Test
  void theAnswerIsJsonWhateverTheReferenceHolds() {
    String reference = "\"\\\n🌊";
    JsonNode body =
        JsonMapper.shared()
            .readTree(
                app()
                    .acknowledge(List.of(new MessageFate(MessageFate.Kind.STORED, reference)))
                    .body());
    assertThat(body.path(0).path("complaint").asString()).isEqualTo(reference);
    assertThat(app().acknowledge(List.of()).body()).isEqualTo("[]");
  }

  @Test
  void nothingThatWasWrittenIsInTheTextOfAnything() throws Exception {
    String body =
        "[{\"post_id\":1,\"title\":\"rahasia\",\"description\":\"rahasia\","
            + "\"category\":\"rahasia!\",\"photos\":[\"rahasia\"],\"timestamp\":\"rahasia\","
            + "\"loc_lat\":\"rahasia\",\"user\":{\"id\":\"rahasia\",\"name\":\"rahasia\"}},"
            + "{\"title\":\"rahasia\"}]";
    assertThat(open(body).toString()).doesNotContain("rahasia");
    assertThat(Apps.signed(utf8(body)).toString()).doesNotContain("rahasia");
    assertThat(open("{\"post_id\": rahasia}").toString()).doesNotContain("rahasia");
  }
}
