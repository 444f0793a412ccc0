/**
 * The long fuzzing of all parsers: see the profile {@code fuzz}. Start at {@link
 * org.tanggap.fuzz.EveryParser}.
 */
@NullMarked
package org.tanggap.fuzz;

import org.jspecify.annotations.NullMarked;
