/**
 * Benchmarks of the stores, in the package whose insides they measure.
 *
 * <p>Start at {@link org.tanggap.store.IntakeBenchmark}.
 */
@NullMarked
package org.tanggap.store;

import org.jspecify.annotations.NullMarked;
