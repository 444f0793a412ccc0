/**
 * What is kept: events, message keys, reporters, the outbox and the cursors, appended together or
 * not at all.
 *
 * <p>Start at {@link org.tanggap.store.ComplaintStore}; {@link org.tanggap.store.Commit} is what is
 * written at once.
 */
@NullMarked
package org.tanggap.store;

import org.jspecify.annotations.NullMarked;
