package org.tanggap.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.audience.IncompleteWordingException.Missing;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Status;

class StatusWordingTest {

  private static final Instant DUE = Instant.parse("2026-11-24T02:15:00Z");

  private final StatusWording wording = StatusWording.standard();

  @ParameterizedTest
  @EnumSource(Status.class)
  void every_status_has_a_word_for_every_readership_with_and_without_a_complaint(Status status) {
    for (Readership readership : Readership.values()) {
      assertThat(wording.of(status, readership).text()).isNotBlank().doesNotContain("[", "{");
      StatusWord filled = wording.of(Stories.in(status), readership, DUE);
      assertThat(filled.text() + filled.note()).isNotBlank().doesNotContain("[", "{", "]", "}");
      assertThat(filled.phase()).isEqualTo(Phase.of(status));
    }
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void the_public_is_told_what_happens_next(Status status) {
    for (Readership readership : Readership.values()) {
      boolean told = !wording.of(status, readership).note().isEmpty();
      assertThat(told).isEqualTo(readership.audience() == Audience.PUBLIC);
    }
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void no_internal_word_reaches_the_public(Status status) {
    for (Readership readership : Readership.values()) {
      if (readership.audience() == Audience.PUBLIC) {
        StatusWord word = wording.of(Stories.in(status), readership, DUE);
        String shown = word.text() + word.note();
        for (Status internal : Status.values()) {
          assertThat(shown).doesNotContain(internal.name());
        }
        assertThat(shown.toLowerCase(Locale.ROOT))
            .doesNotContain("koordinasi", "disposisi", "coordinat", "canary");
      }
    }
  }

  @Test
  void a_complaint_that_was_passed_on_is_with_the_right_office_and_not_waiting() {
    Complaint forwarded = Stories.in(Status.FORWARDED);

    StatusWord word = wording.of(forwarded, Readership.PUBLIC_INDONESIAN, DUE);

    assertThat(word.text()).isEqualTo("Sudah di instansi yang berwenang: Dinas Sumber Daya Air");
    assertThat(word.note())
        .isEqualTo(
            "Laporan tetap berjalan, tidak perlu melapor ulang."
                + " Dijanjikan selesai paling lambat 24 November 2026 pukul 09.15.");
    assertThat(word.colour()).isEqualTo(Colour.YELLOW);
    assertThat(wording.of(forwarded, Readership.OFFICER, null).text())
        .isEqualTo("Koordinasi ke Dinas Sumber Daya Air, belum dikerjakan");
  }

  @Test
  void planned_work_names_its_date_in_the_language_of_the_reader() {
    Complaint planned = Stories.in(Status.SCHEDULED);

    assertThat(wording.of(planned, Readership.PUBLIC_INDONESIAN, null).text())
        .isEqualTo("Dijadwalkan, selesai paling lambat 3 Mei 2027");
    assertThat(wording.of(planned, Readership.PUBLIC_ENGLISH, null).text())
        .isEqualTo("Planned, to be done by 3 May 2027");
  }

  @Test
  void a_merged_complaint_names_the_one_in_which_it_goes_on() {
    assertThat(wording.of(Stories.in(Status.MERGED), Readership.PUBLIC_ENGLISH, null).text())
        .isEqualTo("Goes on in another report, number " + Stories.OTHER);
  }

  @Test
  void a_closed_complaint_says_and_shows_how_it_ended() {
    StatusWord done = wording.of(Stories.in(Status.CLOSED), Readership.PUBLIC_ENGLISH, null);
    Complaint refused =
        Stories.in(Status.REJECTED)
            .after(new ComplaintEvent.Closed(Stories.minute(9), Stories.SYSTEM));
    StatusWord ended = wording.of(refused, Readership.PUBLIC_ENGLISH, null);

    assertThat(done.text()).isEqualTo("Ended (Done)");
    assertThat(done.colour()).isEqualTo(Colour.GREEN);
    assertThat(ended.text()).isEqualTo("Ended (Cannot be acted on)");
    assertThat(ended.colour()).isEqualTo(Colour.GREY);
  }

  @Test
  void times_are_told_in_the_zone_of_the_host() {
    StatusWording ambon = StatusWording.standardBuilder().zone(ZoneId.of("Asia/Jayapura")).build();

    assertThat(ambon.of(Stories.in(Status.ASSIGNED), Readership.PUBLIC_ENGLISH, DUE).note())
        .endsWith("Promised by 24 November 2026, 11:15.");
  }

  @Test
  void a_host_replaces_a_word_and_keeps_the_rest() {
    StatusWording own =
        StatusWording.standardBuilder()
            .word(
                Status.FORWARDED,
                Readership.PUBLIC_INDONESIAN,
                "Diteruskan[ ke {unit}]",
                Colour.BLUE,
                Phase.OPEN)
            .build();
    Complaint forwarded = Stories.in(Status.FORWARDED);

    StatusWord word = own.of(forwarded, Readership.PUBLIC_INDONESIAN, null);

    assertThat(word.text()).isEqualTo("Diteruskan ke Dinas Sumber Daya Air");
    assertThat(word.colour()).isEqualTo(Colour.BLUE);
    assertThat(word.note()).isEqualTo("Laporan tetap berjalan, tidak perlu melapor ulang.");
    assertThat(own.of(forwarded, Readership.PUBLIC_ENGLISH, null))
        .isEqualTo(wording.of(forwarded, Readership.PUBLIC_ENGLISH, null));
  }

  @Test
  void a_wording_with_gaps_names_all_of_them() {
    StatusWording.Builder gaps = StatusWording.builder();
    for (Readership readership : Readership.values()) {
      for (Status status : Status.values()) {
        boolean gap = status == Status.MERGED && readership == Readership.OPEN311;
        if (!gap && status != Status.CHECKING) {
          gaps.word(status, readership, "kata", Colour.GREY, Phase.OPEN);
        }
      }
    }

    IncompleteWordingException fault =
        catchThrowableOfType(IncompleteWordingException.class, gaps::build);

    assertThat(fault.missing())
        .containsExactlyInAnyOrder(
            new Missing(Status.CHECKING, Readership.PUBLIC_INDONESIAN),
            new Missing(Status.CHECKING, Readership.PUBLIC_ENGLISH),
            new Missing(Status.CHECKING, Readership.OFFICER),
            new Missing(Status.CHECKING, Readership.OPEN311),
            new Missing(Status.MERGED, Readership.OPEN311));
    assertThat(fault)
        .hasMessage(
            "no word for: CHECKING for PUBLIC_INDONESIAN, CHECKING for PUBLIC_ENGLISH,"
                + " CHECKING for OFFICER, CHECKING for OPEN311, MERGED for OPEN311");
  }

  @Test
  void an_empty_wording_lacks_everything() {
    assertThat(
            catchThrowableOfType(
                    IncompleteWordingException.class, () -> StatusWording.builder().build())
                .missing())
        .hasSize(Status.values().length * Readership.values().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[{unit}]",
        "oleh {unit}",
        "[oleh {dinas}]",
        "[oleh {unit}",
        "a] b",
        "[a {] b",
        "[a [{unit}]]",
        "{Unit}",
        "[{unit]}"
      })
  void a_text_that_could_not_be_filled_in_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                StatusWording.builder()
                    .word(Status.IN_WORK, Readership.OFFICER, text, Colour.RED, Phase.OPEN));
  }

  @Test
  void a_note_needs_its_word() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> StatusWording.builder().note(Status.IN_WORK, Readership.OFFICER, "lanjut"));
  }

  @Test
  void a_name_of_an_office_is_never_taken_for_a_template() {
    assertThat(Template.fill("A[ {unit}] B[ {due}]", Map.of("unit", "$1 [{due}] \\")))
        .isEqualTo("A $1 [{due}] \\ B");
  }

  @Test
  void colours_are_given_for_a_page_as_well() {
    for (Colour colour : Colour.values()) {
      assertThat(colour.hex()).matches("#[0-9A-F]{6}");
    }
  }
}
