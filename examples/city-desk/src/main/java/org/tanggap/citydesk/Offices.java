package org.tanggap.citydesk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tanggap.complaint.Complaint;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Responsibilities;
import org.tanggap.responsibility.Unit;

/** To whom a complaint could go: every office that the rules name for its place. */
final class Offices {

  private Offices() {}

  static List<Unit> around(Complaint complaint, Responsibilities rules) {
    Map<String, Unit> offices = new TreeMap<>();
    complaint
        .findRouting()
        .ifPresent(
            routing -> {
              for (Category category : JakartaRules.CATEGORIES) {
                rules
                    .assign(category, routing)
                    .map(Assignment::unit)
                    .ifPresent(unit -> offices.put(unit.id(), unit));
              }
            });
    complaint.findAssignment().ifPresent(held -> offices.remove(held.unit().id()));
    return offices.values().stream().sorted(Comparator.comparing(Unit::name)).toList();
  }
}
