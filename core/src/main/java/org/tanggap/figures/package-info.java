/**
 * Figures of units, areas, categories, channels and weeks: how many, how many late, how long, and
 * who is best.
 *
 * <p>Start at {@link org.tanggap.figures.Figures}: complaints in, a {@link
 * org.tanggap.figures.FigureRow} for each unit, area, category, channel or week out. What counts
 * where, and why, is written at the components of that row; {@link org.tanggap.figures.LeagueTable}
 * has the rule by which areas are ranked. The rest is how: {@code Contribution} is what one
 * complaint counts, {@code Tally} adds it up.
 */
@NullMarked
package org.tanggap.figures;

import org.jspecify.annotations.NullMarked;
