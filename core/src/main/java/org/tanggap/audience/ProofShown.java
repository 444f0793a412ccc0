package org.tanggap.audience;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.tanggap.audience.ComplaintView.Proof;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.ProofCheck;

/** The photos of the last repair, with what they say of themselves. */
final class ProofShown {

  private ProofShown() {}

  /** The proof is told with the answer: at once, or after the check if one is required. */
  static boolean isTold(Complaint complaint) {
    boolean told = false;
    for (ComplaintEvent event : complaint.history()) {
      if (event instanceof ComplaintEvent.Resolved resolved) {
        told = !resolved.toBeChecked();
      } else if (event instanceof ComplaintEvent.CheckPassed) {
        told = true;
      }
    }
    return told;
  }

  static List<Proof> of(
      Complaint complaint,
      double withinMetres,
      Function<Photo, Optional<String>> addresses,
      boolean withMetres) {
    return ProofCheck.of(complaint, withinMetres).stream()
        .map(
            check ->
                new Proof(
                    addresses.apply(check.photo()).orElse(null),
                    check.place(),
                    withMetres ? check.metres() : OptionalDouble.empty(),
                    check.time()))
        .toList();
  }
}
