package org.tanggap.audience;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.Follower;
import org.tanggap.complaint.Priority;
import org.tanggap.complaint.ProofCheck.Finding;
import org.tanggap.complaint.ReporterId;
import org.tanggap.complaint.Status;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;

/**
 * What one audience may see of a complaint. Made by {@link ComplaintViews}.
 *
 * @param number its number
 * @param audience who may see it
 * @param status where it stands, in the audience's words
 * @param category what it is about
 * @param unit the office that has it, or null
 * @param areas the areas that are certain, the smallest first; may be empty
 * @param place where it is, as exactly as the audience may know
 * @param opened when the citizen's time began
 * @param changed the time of the last line of the history
 * @param expected until when it is expected to be done, or null
 * @param goesOnIn the complaint that it was merged into, or null
 * @param history what happened, in order; the first line is the receipt
 * @param proof what the photos of the repair say of themselves
 * @param followers how many others reported it or want to hear of its outcome
 * @param internal what only the offices see, or null for the public
 * @param identity who is behind it, or null for all but the keeper of identities
 */
public record ComplaintView(
    ComplaintId number,
    Audience audience,
    StatusWord status,
    Category category,
    @Nullable Unit unit,
    List<Area> areas,
    LocationEvidence place,
    Instant opened,
    Instant changed,
    @Nullable Instant expected,
    @Nullable ComplaintId goesOnIn,
    List<HistoryLine> history,
    List<Proof> proof,
    int followers,
    @Nullable Internal internal,
    @Nullable Identity identity) {

  public ComplaintView {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(category, "category");
    areas = List.copyOf(areas);
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(opened, "opened");
    Objects.requireNonNull(changed, "changed");
    history = List.copyOf(history);
    proof = List.copyOf(proof);
  }

  /** Never shows what was written, where or by whom. */
  @Override
  public String toString() {
    return "ComplaintView[" + number + " for " + audience + ", " + history.size() + " lines]";
  }

  /**
   * A photo of the repair.
   *
   * @param picture its address, or null if the audience cannot see it
   * @param place whether it was taken at the place of the complaint
   * @param metres how far from it; empty if unknown or not to be known
   * @param time whether it was taken between the opening and the declaration that it is done
   */
  public record Proof(
      @Nullable String picture, Finding place, OptionalDouble metres, Finding time) {

    public Proof {
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(metres, "metres");
      Objects.requireNonNull(time, "time");
    }

    /** Never shows the address, which may hold a key. */
    @Override
    public String toString() {
      return "Proof[place " + place + ", time " + time + "]";
    }
  }

  /**
   * What only the offices see.
   *
   * @param status where it stands
   * @param priority how urgent it is
   * @param discretion what the citizen asked to be kept back
   * @param account the city's account to which it came
   */
  public record Internal(
      Status status, Priority priority, Discretion discretion, AccountId account) {

    public Internal {
      Objects.requireNonNull(status, "status");
      Objects.requireNonNull(priority, "priority");
      Objects.requireNonNull(discretion, "discretion");
      Objects.requireNonNull(account, "account");
    }
  }

  /**
   * References to the citizens behind a complaint; whom they mean is stored elsewhere.
   *
   * @param reporter who reported it, or null if unknown
   * @param followers who else did or wants to hear of its outcome
   */
  public record Identity(@Nullable ReporterId reporter, List<Follower> followers) {

    public Identity {
      followers = List.copyOf(followers);
    }

    /** Never shows a reference. */
    @Override
    public String toString() {
      return "Identity";
    }
  }
}
