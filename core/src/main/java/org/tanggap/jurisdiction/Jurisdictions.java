package org.tanggap.jurisdiction;

/**
 * The port that turns location evidence into a {@link Routing}. The module {@code geo} answers it
 * from boundary files; a host may answer it from a service of its own.
 *
 * <p>Implementations are thread-safe, never throw for any evidence, and give the same answer for
 * the same evidence as long as their boundary version stays the same.
 */
@FunctionalInterface
public interface Jurisdictions {

  /**
   * Finds where a report belongs.
   *
   * @param evidence what the report tells about its place
   * @return exactly one outcome
   */
  Routing route(LocationEvidence evidence);
}
