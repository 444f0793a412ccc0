package org.tanggap.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Vitals;
import org.tanggap.channel.web.ApiRequest;
import org.tanggap.testkit.FakeVendor;

/** How errors, limits and headers of the Graph API are understood. */
class GraphApiTest {

  private static final Instant NOW = Instant.parse("2026-11-21T02:15:00Z");

  /** Answers everything in the same way. */
  private static final class FixedAnswer extends FakeVendor {

    private Answer answer = Answer.json(200, "{\"id\":\"1\"}");

    void say(int status, String json, String... headers) {
      Map<String, String> all = new HashMap<>();
      for (int i = 0; i < headers.length; i += 2) {
        all.put(headers[i], headers[i + 1]);
      }
      answer = new Answer(status, all, MetaAccounts.utf8(json));
    }

    @Override
    protected Answer answer(Request request) {
      return answer;
    }

    @Override
    protected Answer limited(@Nullable Instant ends) {
      return answer;
    }
  }

  private final FixedAnswer vendor = new FixedAnswer();
  private final GraphApi api = new GraphApi(MetaAccounts.app(vendor.url(), () -> NOW));

  @AfterEach
  void close() {
    vendor.close();
  }

  private ChannelException failure() {
    return catchThrowableOfType(
        ChannelException.class, () -> api.deliver(ApiRequest.post("1", "comments"), "id"));
  }

  private void sayError(int status, int code, int subcode, String... headers) {
    vendor.say(
        status,
        "{\"error\":{\"message\":\"Nomor +6281200001111 tidak ada\",\"type\":\"OAuthException\","
            + "\"code\":"
            + code
            + ",\"error_subcode\":"
            + subcode
            + ",\"fbtrace_id\":\"AbC\"}}",
        headers);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 190, 463, REAUTHORISE",
    "401, 190, 460, REAUTHORISE",
    "400, 190, 458, REAUTHORISE",
    "400, 102, 0, REAUTHORISE",
    "401, 0, 0, REAUTHORISE",
    "400, 4, 0, TEMPORARY",
    "400, 17, 2446079, TEMPORARY",
    "403, 32, 0, TEMPORARY",
    "400, 613, 0, TEMPORARY",
    "400, 341, 0, TEMPORARY",
    "400, 80001, 0, TEMPORARY",
    "400, 80007, 0, TEMPORARY",
    "429, 130429, 0, TEMPORARY",
    "400, 131056, 0, TEMPORARY",
    "400, 131048, 0, TEMPORARY",
    "500, 1, 0, TEMPORARY",
    "503, 2, 0, TEMPORARY",
    "500, 131000, 0, TEMPORARY",
    "503, 131016, 0, TEMPORARY",
    "400, 10, 2018278, NOT_PERMITTED",
    "403, 200, 0, NOT_PERMITTED",
    "403, 299, 0, NOT_PERMITTED",
    "400, 368, 1390008, NOT_PERMITTED",
    "400, 100, 33, NOT_PERMITTED",
    "404, 100, 33, NOT_PERMITTED",
    "400, 551, 1545041, NOT_PERMITTED",
    "400, 131047, 0, NOT_PERMITTED",
    "400, 131026, 0, NOT_PERMITTED",
    "400, 131051, 0, NOT_PERMITTED",
    "403, 131031, 0, NOT_PERMITTED",
    "400, 132000, 0, NOT_PERMITTED",
    "500, 999, 0, TEMPORARY"
  })
  void an_error_is_of_the_kind_that_helps(int status, int code, int subcode, Kind kind) {
    sayError(status, code, subcode);

    ChannelException failure = failure();

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessageNotContaining("6281200001111");
  }

  @Test
  void the_message_names_code_and_subcode_and_nothing_else() {
    sayError(400, 100, 33);

    assertThat(failure()).hasMessage("Meta answered 400, error 100 (33)");
  }

  @Test
  void a_transient_error_is_temporary_whatever_its_code() {
    vendor.say(400, "{\"error\":{\"code\":4711,\"is_transient\":true}}");

    assertThat(failure().kind()).isEqualTo(Kind.TEMPORARY);
  }

  @Test
  void a_limit_lasts_as_long_as_meta_says() {
    sayError(
        400,
        80007,
        0,
        "X-Business-Use-Case-Usage",
        "{\"17\":[{\"type\":\"pages\",\"call_count\":100,\"estimated_time_to_regain_access\":7},"
            + "{\"call_count\":3,\"estimated_time_to_regain_access\":19}]}");

    ChannelException failure = failure();

    assertThat(failure.kind()).isEqualTo(Kind.WAIT_UNTIL);
    assertThat(failure.findRetryAt()).contains(NOW.plusSeconds(19 * 60));
    assertThat(api.vitals().findQuotaLeft()).hasValue(0);
    assertThat(api.vitals().quotaResets()).isEqualTo(NOW.plusSeconds(19 * 60));
  }

  @Test
  void a_limit_with_a_retry_header_lasts_until_then() {
    sayError(429, 130429, 0, "Retry-After", "90");

    assertThat(failure().findRetryAt()).contains(NOW.plusSeconds(90));
  }

  @Test
  void usage_that_cannot_be_read_is_no_usage() {
    for (String header : List.of("", "x", "[]", "17", "{}", "{\"1\":{}}", "{\"call_count\":{}}")) {
      sayError(400, 4, 0, "X-App-Usage", header, "X-Business-Use-Case-Usage", header);

      assertThat(failure().kind()).isEqualTo(Kind.TEMPORARY);
    }
  }

  @Test
  void errors_that_cannot_be_read_follow_the_status() {
    vendor.say(401, "bukan JSON");
    assertThat(failure().kind()).isEqualTo(Kind.REAUTHORISE);
    vendor.say(400, "{\"error\":\"teks\"}");
    assertThat(failure().kind()).isEqualTo(Kind.NOT_PERMITTED);
    vendor.say(400, "{\"error\":{\"code\":\"99999999999999999999\"}}");
    assertThat(failure().kind()).isEqualTo(Kind.NOT_PERMITTED);
    vendor.say(429, "{}");
    assertThat(failure().kind()).isEqualTo(Kind.TEMPORARY);
    vendor.say(504, "{}");
    assertThat(failure().kind()).isEqualTo(Kind.UNCONFIRMED);
  }

  @Test
  void an_answer_without_an_id_leaves_open_what_was_done() {
    for (String json : List.of("{}", "[]", "{\"id\":\"\"}", "{\"id\":{}}", "null", "tidak")) {
      vendor.say(200, json);

      assertThat(failure().kind()).as(json).isEqualTo(Kind.UNCONFIRMED);
    }
  }

  @Test
  void every_call_shows_the_token_in_a_header_and_its_proof_in_the_query() {
    vendor.say(200, "{\"id\":\"17_18\"}");

    assertThat(api.deliver(ApiRequest.post("1", "comments"), "id")).isEqualTo("17_18");

    FakeVendor.Request request = vendor.requests().get(0);
    assertThat(request.headers()).containsEntry("authorization", "Bearer " + MetaAccounts.TOKEN);
    assertThat(request.path()).isEqualTo("/v25.0/1/comments");
    assertThat(request.query())
        .containsOnly(
            Map.entry(
                "appsecret_proof",
                MetaAccounts.hex(
                    MetaAccounts.utf8(MetaAccounts.SECRET),
                    MetaAccounts.utf8(MetaAccounts.TOKEN))));
  }

  @Test
  void vitals_are_what_the_headers_and_the_settings_say() {
    assertThat(api.vitals()).isEqualTo(Vitals.UNKNOWN);
    vendor.say(
        200,
        "{\"id\":\"1\"}",
        "X-App-Usage",
        "{\"call_count\":28,\"total_time\":25,\"total_cputime\":31}");
    api.deliver(ApiRequest.post("1", "comments"), "id");

    assertThat(api.vitals()).isEqualTo(new Vitals(null, 69L, null));
  }
}
