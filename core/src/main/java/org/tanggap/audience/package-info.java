/**
 * What each audience may know of a complaint, and in which words.
 *
 * <p>Start at {@link org.tanggap.audience.ComplaintViews}, which turns a complaint into what the
 * public, an officer or the keeper of identities may see. {@link
 * org.tanggap.audience.StatusWording} has the words: one status inside, one word for each
 * readership. What happened is shown or hidden by the table in {@link
 * org.tanggap.audience.HistoryLine.Kind}.
 */
@NullMarked
package org.tanggap.audience;

import org.jspecify.annotations.NullMarked;
