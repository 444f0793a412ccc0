package org.tanggap.testkit;

import static org.tanggap.testkit.SampleComplaints.ACCOUNT;
import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.OFFICER;
import static org.tanggap.testkit.SampleComplaints.WORK;
import static org.tanggap.testkit.SampleComplaints.id;
import static org.tanggap.testkit.SampleComplaints.receipt;
import static org.tanggap.testkit.SampleComplaints.reporterId;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Follower;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Priority;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.jurisdiction.Position;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;

/** A history with one event of every kind, which no lifecycle would allow in this order. */
final class EveryEvent {

  static final Assignment SUDIN =
      new Assignment(new Unit("sudin-bm", "Suku Dinas Bina Marga"), "By the rule.");

  private static final Assignment LURAH =
      new Assignment(new Unit("lurah-tebet-timur", "Lurah Tebet Timur"), "By hand.");

  private EveryEvent() {}

  static ComplaintEvent routed(String code) {
    Jurisdiction place =
        new Jurisdiction(
            List.of(
                new Area(code, "Tebet Timur", AreaLevel.KELURAHAN),
                new Area("31.74", "Kota Jakarta Selatan", AreaLevel.CITY)));
    return new ComplaintEvent.Routed(
        NOW, Actor.system(), new Routing.Routed(place, Double.NaN, "v1", List.of(), Set.of()));
  }

  static ComplaintEvent assigned(String unit) {
    return new ComplaintEvent.Assigned(
        NOW, Actor.system(), new Assignment(new Unit(unit, "Dinas"), "By the rule."));
  }

  static ComplaintEvent sorted(String category) {
    return new ComplaintEvent.CategoryChanged(NOW, OFFICER, Category.of(category), "Bukan itu");
  }

  static ComplaintEvent followed(int follower) {
    return new ComplaintEvent.Followed(NOW, Actor.follower(), follower(follower));
  }

  private static Follower follower(int number) {
    return new Follower(new MessageKey(ACCOUNT, "f-" + number), reporterId(number));
  }

  static List<ComplaintEvent> history(int number) {
    List<Photo> photos =
        List.of(
            Photo.of("a.jpg"), new Photo("b.jpg", NOW.minusSeconds(5), Position.of(-6.25, 106.5)));
    return List.of(
        receipt(number),
        routed("31.74.01.1002"),
        new ComplaintEvent.Verified(NOW, OFFICER),
        new ComplaintEvent.Assigned(NOW, Actor.system(), SUDIN),
        new ComplaintEvent.Forwarded(NOW, OFFICER, LURAH, Handover.NOT_OURS, "Bukan kami"),
        new ComplaintEvent.Referred(NOW, OFFICER, SUDIN, "Silakan"),
        WORK,
        new ComplaintEvent.ReporterAsked(NOW, OFFICER, "Di mana?"),
        new ComplaintEvent.MessageAdded(
            NOW, Actor.reporter(), new MessageKey(ACCOUNT, "more"), "Di \u0000 sini", photos),
        new ComplaintEvent.Answered(NOW, OFFICER, "Kami periksa"),
        new ComplaintEvent.MessageDeleted(NOW, Actor.reporter(), new MessageKey(ACCOUNT, "more")),
        new ComplaintEvent.Claimed(NOW, OFFICER, NOW.plusSeconds(600)),
        new ComplaintEvent.Released(NOW, OFFICER),
        new ComplaintEvent.Noted(NOW, OFFICER, "Dekat pasar"),
        new ComplaintEvent.Scheduled(NOW, OFFICER, LocalDate.of(2027, 2, 28), "Tahun depan"),
        new ComplaintEvent.Resolved(NOW, OFFICER, "Sudah", photos, true),
        new ComplaintEvent.CheckPassed(NOW, Actor.officer("officer-8")),
        new ComplaintEvent.CheckFailed(NOW, Actor.officer("officer-8"), "Masih ada"),
        new ComplaintEvent.Rejected(NOW, OFFICER, "Bukan jalan kota"),
        new ComplaintEvent.Clarified(NOW, OFFICER, "Tidak benar"),
        new ComplaintEvent.Confirmed(NOW, Actor.reporter()),
        new ComplaintEvent.Disputed(NOW, Actor.reporter(), "Belum"),
        new ComplaintEvent.Reopened(NOW, OFFICER, "Benar"),
        new ComplaintEvent.Closed(NOW, Actor.system()),
        new ComplaintEvent.Merged(NOW, OFFICER, id(number + 1), "Sama"),
        new ComplaintEvent.Absorbed(
            NOW, OFFICER, id(number + 2), List.of(follower(number + 2), follower(number + 3))),
        followed(number + 4),
        new ComplaintEvent.PriorityChanged(NOW, OFFICER, Priority.URGENT, "Bahaya"),
        sorted("road.light"),
        new ComplaintEvent.Alerted(
            NOW.plusNanos(456_789), Actor.system(), "resolution", "75%", "camat"));
  }
}
