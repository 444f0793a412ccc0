/**
 * Benchmarks of the figures beside a count of everything anew. They stand in the package of the
 * library because the recount is made of what is package-private there: {@code Contribution} and
 * {@code Tally}. Start at {@link org.tanggap.figures.FiguresBenchmark}.
 */
@NullMarked
package org.tanggap.figures;

import org.jspecify.annotations.NullMarked;
