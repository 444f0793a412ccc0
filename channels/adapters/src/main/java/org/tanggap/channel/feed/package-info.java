/**
 * Reports from files: newline-delimited JSON or CSV, one file or a folder of them, read on as they
 * grow.
 *
 * <p>Start at {@link org.tanggap.channel.feed.FileFeed}. A record goes from {@code RecordCutter}
 * (bytes to records) over {@code RecordFormat} (record to named fields) to {@code FeedRecord}
 * (fields to report).
 */
@NullMarked
package org.tanggap.channel.feed;

import org.jspecify.annotations.NullMarked;
