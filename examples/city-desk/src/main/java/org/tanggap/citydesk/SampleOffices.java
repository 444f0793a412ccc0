package org.tanggap.citydesk;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.Photo;
import org.tanggap.desk.Change;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Unit;
import org.tanggap.store.ComplaintQuery;

/**
 * Plays the offices and the citizens of the sample, so that the page shows what a complaint can go
 * through. Each step is a command as the page sends it. A complaint that anybody has worked on
 * before is left alone, so that the next start plays nothing twice.
 */
final class SampleOffices {

  private static final String DONE = "Sudah kami tangani. Terima kasih atas laporan Anda.";
  private static final double A_FEW_METRES = 0.0001;
  private static final double HALF_A_KILOMETRE = 0.005;

  private final FeedbackDesk desk;
  private final InstantSource clock = InstantSource.system();
  private final Map<String, Complaint> byNumber = new HashMap<>();

  SampleOffices(FeedbackDesk desk) {
    this.desk = desk;
    for (Complaint complaint : desk.list(ComplaintQuery.all().limit(1_000)).complaints()) {
      byNumber.put(complaint.received().message().externalId(), complaint);
    }
  }

  void work() {
    finish();
    putOff();
    passOn();
    endOtherwise();
    of("s-005").officer(new Command.StartWork());
    of("s-013")
        .officer(new Command.StartWork())
        .officer(new Command.Note("Suku cadang ada di gudang Cideng."))
        .officer(new Command.Answer("Petugas sudah di lokasi dan mengatur lalu lintas."));
    of("s-008").officer(new Command.Verify());
  }

  /** Road repairs have a photo and a second person's check; the others are done when it is said. */
  private void finish() {
    of("s-001").repaired(A_FEW_METRES).supervisor(new Command.PassCheck()).citizen(confirm());
    of("s-015").repaired(A_FEW_METRES).supervisor(new Command.PassCheck());
    of("s-011")
        .repaired(HALF_A_KILOMETRE)
        .supervisor(new Command.PassCheck())
        .citizen(new Command.Dispute("Yang ditambal jalan sebelah, bukan jalan kami."));
    of("s-007").repaired(A_FEW_METRES);
    of("s-003").officer(new Command.Verify()).officer(new Command.Resolve(DONE, List.of()));
    of("s-012").officer(new Command.StartWork()).officer(new Command.Resolve(DONE, List.of()));
    of("s-021").officer(new Command.Resolve(DONE, List.of())).citizen(confirm());
  }

  private static Command confirm() {
    return new Command.Confirm();
  }

  /** What rests for a reason that the citizen knows. */
  private void putOff() {
    LocalDate nextYear = LocalDate.ofInstant(clock.instant(), JakartaRules.ZONE).plusDays(60);
    of("s-006")
        .officer(new Command.Verify())
        .officer(
            new Command.Schedule(
                nextYear, "Pompa baru dipasang dengan anggaran khusus paling lambat " + nextYear));
    of("s-010").officer(new Command.Ask("Nomor rumah berapa yang gotnya mampet?"));
  }

  /** Not ours, and down to the team that does the work. */
  private void passOn() {
    of("s-019")
        .officer(
            new Command.Forward(
                to("dinas-bm-utilitas", "Dinas Bina Marga, Seksi Utilitas"),
                Handover.NOT_OURS,
                "Kabel utilitas, bukan kewenangan kelurahan."));
    of("s-009")
        .officer(new Command.Verify())
        .officer(
            new Command.Refer(
                to("satgas-sda-31.72", "Satgas SDA Jakarta Utara"), "Tutup bocoran tanggul."));
  }

  private static Assignment to(String id, String name) {
    return new Assignment(new Unit(id, name), "An officer chose it.");
  }

  private void endOtherwise() {
    of("s-016")
        .officer(new Command.Reject("Saluran itu di dalam pekarangan, menjadi urusan pemilik."));
    of("s-017")
        .officer(
            new Command.Clarify("Sudah diperiksa: air keruh karena pengerukan, bukan limbah."));
    Complaint goesOn = byNumber.get("s-007");
    if (goesOn != null) {
      of("s-032").officer(new Command.Merge(goesOn, "Trotoar ini sudah dilaporkan sebelumnya."));
    }
  }

  private Case of(String number) {
    Complaint complaint = byNumber.get(number);
    boolean untouched =
        complaint != null
            && complaint.history().stream()
                .map(ComplaintEvent::by)
                .noneMatch(by -> by.kind() == Actor.Kind.OFFICER);
    return new Case(number, untouched ? complaint : null);
  }

  /** One complaint on its way, or none if it is not to be touched. */
  private final class Case {

    private final String number;
    private @Nullable Complaint complaint;

    Case(String number, @Nullable Complaint complaint) {
      this.number = number;
      this.complaint = complaint;
    }

    Case officer(Command command) {
      return does(Actor.officer("petugas"), command);
    }

    Case supervisor(Command command) {
      return does(Actor.officer("pengawas"), command);
    }

    Case citizen(Command command) {
      return does(Actor.reporter(), command);
    }

    /** Work with a photo of the result, taken so many degrees beside the place. */
    Case repaired(double degreesAway) {
      if (complaint == null) {
        return this;
      }
      Position taken =
          complaint.location() instanceof LocationEvidence.Point point
              ? Position.of(point.position().latitude() + degreesAway, point.position().longitude())
              : null;
      Photo photo = new Photo("foto/" + number + "-selesai.jpg", clock.instant(), taken);
      return officer(new Command.Verify())
          .officer(new Command.StartWork())
          .officer(new Command.Resolve(DONE, List.of(photo)));
    }

    private Case does(Actor by, Command command) {
      if (complaint != null && desk.change(complaint, command, by) instanceof Change.Done done) {
        complaint = done.complaint();
        byNumber.put(number, complaint);
      }
      return this;
    }
  }
}
