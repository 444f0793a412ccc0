package org.tanggap.duplicate;

import org.jspecify.annotations.Nullable;

/**
 * What the places of two complaints say of them being one.
 *
 * @param metres the distance as given; NaN if the verdict is {@link Verdict#UNCERTAIN}
 * @param spreadMetres both accuracies together
 */
record Gap(Verdict verdict, double metres, double allowedMetres, double spreadMetres) {

  enum Verdict {
    NEAR,
    NEAR_BY_ACCURACY,
    UNCERTAIN,
    APART
  }

  static Gap between(@Nullable Place one, @Nullable Place other, double allowed) {
    if (one == null || other == null) {
      return new Gap(Verdict.UNCERTAIN, Double.NaN, allowed, 0);
    }
    double metres = one.metresTo(other);
    double spread = one.spreadMetres() + other.spreadMetres();
    if (metres > allowed + spread) {
      return new Gap(Verdict.APART, metres, allowed, spread);
    } else if (!one.exact() || !other.exact()) {
      return new Gap(Verdict.UNCERTAIN, Double.NaN, allowed, spread);
    }
    boolean sure =
        metres <= allowed && Math.max(one.spreadMetres(), other.spreadMetres()) <= allowed;
    return new Gap(sure ? Verdict.NEAR : Verdict.NEAR_BY_ACCURACY, metres, allowed, spread);
  }

  Reason reason() {
    return verdict == Verdict.UNCERTAIN
        ? new Reason.PlaceUncertain()
        : new Reason.Distance(metres, allowedMetres, spreadMetres);
  }

  /** 1 at the same place, 0 at the allowed distance and beyond, and where no distance is known. */
  double nearness() {
    return verdict == Verdict.UNCERTAIN ? 0 : Math.max(0, 1 - metres / allowedMetres);
  }
}
