package org.tanggap.quickstart;

import static org.tanggap.jurisdiction.AreaLevel.KELURAHAN;

import java.nio.file.Path;
import org.tanggap.complaint.Report;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.geo.Boundaries;
import org.tanggap.responsibility.Responsibilities;
import org.tanggap.sla.Budget;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.store.MemoryStore;

/** What a host writes to take a report: the README's own lines. */
public final class Quickstart {

  private Quickstart() {}

  /**
   * Takes one report and prints where it went.
   *
   * @param args a boundary file (GeoJSON) and a rule file (JSON)
   */
  public static void main(String[] args) {
    var boundaryFile = Path.of(args[0]);
    var ruleFile = Path.of(args[1]);

    var boundaries = Boundaries.read(boundaryFile);
    try (var desk =
        FeedbackDesk.builder()
            .jurisdictions(boundaries.index())
            .responsibilities(Responsibilities.read(ruleFile))
            .sla(SlaPolicy.resolveWithin(Budget.hours(72)))
            .store(new MemoryStore())
            .build()) {
      var report = Report.of("Jalan berlubang di depan pasar").withPlace(-6.2263, 106.8583);
      var complaint = desk.receive(report).getComplaint();

      System.out.println(complaint.getJurisdiction().get(KELURAHAN).name());
      System.out.println(complaint.getUnit().name());
      System.out.println(desk.getDeadline(complaint).explain());
    }
  }
}
