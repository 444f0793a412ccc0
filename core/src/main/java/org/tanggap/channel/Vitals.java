package org.tanggap.channel;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor has told about an account's credential and quota.
 *
 * @param credentialEnds when the credential runs out, or null if unknown or never
 * @param quotaLeft how many of the vendor's units (calls, points, messages) are left until its next
 *     reset, or null if unknown
 * @param quotaResets when the quota is full again, or null if unknown
 */
public record Vitals(
    @Nullable Instant credentialEnds, @Nullable Long quotaLeft, @Nullable Instant quotaResets) {

  /** The vitals of a channel that knows nothing of them. */
  public static final Vitals UNKNOWN = new Vitals(null, null, null);

  /**
   * When the credential runs out.
   *
   * @return the end, or nothing if unknown or never
   */
  public Optional<Instant> findCredentialEnds() {
    return Optional.ofNullable(credentialEnds);
  }

  /**
   * How much of the quota is left.
   *
   * @return the vendor's units, or nothing if unknown
   */
  public OptionalLong findQuotaLeft() {
    return quotaLeft == null ? OptionalLong.empty() : OptionalLong.of(quotaLeft);
  }
}
