package org.tanggap.channel.officerapp;

import java.util.List;
import java.util.Objects;
import org.tanggap.complaint.Complaint;
import org.tanggap.jurisdiction.Area;
import org.tanggap.responsibility.Unit;

/**
 * Somebody who works on complaints.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the id or an area's code is blank.
 *
 * @param id an identifier of the host's own, not a name; it stands in the history
 * @param unit the unit whose complaints the officer works on
 * @param areas the codes of the areas in which the officer sees the complaints of every unit, such
 *     as the kelurahan of a lurah; may be empty
 */
public record Officer(String id, Unit unit, List<String> areas) {

  public Officer {
    Objects.requireNonNull(unit, "unit");
    areas = List.copyOf(areas);
    if (id.isBlank() || areas.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("the id or the code of an area is blank");
    }
  }

  boolean has(Complaint complaint) {
    return complaint.findAssignment().filter(it -> it.unit().id().equals(unit.id())).isPresent();
  }

  /** A secret complaint is for the unit alone that has it. */
  boolean sees(Complaint complaint) {
    return has(complaint) || (!complaint.discretion().secret() && isInAreas(complaint));
  }

  private boolean isInAreas(Complaint complaint) {
    List<Area> certain = complaint.findJurisdiction().map(place -> place.areas()).orElse(List.of());
    return areas.stream().anyMatch(code -> certain.stream().anyMatch(it -> it.isWithin(code)));
  }

  /** Whether everything in an area is for this officer to see. */
  boolean seesArea(String code) {
    return areas.stream().anyMatch(own -> code.equals(own) || code.startsWith(own + "."));
  }
}
