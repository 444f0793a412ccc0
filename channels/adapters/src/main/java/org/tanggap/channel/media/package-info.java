/**
 * Fetches a picture that a channel names by its address, without being led to places where it has
 * no business. For adapters, and for hosts that show or keep pictures of reports.
 *
 * <p>Start at {@link org.tanggap.channel.media.MediaFetcher}.
 */
@NullMarked
package org.tanggap.channel.media;

import org.jspecify.annotations.NullMarked;
