/**
 * A benchmark of the deadlines. It stands in the package of the library, as those of the lookup
 * engine do.
 */
@NullMarked
package org.tanggap.sla;

import org.jspecify.annotations.NullMarked;
