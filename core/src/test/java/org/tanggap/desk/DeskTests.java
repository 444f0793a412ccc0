package org.tanggap.desk;

import java.util.List;
import org.tanggap.jurisdiction.Jakarta;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Responsibilities;
import org.tanggap.responsibility.Unit;
import org.tanggap.sla.Budget;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.MemoryStore;

/** A desk in memory with one channel and a clock that stands. */
abstract class DeskTests {

  static final Category ROAD = Category.of("road");
  static final Unit SUDIN = new Unit("sudin-bm", "Suku Dinas Bina Marga");

  final ComplaintStore store = new MemoryStore();
  final MovingClock clock = new MovingClock();
  final FakeChannel channel = new FakeChannel("one");

  /** Every required part, every point in Tebet Timur, and the channel. */
  FeedbackDeskBuilder parts(ComplaintStore keeper) {
    return FeedbackDesk.builder()
        .jurisdictions(DeskTests::route)
        .responsibilities(Responsibilities.builder().rule(ROAD, "31.74", SUDIN).build())
        .sla(SlaPolicy.resolveWithin(Budget.hours(72)))
        .store(keeper)
        .clock(clock)
        .channel(channel);
  }

  FeedbackDesk desk() {
    return parts(store).build();
  }

  private static Routing route(LocationEvidence evidence) {
    return evidence instanceof LocationEvidence.Point
        ? Jakarta.routed(Jakarta.TEBET_TIMUR)
        : new Routing.NeedsLocation(Routing.Missing.NO_PLACE);
  }

  static List<String> texts(ComplaintStore store) {
    return store.list(ComplaintQuery.all().limit(1_000)).complaints().stream()
        .map(c -> c.received().text())
        .toList();
  }
}
