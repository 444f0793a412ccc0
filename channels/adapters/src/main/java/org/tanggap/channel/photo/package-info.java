/**
 * What a photo says of itself: read first, then taken out. An adapter that gets pictures as bytes
 * calls {@link org.tanggap.channel.photo.CleanPhoto#of}; a host that has no place for them yet
 * hands it a {@link org.tanggap.channel.photo.PhotoFolder}. Needs the library metadata-extractor.
 *
 * <p>Start at {@link org.tanggap.channel.photo.CleanPhoto}.
 */
@NullMarked
package org.tanggap.channel.photo;

import org.jspecify.annotations.NullMarked;
