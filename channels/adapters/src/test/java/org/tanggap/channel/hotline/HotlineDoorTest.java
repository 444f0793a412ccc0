package org.tanggap.channel.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.MessageFate;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.web.SecretVectors;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;

/** Who may hand forms over, what the host gets back, and how citizens are answered. */
class HotlineDoorTest {

  private static final Instant NOW = Instant.parse("2026-11-21T02:15:00Z");
  private static final byte[] BODY = new FakeHotline().publish("Banjir").body();

  private final HotlineChannel hotline = Hotlines.hotline();

  static List<SecretVectors.Vector> vectors() {
    return SecretVectors.of("X-Hotline-Secret", FakeHotline.SECRET, Hotlines.NEXT_SECRET);
  }

  private static int status(PushVerdict verdict) {
    assertThat(verdict).isInstanceOf(PushVerdict.Refused.class);
    return ((PushVerdict.Refused) verdict).response().status();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void only_a_host_with_one_of_the_secrets_hands_forms_over(SecretVectors.Vector vector) {
    Map<String, List<String>> headers = new HashMap<>(vector.headers());
    headers.put("Content-Type", List.of("application/json"));
    PushVerdict verdict = hotline.open(PushRequest.of(BODY, headers));
    if (vector.genuine()) {
      assertThat(((PushVerdict.Genuine) verdict).messages()).hasSize(1);
    } else {
      assertThat(status(verdict)).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text/plain", "multipart/form-data; boundary=x", "json"})
  void a_form_of_another_media_type_is_refused(String type) {
    assertThat(status(hotline.open(FakeHotline.request(FakeHotline.SECRET, type, BODY))))
        .isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "Application/JSON; charset=utf-8"})
  void a_media_type_may_have_parameters(String type) {
    assertThat(hotline.open(FakeHotline.request(FakeHotline.SECRET, type, BODY)))
        .isInstanceOf(PushVerdict.Genuine.class);
  }

  @Test
  void a_form_without_a_media_type_is_refused() {
    Map<String, List<String>> headers = Map.of("X-Hotline-Secret", List.of(FakeHotline.SECRET));
    assertThat(status(hotline.open(PushRequest.of(BODY, headers)))).isEqualTo(415);
  }

  @Test
  void what_is_no_post_or_too_long_is_refused() {
    Map<String, List<String>> headers =
        Map.of(
            "X-Hotline-Secret",
            List.of(FakeHotline.SECRET),
            "Content-Type",
            List.of("application/json"));
    assertThat(status(hotline.open(PushRequest.of("PUT", URI.create("/"), BODY, headers))))
        .isEqualTo(405);
    byte[] tooLong = new byte[HotlineChannel.MAX_BODY_BYTES + 1];
    assertThat(status(hotline.open(PushRequest.of(tooLong, headers)))).isEqualTo(413);
  }

  @Test
  void the_operator_gets_the_number_of_the_complaint() {
    assertThat(
            hotline.acknowledge(
                List.of(new MessageFate(MessageFate.Kind.ALREADY_KNOWN, "JKT-2026-000017"))))
        .satisfies(
            response -> {
              assertThat(response.status()).isEqualTo(200);
              assertThat(response.body())
                  .isEqualTo("{\"outcome\":\"already_known\",\"complaint\":\"JKT-2026-000017\"}");
            });
    assertThat(hotline.acknowledge(List.of()).body())
        .isEqualTo("{\"outcome\":\"ignored\",\"complaint\":\"\"}");
  }

  private ReplyPermission permission(String form, @Nullable Reporter person) {
    PushVerdict.Genuine verdict = (PushVerdict.Genuine) hotline.open(Hotlines.form(form));
    ChannelMessage.NewReport report = (ChannelMessage.NewReport) verdict.messages().get(0);
    return hotline.permission(target(person, report.conversation().hint()));
  }

  private static ReplyTarget target(@Nullable Reporter person, String hint) {
    return new ReplyTarget(new MessageKey(Hotlines.ACCOUNT, "a"), NOW, person, hint);
  }

  @Test
  void the_officer_is_told_how_to_reach_the_citizen() {
    String words = "form_id=a&operator=op-7&words=Banjir";
    Reporter person = new Reporter("+6281200000001", null);
    assertThat(permission(words + "&phone=081200000001", person))
        .isEqualTo(
            new ReplyPermission.ByHand(
                "call the citizen back: the number is in the reporter's file"));
    assertThat(permission(words + "&phone=081200000001", null))
        .isEqualTo(
            new ReplyPermission.ByHand(
                "the citizen's number is kept back or erased: it cannot be called"));
    ReplyPermission noNumber =
        new ReplyPermission.ByHand(
            "no number was left: tell the citizen when they ask with the complaint's number");
    assertThat(permission(words + "&caller_name=Budi", new Reporter("form:a", "Budi")))
        .isEqualTo(noNumber);
    assertThat(permission(words, null)).isEqualTo(noNumber);
    for (String hint : List.of("", "{", "[]", "null", "\u0000")) {
      assertThat(hotline.permission(target(person, hint))).isEqualTo(noNumber);
    }
  }

  @Test
  void nothing_is_ever_sent() {
    Reply reply = new Reply(new UUID(7, 7), target(null, ""), "Sudah", List.of(), false);
    assertThatExceptionOfType(ChannelException.class)
        .isThrownBy(() -> hotline.send(reply))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(ChannelException.Kind.NOT_PERMITTED));
    assertThat(hotline.recognisesRepetition()).isFalse();
  }

  @Test
  void a_form_needs_a_secret_that_is_not_short() {
    HotlineChannel.Builder builder =
        HotlineChannel.builder(Hotlines.ACCOUNT, InstantSource.fixed(NOW));
    assertThatIllegalStateException()
        .isThrownBy(builder::build)
        .withMessage("the form hotline:tebet needs a secret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.secret("x".repeat(15)))
        .withMessage("a secret has at least 16 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.secret("x".repeat(16)).region("Indonesia").build());
  }

  private static AccountSettings settings(Map<String, String> values) {
    Map<String, String> credentials =
        Map.of("env:NOW", FakeHotline.SECRET, "env:NEXT", Hotlines.NEXT_SECRET, "env:SHORT", "x");
    return AccountSettings.of(
        Hotlines.ACCOUNT, values, name -> Optional.ofNullable(credentials.get(name)));
  }

  @Test
  void an_account_is_opened_from_its_settings() {
    AccountSettings settings =
        settings(Map.of("secrets", "env:NOW, env:NEXT", "zone", "Asia/Jayapura", "region", "ID"));
    HotlineChannel opened =
        (HotlineChannel)
            new HotlineProvider().open(settings, ChannelParts.of(InstantSource.fixed(NOW)));
    assertThat(settings.listFaults()).isEmpty();
    assertThat(opened.open(new FakeHotline().publish("Banjir")))
        .isInstanceOf(PushVerdict.Genuine.class);
  }

  @Test
  void all_faults_of_the_settings_are_found_at_once() {
    AccountSettings settings =
        settings(
            Map.of("secrets", "env:SHORT,env:NONE", "zone", "WIB", "region", "Jawa", "x", "y"));
    Channel opened =
        new HotlineProvider().open(settings, ChannelParts.of(InstantSource.fixed(NOW)));
    assertThat(opened.account()).isEqualTo(Hotlines.ACCOUNT);
    assertThat(settings.listFaults())
        .containsExactly(
            "zone is no time zone such as Asia/Jakarta",
            "region is no code of ISO 3166-1 in capital letters",
            "secrets refers to a credential that is not there",
            "secrets has one of less than 16 characters",
            "x is no setting of this kind; it has zone, region, secrets");
    AccountSettings nothing = settings(Map.of());
    new HotlineProvider().open(nothing, ChannelParts.of(InstantSource.fixed(NOW)));
    assertThat(nothing.listFaults())
        .containsExactly("secrets is missing; write a reference such as env:NAME");
    assertThat(new HotlineProvider().kind()).isEqualTo(Hotlines.ACCOUNT.kind());
  }
}
