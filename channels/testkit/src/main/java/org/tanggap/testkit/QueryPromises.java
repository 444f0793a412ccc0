package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.OFFICER;
import static org.tanggap.testkit.SampleComplaints.WORK;
import static org.tanggap.testkit.SampleComplaints.complaint;
import static org.tanggap.testkit.SampleComplaints.id;
import static org.tanggap.testkit.SampleComplaints.point;
import static org.tanggap.testkit.SampleComplaints.receipt;
import static org.tanggap.testkit.SampleComplaints.reporterId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Handover;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;
import org.tanggap.store.Bookmark;
import org.tanggap.store.Commit;
import org.tanggap.store.ComplaintPage;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.ComplaintQuery.Order;
import org.tanggap.store.Watch;

/** Queries: what is listed, and in which order. */
abstract class QueryPromises extends ReadingPromises {

  private static final Watch DUE = new Watch(NOW, null);

  private void put(Complaint... complaints) {
    put(Watch.NONE, complaints);
  }

  private void put(Watch watch, Complaint... complaints) {
    Commit commit = new Commit();
    for (Complaint complaint : complaints) {
      commit.append(complaint, 0, watch);
    }
    store().commit(commit);
  }

  private void change(int number, int version) {
    store().commit(new Commit().append(SampleComplaints.worked(number, version), version - 1, DUE));
  }

  private List<ComplaintId> ids(ComplaintQuery query) {
    return store().list(query).complaints().stream().map(Complaint::id).toList();
  }

  private static List<ComplaintId> numbered(int... numbers) {
    return IntStream.of(numbers).mapToObj(SampleComplaints::id).toList();
  }

  private static ComplaintEvent rejected() {
    return new ComplaintEvent.Rejected(NOW, OFFICER, "Bukan");
  }

  /** All pages of a query, from one bookmark to the next, through their text. */
  private List<ComplaintId> allPages(ComplaintQuery query) {
    List<ComplaintId> all = new ArrayList<>();
    Bookmark end = null;
    while (true) {
      ComplaintPage page = store().list(query.after(end));
      page.complaints().forEach(complaint -> all.add(complaint.id()));
      assertThat(page.complaints().size()).isLessThanOrEqualTo(query.limit());
      if (page.complaints().size() < query.limit()) {
        return all;
      }
      end = Bookmark.parse(page.findEnd().orElseThrow().toString()).orElseThrow();
      assertThat(end).isEqualTo(page.findEnd().orElseThrow());
    }
  }

  @Test
  final void open_complaints_are_those_on_which_somebody_has_to_do_something() {
    put(
        complaint(1),
        complaint(2, rejected()),
        complaint(3, new ComplaintEvent.Resolved(NOW, OFFICER, "Sudah", List.of(), true)),
        complaint(4, new ComplaintEvent.Resolved(NOW, OFFICER, "Sudah", List.of(), false)),
        complaint(5, rejected(), new ComplaintEvent.Disputed(NOW, Actor.reporter(), "Tidak")),
        complaint(6, rejected(), new ComplaintEvent.Closed(NOW, Actor.system())),
        complaint(7, new ComplaintEvent.Merged(NOW, OFFICER, id(1), "Sama")),
        complaint(8, new ComplaintEvent.ReporterAsked(NOW, OFFICER, "Di mana?")));

    assertThat(ids(ComplaintQuery.open())).isEqualTo(numbered(1, 3, 5, 8));
    assertThat(ids(ComplaintQuery.all())).hasSize(8);
  }

  @Test
  final void a_complaint_is_listed_for_the_unit_that_has_it_now() {
    ComplaintEvent passedOn =
        new ComplaintEvent.Forwarded(
            NOW,
            OFFICER,
            new Assignment(new Unit("b", "Dinas"), "By hand."),
            Handover.NOT_OURS,
            "Bukan kami");
    put(
        complaint(1, EveryEvent.assigned("a")),
        complaint(2),
        complaint(3, EveryEvent.assigned("a"), passedOn));

    assertThat(ids(ComplaintQuery.all().ofUnit("a"))).isEqualTo(numbered(1));
    assertThat(ids(ComplaintQuery.all().ofUnit("b"))).isEqualTo(numbered(3));
    assertThat(ids(ComplaintQuery.all().ofUnit("A"))).isEmpty();
  }

  @Test
  final void an_area_holds_what_lies_below_it_and_no_namesake() {
    put(
        complaint(1, EveryEvent.routed("31.74.01.1003")),
        complaint(2, EveryEvent.routed("31.740")),
        complaint(3, EveryEvent.routed("31.74-01")),
        complaint(4, EveryEvent.routed("31.74")),
        complaint(5, EveryEvent.routed("31.75.01")),
        complaint(6, EveryEvent.routed("31.74/1")),
        complaint(7));

    assertThat(ids(ComplaintQuery.all().inArea("31.74"))).isEqualTo(numbered(1, 4));
    assertThat(ids(ComplaintQuery.all().inArea("31.74.01.1003"))).isEqualTo(numbered(1));
    assertThat(ids(ComplaintQuery.all().inArea("31.7"))).isEmpty();
    assertThat(ids(ComplaintQuery.all().inArea("31"))).hasSize(6);
  }

  @Test
  final void a_complaint_lies_in_an_area_where_its_last_routing_is_certain() {
    ComplaintEvent lost =
        new ComplaintEvent.Routed(
            NOW, OFFICER, new Routing.NeedsLocation(Routing.Missing.ONLY_WORDS));
    put(
        complaint(1, EveryEvent.routed("31.74.01"), lost),
        complaint(2, lost, EveryEvent.routed("31.74.02")));

    assertThat(ids(ComplaintQuery.all().inArea("31.74"))).isEqualTo(numbered(2));
  }

  @Test
  final void a_category_holds_the_narrower_ones_and_no_namesake() {
    LocationEvidence nowhere = LocationEvidence.none();
    put(
        complaint(1, nowhere, "road.pothole"),
        complaint(2, nowhere, "road-works"),
        complaint(3, nowhere, "roads"),
        complaint(4, nowhere, "road"),
        complaint(5, nowhere, "waste.road"));
    put(complaint(6, nowhere, "waste").after(EveryEvent.sorted("road.light.dark")));

    assertThat(ids(ComplaintQuery.all().about(Category.of("road")))).isEqualTo(numbered(1, 4, 6));
    assertThat(ids(ComplaintQuery.all().about(Category.of("road.light")))).isEqualTo(numbered(6));
    assertThat(ids(ComplaintQuery.all().about(Category.of("waste")))).isEqualTo(numbered(5));
  }

  @Test
  final void a_box_holds_the_points_on_its_border_and_none_beyond() {
    put(
        complaint(1, point(-6.5, 106.5), "road"),
        complaint(2, point(-6.0, 107.0), "road"),
        complaint(3, point(Math.nextDown(-6.5), 106.75), "road"),
        complaint(4, point(-6.25, Math.nextUp(107.0)), "road"),
        complaint(5, point(-6.25, 106.75), "road"),
        complaint(6, point(-6.25, -106.75), "road"));
    Position southWest = Position.of(-6.5, 106.5);
    Position northEast = Position.of(-6.0, 107.0);

    assertThat(ids(ComplaintQuery.all().within(southWest, northEast))).isEqualTo(numbered(1, 2, 5));
    assertThat(ids(ComplaintQuery.all().within(new LocationEvidence.Box(southWest, southWest))))
        .isEqualTo(numbered(1));
  }

  @Test
  final void a_box_whose_west_lies_east_of_its_east_runs_over_the_180th_meridian() {
    put(
        complaint(1, point(-17, 179.5), "road"),
        complaint(2, point(-17, -179.5), "road"),
        complaint(3, point(-17, 0), "road"),
        complaint(4, point(-17, 180), "road"),
        complaint(5, point(-17, -180), "road"),
        complaint(6, point(10, 180), "road"));

    assertThat(ids(ComplaintQuery.all().within(Position.of(-18, 179), Position.of(-16, -179))))
        .isEqualTo(numbered(1, 2, 4, 5));
  }

  @Test
  final void only_a_point_lies_in_a_box() {
    Position middle = Position.of(-6.25, 106.75);
    put(
        complaint(1, new LocationEvidence.Circle(middle, 10), "road"),
        complaint(2, new LocationEvidence.Box(middle, middle), "road"),
        complaint(3, LocationEvidence.none(), "road"));

    assertThat(ids(ComplaintQuery.all().within(Position.of(-90, -180), Position.of(90, 180))))
        .isEmpty();
  }

  @Test
  final void somebodys_complaints_are_those_reported_and_those_followed() {
    ComplaintEvent absorbed =
        EveryEvent.history(1).stream()
            .filter(ComplaintEvent.Absorbed.class::isInstance)
            .findFirst()
            .orElseThrow();
    put(
        complaint(1),
        complaint(2, EveryEvent.followed(1)),
        complaint(3, EveryEvent.followed(9)),
        complaint(4, absorbed));
    store()
        .commit(
            new Commit().append(complaint(3, EveryEvent.followed(9)).after(WORK), 2, Watch.NONE));

    assertThat(ids(ComplaintQuery.all().reportedBy(reporterId(1)))).isEqualTo(numbered(1, 2));
    assertThat(ids(ComplaintQuery.all().reportedBy(reporterId(9)))).isEqualTo(numbered(3));
    assertThat(ids(ComplaintQuery.all().reportedBy(reporterId(3)))).isEqualTo(numbered(3, 4));
    assertThat(ids(ComplaintQuery.all().reportedBy(reporterId(7)))).isEmpty();
  }

  @Test
  final void filters_add_up() {
    ComplaintEvent here = EveryEvent.routed("31.74.01.1002");
    ComplaintEvent there = EveryEvent.routed("31.75.01.1002");
    put(
        DUE,
        complaint(1, here, EveryEvent.assigned("a")),
        complaint(2, there, EveryEvent.assigned("a")),
        complaint(3, here, EveryEvent.assigned("b")),
        complaint(4, here, EveryEvent.assigned("a"), rejected()),
        complaint(5, here, EveryEvent.assigned("a"), EveryEvent.followed(1)));
    ComplaintQuery query =
        ComplaintQuery.open()
            .ofUnit("a")
            .inArea("31.74")
            .about(Category.of("road"))
            .within(Position.of(-7, 106), Position.of(-6, 107));

    for (Order order : Order.values()) {
      List<ComplaintId> both = inOrder(order, numbered(1, 5));
      assertThat(ids(query.by(order))).as("%s", order).isEqualTo(both);
      assertThat(ids(query.by(order).reportedBy(reporterId(1)))).isEqualTo(both);
      assertThat(ids(query.by(order).reportedBy(reporterId(5)))).isEqualTo(numbered(5));
    }
  }

  /** All orders but one have the same direction. */
  private static List<ComplaintId> inOrder(Order order, List<ComplaintId> ids) {
    List<ComplaintId> ordered = new ArrayList<>(ids);
    if (order == Order.LATEST) {
      Collections.reverse(ordered);
    }
    return ordered;
  }

  @Test
  final void the_latest_comes_first_and_pages_go_back_from_there() {
    put(complaint(3), complaint(1), complaint(2));

    ComplaintQuery latest = ComplaintQuery.all().by(Order.LATEST);
    assertThat(ids(latest)).isEqualTo(numbered(3, 2, 1));
    Bookmark end = store().list(latest.limit(1)).findEnd().orElseThrow();
    assertThat(ids(latest.after(end))).isEqualTo(numbered(2, 1));
  }

  @Test
  final void what_is_due_next_comes_first_and_what_has_no_due_time_is_left_out() {
    put(new Watch(NOW.plusSeconds(9), null), complaint(1), complaint(4));
    put(new Watch(NOW.plusSeconds(5), NOW), complaint(3));
    put(new Watch(null, NOW), complaint(2));
    put(new Watch(NOW.minusSeconds(5), NOW), complaint(5));

    assertThat(ids(ComplaintQuery.all().by(Order.DUE))).isEqualTo(numbered(5, 3, 1, 4));
    assertThat(allPages(ComplaintQuery.all().by(Order.DUE).limit(1)))
        .isEqualTo(numbered(5, 3, 1, 4));
  }

  @Test
  final void a_due_time_that_is_noted_anew_changes_the_order() {
    put(DUE, complaint(1), complaint(2));
    store().watch(complaint(1), new Watch(NOW.plusSeconds(1), null));
    store().commit(new Commit().append(complaint(2, WORK), 1, Watch.NONE));

    assertThat(ids(ComplaintQuery.all().by(Order.DUE))).isEqualTo(numbered(1));
  }

  @Test
  final void what_changed_last_comes_last_and_comes_again_when_it_changes() {
    put(DUE, complaint(1), complaint(2), complaint(3));
    ComplaintQuery changes = ComplaintQuery.all().by(Order.CHANGED);
    ComplaintPage first = store().list(changes);
    assertThat(first.complaints()).extracting(Complaint::id).isEqualTo(numbered(1, 2, 3));

    change(2, 2);
    put(complaint(4));
    change(1, 2);
    ComplaintPage second = store().list(changes.after(first.end()));
    assertThat(second.complaints()).extracting(Complaint::id).isEqualTo(numbered(2, 4, 1));
    assertThat(ids(changes)).isEqualTo(numbered(3, 2, 4, 1));
    assertThat(ids(changes.after(second.end()))).isEmpty();
  }

  @Test
  final void a_claim_or_a_new_due_time_is_no_change() {
    put(new Watch(NOW, NOW), complaint(1), complaint(2));
    ComplaintPage seen = store().list(ComplaintQuery.all().by(Order.CHANGED));
    store().claimDue(NOW, Duration.ofMinutes(1), 1);
    store().watch(complaint(2), Watch.NONE);

    assertThat(ids(ComplaintQuery.all().by(Order.CHANGED).after(seen.end()))).isEmpty();
  }

  @Test
  final void every_order_pages_through_everything_once() {
    for (int number = 1; number <= 7; number++) {
      put(new Watch(NOW.plusSeconds(number / 3), null), complaint(number));
    }
    put(DUE, complaint(8), complaint(9), complaint(10));

    for (Order order : Order.values()) {
      for (int limit : List.of(1, 2, 3, 5, 10, 11)) {
        assertThat(allPages(ComplaintQuery.all().by(order).limit(limit)))
            .as("%s, %s a page", order, limit)
            .isEqualTo(ids(ComplaintQuery.all().by(order)))
            .hasSize(10)
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  final void an_empty_page_ends_where_it_began() {
    assertThat(store().list(ComplaintQuery.all()).findEnd()).isEmpty();
    put(DUE, complaint(1));

    for (Order order : Order.values()) {
      Bookmark end = store().list(ComplaintQuery.all().by(order)).findEnd().orElseThrow();
      assertThat(store().list(ComplaintQuery.all().by(order).after(end)).findEnd())
          .as("%s", order)
          .contains(end);
    }
  }

  @Test
  final void who_follows_the_changes_misses_none_while_others_write() {
    int writers = 3;
    int changes = 20;
    for (int number = 1; number <= writers; number++) {
      put(complaint(number));
    }
    ChangeReader reader = new ChangeReader();
    Together.run(
        writers + 1,
        thread -> {
          if (thread == writers) {
            reader.read(60);
          } else {
            for (int version = 2; version <= changes; version++) {
              change(thread + 1, version);
              put(complaint(100 * (thread + 1) + version));
            }
          }
          return thread;
        });
    reader.read(200);

    List<Complaint> all = store().list(ComplaintQuery.all()).complaints();
    assertThat(all).hasSize(writers * changes);
    for (Complaint complaint : all) {
      assertThat(reader.seen)
          .filteredOn(it -> it.id().equals(complaint.id()))
          .last()
          .extracting(Complaint::version)
          .isEqualTo(complaint.version());
    }
  }

  /** Follows the changes in many small pages. */
  private final class ChangeReader {

    final List<Complaint> seen = new ArrayList<>();
    private @Nullable Bookmark end;

    void read(int pages) {
      for (int page = 0; page < pages; page++) {
        ComplaintQuery next = ComplaintQuery.all().by(Order.CHANGED).after(end).limit(3);
        ComplaintPage changed = store().list(next);
        seen.addAll(changed.complaints());
        end = changed.end();
      }
    }
  }

  @Test
  final void paging_neither_skips_nor_repeats_what_does_not_change_meanwhile() {
    int resting = 30;
    for (int number = 1; number <= resting; number++) {
      put(new Watch(NOW.plusSeconds(number), null), complaint(2 * number));
    }
    put(DUE, complaint(1));
    List<ComplaintId> still = IntStream.rangeClosed(1, resting).mapToObj(n -> id(2 * n)).toList();

    Together.run(
        2,
        thread -> {
          if (thread == 0) {
            for (int version = 2; version <= 20; version++) {
              change(1, version);
            }
          } else {
            for (Order order : Order.values()) {
              assertThat(allPages(ComplaintQuery.all().by(order).limit(4)))
                  .as("%s", order)
                  .filteredOn(still::contains)
                  .isEqualTo(inOrder(order, still));
            }
          }
          return thread;
        });
  }

  @Test
  final void a_page_shows_its_complaints_as_they_were_when_they_were_picked() {
    put(complaint(1));

    Together.run(
        2,
        thread -> {
          if (thread == 0) {
            Complaint complaint = complaint(1);
            for (int round = 0; round < 15; round++) {
              Complaint finished = complaint.after(rejected());
              store().commit(new Commit().append(finished, complaint.version(), Watch.NONE));
              complaint = finished.after(new ComplaintEvent.Reopened(NOW, OFFICER, "Benar"));
              store().commit(new Commit().append(complaint, finished.version(), Watch.NONE));
            }
          } else {
            for (int round = 0; round < 40; round++) {
              assertThat(store().list(ComplaintQuery.open()).complaints())
                  .allMatch(complaint -> complaint.status().isOpen());
            }
          }
          return thread;
        });
  }

  @Test
  final void a_page_has_whole_complaints() {
    put(SampleComplaints.withLongHistory(1), complaint(2));

    assertThat(store().list(ComplaintQuery.all()).complaints())
        .extracting(Complaint::history)
        .containsExactly(EveryEvent.history(1), List.of(receipt(2)));
  }
}
