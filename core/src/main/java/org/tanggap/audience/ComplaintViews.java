package org.tanggap.audience;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanggap.audience.ComplaintView.Identity;
import org.tanggap.audience.ComplaintView.Internal;
import org.tanggap.audience.ComplaintView.Proof;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.ProofCheck;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.jurisdiction.LocationEvidence;

/**
 * Shows a complaint to the public, to an officer, or to the keeper of identities.
 *
 * <p>The public never sees who reported it, which officer acted, or what officers write to each
 * other, and nothing at all of a secret complaint. Of an anonymous one it sees the place as a
 * circle of about 100 m, so that no home is shown, and no area smaller than a kelurahan. An officer
 * sees all but references to citizens. When in doubt, less is shown: an answer waits for the check
 * of the work, and a picture for {@link Builder#publicPictures}.
 *
 * <p>Immutable and thread-safe; a view is a function of the arguments and the settings.
 */
public final class ComplaintViews {

  private final StatusWording wording;
  private final CitizensWords citizensWords;
  private final Function<Photo, Optional<String>> publicPictures;
  private final double proofWithinMetres;

  private ComplaintViews(Builder settings) {
    this.wording = settings.wording;
    this.citizensWords = settings.citizensWords;
    this.publicPictures = settings.publicPictures;
    this.proofWithinMetres = settings.proofWithinMetres;
  }

  /**
   * Views with the shipped words, in which the public reads reports at once.
   *
   * @return the views
   */
  public static ComplaintViews standard() {
    return builder().build();
  }

  /**
   * Starts a host's own settings.
   *
   * @return a builder with the standard settings
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * What everybody may see.
   *
   * @param complaint a complaint
   * @param readership the public in one language, or Open311
   * @param expected until when it is expected to be done, or null
   * @return the view, or nothing if the complaint is secret
   * @throws IllegalArgumentException if the readership is not the public's
   */
  public Optional<ComplaintView> findForPublic(
      Complaint complaint, Readership readership, @Nullable Instant expected) {
    if (readership.audience() != Audience.PUBLIC) {
      throw new IllegalArgumentException(readership + " has words that are not for the public");
    }
    return complaint.discretion().secret()
        ? Optional.empty()
        : Optional.of(view(complaint, Audience.PUBLIC, readership, expected));
  }

  /**
   * What those who work on it may see.
   *
   * @param complaint a complaint
   * @param expected until when it is expected to be done, or null
   * @return the view
   */
  public ComplaintView forOfficer(Complaint complaint, @Nullable Instant expected) {
    return view(complaint, Audience.OFFICER, Readership.OFFICER, expected);
  }

  /**
   * What the keeper of identities may see.
   *
   * @param complaint a complaint
   * @param expected until when it is expected to be done, or null
   * @return the view, in the words of the officers
   */
  public ComplaintView forKeeper(Complaint complaint, @Nullable Instant expected) {
    return view(complaint, Audience.KEEPER, Readership.OFFICER, expected);
  }

  private ComplaintView view(
      Complaint complaint, Audience audience, Readership readership, @Nullable Instant expected) {
    boolean coarse = audience == Audience.PUBLIC && complaint.discretion().anonymous();
    List<HistoryLine> history =
        new Timeline(
                complaint,
                audience,
                citizensWords,
                addresses(audience),
                then -> wording.of(then, readership, null))
            .lines();
    return new ComplaintView(
        complaint.id(),
        audience,
        wording.of(complaint, readership, expected),
        complaint.category(),
        complaint.findAssignment().map(it -> it.unit()).orElse(null),
        coarse ? CoarsePlace.areas(complaint) : areas(complaint),
        coarse ? CoarsePlace.of(complaint.location()) : place(complaint, audience),
        complaint.opened(),
        history.get(history.size() - 1).at(),
        expected,
        complaint.findMergedInto().orElse(null),
        history,
        proof(complaint, audience, coarse),
        complaint.followers().size(),
        audience == Audience.PUBLIC ? null : internal(complaint),
        audience == Audience.KEEPER ? identity(complaint) : null);
  }

  private static List<Area> areas(Complaint complaint) {
    return complaint.findJurisdiction().map(Jurisdiction::areas).orElse(List.of());
  }

  private LocationEvidence place(Complaint complaint, Audience audience) {
    LocationEvidence place = complaint.location();
    boolean kept =
        audience == Audience.PUBLIC
            && place instanceof LocationEvidence.Described
            && !Timeline.mayReadReport(complaint, citizensWords);
    return kept ? LocationEvidence.none() : place;
  }

  private List<Proof> proof(Complaint complaint, Audience audience, boolean coarse) {
    return audience == Audience.PUBLIC && !ProofShown.isTold(complaint)
        ? List.of()
        : ProofShown.of(complaint, proofWithinMetres, addresses(audience), !coarse);
  }

  private Function<Photo, Optional<String>> addresses(Audience audience) {
    return audience == Audience.PUBLIC ? publicPictures : photo -> Optional.of(photo.reference());
  }

  private static Internal internal(Complaint complaint) {
    return new Internal(
        complaint.status(),
        complaint.priority(),
        complaint.discretion(),
        complaint.received().message().account());
  }

  private static Identity identity(Complaint complaint) {
    return new Identity(complaint.received().reporter(), complaint.followers());
  }

  /** Collects a host's settings. Not thread-safe. */
  public static final class Builder {

    private StatusWording wording = StatusWording.standard();
    private CitizensWords citizensWords = CitizensWords.AT_ONCE;
    private Function<Photo, Optional<String>> publicPictures = photo -> Optional.empty();
    private double proofWithinMetres = 100;

    private Builder() {}

    /**
     * Uses other words.
     *
     * @param words a complete wording
     * @return this builder
     */
    public Builder wording(StatusWording words) {
      this.wording = Objects.requireNonNull(words, "words");
      return this;
    }

    /**
     * Says when the public reads a citizen's words.
     *
     * @param rule {@link CitizensWords#AT_ONCE} unless set
     * @return this builder
     */
    public Builder citizensWords(CitizensWords rule) {
      this.citizensWords = Objects.requireNonNull(rule, "rule");
      return this;
    }

    /**
     * Says where the public finds a picture. Without this it sees none: a photo's reference may
     * hold a channel's key, and the file itself may say where it was taken.
     *
     * @param addresses gives the address of a copy without metadata, or nothing if the public is
     *     not to see it; always the same for the same photo
     * @return this builder
     */
    public Builder publicPictures(Function<Photo, Optional<String>> addresses) {
      this.publicPictures = Objects.requireNonNull(addresses, "addresses");
      return this;
    }

    /**
     * Says how far from the complaint a photo of the repair may be taken.
     *
     * @param metres the distance, 100 unless set; see {@link ProofCheck#of}
     * @return this builder
     * @throws IllegalArgumentException if it is negative or no number
     */
    public Builder proofWithin(double metres) {
      if (!(metres >= 0)) {
        throw new IllegalArgumentException("metres is negative or no number");
      }
      this.proofWithinMetres = metres;
      return this;
    }

    /**
     * The views with the settings so far.
     *
     * @return immutable views
     */
    public ComplaintViews build() {
      return new ComplaintViews(this);
    }
  }
}
