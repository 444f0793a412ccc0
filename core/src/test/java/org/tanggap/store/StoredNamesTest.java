package org.tanggap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.Follower;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.Histories;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Priority;
import org.tanggap.complaint.ReporterId;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Category;

/**
 * What stands in databases already, letter by letter; receipts and routings are in {@link
 * StoredPlacesTest}. A change here is a change of the stored form: it needs a reader of the old
 * one, not a new literal.
 */
class StoredNamesTest {

  private final EventCodec codec = new EventCodec();

  private static final String AT = "'at':'2026-11-21T02:15:00Z'";
  private static final String OFFICER = AT + ",'by':{'kind':'OFFICER','id':'officer-7'}";
  private static final String SYSTEM = AT + ",'by':{'kind':'SYSTEM','id':''}";

  private static final String REPORTER = AT + ",'by':{'kind':'REPORTER','id':''}";
  private static final String FOLLOWER = AT + ",'by':{'kind':'FOLLOWER','id':''}";
  private static final String PERSON = "{'value':'01939e4c-0000-7000-8000-000000000001'}";
  private static final String DINAS =
      "'assignment':{'unit':{'id':'dinas-bm','name':'Dinas Bina Marga'},"
          + "'because':'It has the machines.'}";

  static Stream<Arguments> events() {
    Instant at = Histories.RECEIVED_AT;
    Actor officer = Histories.OFFICER;
    Follower follower =
        new Follower(Histories.message("m-2"), new ReporterId(Histories.ID.value()));
    List<Photo> photos = List.of(Photo.of("a.jpg"));
    return Stream.of(
        stored(new ComplaintEvent.Verified(at, officer), "verified", OFFICER),
        stored(
            new ComplaintEvent.Assigned(at, Actor.system(), Histories.DINAS),
            "assigned",
            SYSTEM + "," + DINAS),
        stored(
            new ComplaintEvent.Forwarded(at, officer, Histories.DINAS, Handover.NOT_OURS, "Lain"),
            "forwarded",
            OFFICER + "," + DINAS + ",'handover':'NOT_OURS','reason':'Lain'"),
        stored(
            new ComplaintEvent.Forwarded(at, officer, Histories.DINAS, Handover.NEXT_STEP, "Lain"),
            "forwarded",
            OFFICER + "," + DINAS + ",'handover':'NEXT_STEP','reason':'Lain'"),
        stored(
            new ComplaintEvent.Referred(at, officer, Histories.DINAS, "Alat"),
            "referred",
            OFFICER + "," + DINAS + ",'reason':'Alat'"),
        stored(new ComplaintEvent.WorkStarted(at, officer), "work-started", OFFICER),
        stored(
            new ComplaintEvent.ReporterAsked(at, officer, "Di mana?"),
            "reporter-asked",
            OFFICER + ",'text':'Di mana?'"),
        stored(
            new ComplaintEvent.MessageAdded(
                at, Actor.follower(), Histories.message("m-2"), "Sini", photos),
            "message-added",
            FOLLOWER
                + ",'message':{'account':{'kind':'feed','name':'jakarta'},'externalId':'m-2'},"
                + "'text':'Sini','photos':[{'reference':'a.jpg','takenAt':null,'position':null}],"
                + "'location':{'evidence':'none'},'edition':''"),
        stored(
            new ComplaintEvent.MessageAdded(
                at,
                Actor.reporter(),
                Histories.message("m-2"),
                "Sini",
                List.of(),
                new LocationEvidence.Described("Pasar"),
                "17"),
            "message-added",
            REPORTER
                + ",'message':{'account':{'kind':'feed','name':'jakarta'},'externalId':'m-2'},"
                + "'text':'Sini','photos':[],'location':{'evidence':'described','text':'Pasar'},"
                + "'edition':'17'"),
        stored(
            new ComplaintEvent.MessageDeleted(at, Actor.reporter(), Histories.message("m-2")),
            "message-deleted",
            REPORTER
                + ",'message':{'account':{'kind':'feed','name':'jakarta'},'externalId':'m-2'}"),
        stored(
            new ComplaintEvent.Claimed(at, officer, at.plusSeconds(600)),
            "claimed",
            OFFICER + ",'until':'2026-11-21T02:25:00Z'"),
        stored(new ComplaintEvent.Released(at, officer), "released", OFFICER),
        stored(
            new ComplaintEvent.MessageAdded(at, Actor.reporter(), null, "", List.of()),
            "message-added",
            REPORTER
                + ",'message':null,'text':'','photos':[],'location':{'evidence':'none'},"
                + "'edition':''"),
        stored(
            new ComplaintEvent.Answered(at, officer, "Ya"),
            "answered",
            OFFICER + ",'text':'Ya','photos':[]"),
        stored(new ComplaintEvent.Noted(at, officer, "Ya"), "noted", OFFICER + ",'text':'Ya'"),
        stored(
            new ComplaintEvent.Scheduled(at, officer, LocalDate.of(2027, 3, 1), "Nanti"),
            "scheduled",
            OFFICER + ",'promisedFor':'2027-03-01','text':'Nanti'"),
        stored(
            new ComplaintEvent.Resolved(
                at,
                officer,
                "Sudah",
                List.of(new Photo("a.jpg", at, Position.of(-6.5, 106.5))),
                true),
            "resolved",
            OFFICER
                + ",'text':'Sudah','proof':[{'reference':'a.jpg','takenAt':'2026-11-21T02:15:00Z',"
                + "'position':{'latitude':-6.5,'longitude':106.5}}],'toBeChecked':true"),
        stored(
            new ComplaintEvent.Resolved(at, officer, "Sudah", List.of(), false),
            "resolved",
            OFFICER + ",'text':'Sudah','proof':[],'toBeChecked':false"),
        stored(new ComplaintEvent.CheckPassed(at, officer), "check-passed", OFFICER),
        stored(
            new ComplaintEvent.CheckFailed(at, officer, "Foto lama"),
            "check-failed",
            OFFICER + ",'reason':'Foto lama'"),
        stored(
            new ComplaintEvent.Rejected(at, officer, "Bukan"),
            "rejected",
            OFFICER + ",'reason':'Bukan'"),
        stored(
            new ComplaintEvent.Clarified(at, officer, "Tol"),
            "clarified",
            OFFICER + ",'text':'Tol'"),
        stored(new ComplaintEvent.Confirmed(at, Actor.reporter()), "confirmed", REPORTER),
        stored(
            new ComplaintEvent.Disputed(at, Actor.follower(), "Belum"),
            "disputed",
            FOLLOWER + ",'reason':'Belum'"),
        stored(
            new ComplaintEvent.Reopened(at, officer, "Belum"),
            "reopened",
            OFFICER + ",'reason':'Belum'"),
        stored(new ComplaintEvent.Closed(at, Actor.system()), "closed", SYSTEM),
        stored(
            new ComplaintEvent.Merged(at, officer, Histories.ID, "Sama"),
            "merged",
            OFFICER + ",'into':" + PERSON + ",'reason':'Sama'"),
        stored(
            new ComplaintEvent.Absorbed(at, officer, Histories.ID, List.of(follower)),
            "absorbed",
            OFFICER
                + ",'duplicate':"
                + PERSON
                + ",'followers':[{'message':{'account':{'kind':'feed','name':'jakarta'},"
                + "'externalId':'m-2'},'reporter':"
                + PERSON
                + "}]"),
        stored(
            new ComplaintEvent.Followed(
                at, Actor.follower(), new Follower(Histories.message("m-2"), null)),
            "followed",
            FOLLOWER
                + ",'follower':{'message':{'account':{'kind':'feed','name':'jakarta'},"
                + "'externalId':'m-2'},'reporter':null}"),
        stored(
            new ComplaintEvent.PriorityChanged(at, officer, Priority.URGENT, "Sekolah"),
            "priority-changed",
            OFFICER + ",'priority':'URGENT','reason':'Sekolah'"),
        stored(
            new ComplaintEvent.CategoryChanged(at, officer, Category.of("road.bridge"), "Salah"),
            "category-changed",
            OFFICER + ",'category':{'code':'road.bridge'},'reason':'Salah'"),
        stored(
            new ComplaintEvent.Alerted(at, Actor.system(), "resolution", "75%", "lurah"),
            "alerted",
            SYSTEM + ",'target':'resolution','step':'75%','to':'lurah'"));
  }

  private static Arguments stored(ComplaintEvent event, String name, String members) {
    return Arguments.of(event, "{'event':'" + name + "'," + members + "}");
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_is_stored_under_these_names(ComplaintEvent event, String quoted) {
    String stored = quoted.replace('\'', '"');

    assertThat(codec.write(event)).isEqualTo(stored);
    assertThat(codec.read(Histories.ID, stored)).isEqualTo(event);
  }

  @Test
  void no_kind_of_event_is_forgotten_here() {
    Set<Class<?>> here = new HashSet<>(Set.of(ComplaintEvent.Received.class));
    events().forEach(it -> here.add(Objects.requireNonNull(it.get()[0]).getClass()));
    here.add(ComplaintEvent.Routed.class);

    assertThat(here)
        .containsExactlyInAnyOrder(ComplaintEvent.class.getPermittedSubclasses())
        .hasSize(30);
  }

  /** The names of values that stand in events, apart from those that the events above show. */
  @Test
  void the_names_of_closed_sets_do_not_change() {
    assertThat(Arrays.toString(Actor.Kind.values()))
        .isEqualTo("[REPORTER, FOLLOWER, OFFICER, SYSTEM]");
    assertThat(Arrays.toString(Handover.values())).isEqualTo("[NOT_OURS, NEXT_STEP]");
    assertThat(Arrays.toString(Priority.values())).isEqualTo("[LOW, NORMAL, HIGH, URGENT]");
    assertThat(Arrays.toString(LocationEvidence.Source.values()))
        .isEqualTo("[SHARED_PIN, DEVICE_GPS, PHOTO_EXIF, TYPED, UNKNOWN]");
    assertThat(Arrays.toString(LocationEvidence.Problem.values()))
        .isEqualTo("[ZERO_ZERO, LOOKS_SWAPPED, OUT_OF_RANGE]");
    assertThat(Arrays.toString(Routing.Remark.values()))
        .isEqualTo("[ON_BORDER, IN_OVERLAP, IN_GAP]");
    assertThat(Arrays.toString(Routing.Suspicion.values())).isEqualTo("[LOST_MINUS_SIGN, SWAPPED]");
    assertThat(Arrays.toString(Routing.Missing.values()))
        .isEqualTo("[NO_PLACE, ONLY_WORDS, UNUSABLE_COORDINATES]");
  }

  @Test
  void a_receipt_stored_before_there_was_a_choice_keeps_nothing_back() {
    String old =
        "{'event':'received',"
            + REPORTER
            + ",'message':{'account':{'kind':'feed','name':'jakarta'},'externalId':'m-1'},"
            + "'text':'Jalan berlubang','location':{'evidence':'none'},"
            + "'category':{'code':'unsorted'},'photos':[],'sentAt':null,'reporter':null}";

    assertThat(read(old)).isEqualTo(Histories.receipt(null));
    assertThat(((ComplaintEvent.Received) read(old)).discretion()).isEqualTo(Discretion.NONE);
    assertThat(read(old.replace("'reporter':null", "'reporter':null,'discretion':null")))
        .isEqualTo(Histories.receipt(null));
  }

  @Test
  void a_resolution_stored_before_there_were_checks_is_not_to_be_checked() {
    String old = "{'event':'resolved'," + OFFICER + ",'text':'Sudah','proof':[]}";
    ComplaintEvent resolved =
        new ComplaintEvent.Resolved(
            Histories.RECEIVED_AT, Histories.OFFICER, "Sudah", List.of(), false);

    assertThat(read(old)).isEqualTo(resolved);
    assertThat(read(old.replace("[]}", "[],'toBeChecked':null}"))).isEqualTo(resolved);
  }

  private ComplaintEvent read(String quoted) {
    return codec.read(Histories.ID, quoted.replace('\'', '"'));
  }
}
