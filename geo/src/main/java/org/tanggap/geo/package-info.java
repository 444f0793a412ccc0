/**
 * Boundaries in, jurisdiction out: reads a file of administrative areas, whatever its publisher
 * calls the attributes, and says what is wrong with it instead of mending it. Start at {@link
 * org.tanggap.geo.Boundaries}.
 */
@NullMarked
package org.tanggap.geo;

import org.jspecify.annotations.NullMarked;
