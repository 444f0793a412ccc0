package org.tanggap.responsibility;

/**
 * A unit, and why it was chosen.
 *
 * @param unit the responsible office
 * @param because one sentence that names the rule
 */
public record Assignment(Unit unit, String because) {}
