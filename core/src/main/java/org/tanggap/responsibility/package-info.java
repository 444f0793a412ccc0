/**
 * Who works on a complaint: categories, units, and the rules that give a category in an area to a
 * unit.
 *
 * <p>Start at {@link org.tanggap.responsibility.Responsibilities}.
 */
@NullMarked
package org.tanggap.responsibility;

import org.jspecify.annotations.NullMarked;
