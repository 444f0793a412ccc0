package org.tanggap.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.MessageKey;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;
import org.tanggap.sla.Budget;
import org.tanggap.sla.SlaPolicy;

/**
 * A year of a city's complaints, the same ones in every run: 267 kelurahan in 44 kecamatan and 6
 * kota, 60 units, 30 categories, 8 kinds of channels. Every text is an object of its own, as if it
 * had been read from a store.
 */
final class City {

  static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant NOW = START.plus(Duration.ofDays(370));
  static final SlaPolicy POLICY = SlaPolicy.resolveWithin(Budget.hours(72));

  private static final Actor OFFICER = Actor.officer("officer-7");
  private static final int KELURAHAN = 267;
  private static final int KECAMATAN = 44;

  private final SplittableRandom random;

  City(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static List<Complaint> complaints(int count) {
    City city = new City(20_261_121);
    List<Complaint> complaints = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      complaints.add(city.complaint(i));
    }
    return complaints;
  }

  private Complaint complaint(int number) {
    Instant at = START.plusSeconds(random.nextLong(Duration.ofDays(365).toSeconds()));
    List<ComplaintEvent> events = new ArrayList<>();
    events.add(received(number, at));
    events.add(new ComplaintEvent.Routed(at, Actor.system(), routing()));
    events.add(new ComplaintEvent.Assigned(at, Actor.system(), assignment()));
    at = later(at, 20);
    if (random.nextInt(10) == 0) {
      events.add(
          new ComplaintEvent.Forwarded(at, OFFICER, assignment(), Handover.NOT_OURS, "bukan"));
      at = later(at, 20);
    }
    events.add(new ComplaintEvent.Answered(at, OFFICER, "Kami lihat"));
    if (random.nextInt(10) > 0) {
      at = later(at, 80);
      events.add(new ComplaintEvent.Resolved(at, OFFICER, "Sudah", List.of(), false));
    }
    return Complaint.replay(new ComplaintId(new UUID(number, random.nextLong())), events);
  }

  private Instant later(Instant at, int hours) {
    return at.plusSeconds(random.nextInt(1, hours * 3600));
  }

  private ComplaintEvent.Received received(int number, Instant at) {
    AccountId account = AccountId.of("channel-" + random.nextInt(8), "jakarta");
    return new ComplaintEvent.Received(
        at,
        Actor.reporter(),
        new MessageKey(account, "m-" + number),
        "Jalan berlubang",
        LocationEvidence.none(),
        category(),
        List.of(),
        null,
        null,
        Discretion.NONE);
  }

  private Category category() {
    return Category.of("category-" + random.nextInt(30));
  }

  private Assignment assignment() {
    int unit = random.nextInt(60);
    return new Assignment(new Unit("unit-" + unit, "Unit " + unit), "By the rule.");
  }

  private Routing routing() {
    int kelurahan = random.nextInt(KELURAHAN);
    int kecamatan = kelurahan % KECAMATAN;
    String city = "31.7" + (1 + kecamatan % 6);
    String district = city + "." + (10 + kecamatan);
    Jurisdiction place =
        new Jurisdiction(
            List.of(
                new Area(district + "." + (1000 + kelurahan), "K", AreaLevel.KELURAHAN),
                new Area(district, "C", AreaLevel.KECAMATAN),
                new Area(city, "Kota", AreaLevel.CITY)));
    return new Routing.Routed(place, 100, "v1", List.of(), Set.of());
  }

  /** The complaint after it was sorted anew. */
  Complaint changed(Complaint complaint) {
    return complaint.after(
        new ComplaintEvent.CategoryChanged(complaint.changed(), OFFICER, category(), "salah"));
  }
}
