/**
 * Benchmarks of the lookup engine beside its peers. They stand in the package of the library and
 * not in one of their own because they measure what is package-private there: {@code CellIndex} and
 * {@code BorderIndex}. Start at {@link org.tanggap.geo.LookupBenchmark}.
 */
@NullMarked
package org.tanggap.geo;

import org.jspecify.annotations.NullMarked;
