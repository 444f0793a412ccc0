/**
 * The benchmark of working time beside a walk day by day, in the package that it measures, as the
 * benchmarks of the lookup are in theirs. Start at {@link
 * org.tanggap.calendar.WorkingTimeBenchmark}.
 */
@NullMarked
package org.tanggap.calendar;

import org.jspecify.annotations.NullMarked;
