/**
 * Where a complaint is: places, administrative areas, what is known of a location, and what follows
 * from it.
 *
 * <p>Start at {@link org.tanggap.jurisdiction.Jurisdictions}: location evidence in, {@link
 * org.tanggap.jurisdiction.Routing} out.
 */
@NullMarked
package org.tanggap.jurisdiction;

import org.jspecify.annotations.NullMarked;
