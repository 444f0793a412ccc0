package org.tanggap.desk;

import org.jspecify.annotations.Nullable;
import org.tanggap.store.Bookmark;

/**
 * What one look for complaints past their retention brought.
 *
 * @param looked how many complaints were looked at
 * @param emptied how many lost their words and references to people
 * @param forgotten how many people were forgotten, because no other complaint refers to them
 * @param end where to go on, or null after the last page
 */
public record RetentionRun(int looked, int emptied, int forgotten, @Nullable Bookmark end) {}
