/**
 * Which complaints may be the same issue: suggestions with their reasons, for an officer or a
 * citizen to decide on. Nothing is merged here.
 *
 * <p>Start at {@link org.tanggap.duplicate.NearDuplicates}: a complaint and candidates in, {@link
 * org.tanggap.duplicate.DuplicateSuggestion suggestions} out; {@link
 * org.tanggap.duplicate.SearchArea} tells a store which candidates to fetch.
 */
@NullMarked
package org.tanggap.duplicate;

import org.jspecify.annotations.NullMarked;
