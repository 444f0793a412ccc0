/**
 * Many accounts, one room: the officers who answer see one inbox over all accounts, take an item so
 * that nobody else answers it, and write from templates.
 *
 * <p>Start at {@link org.tanggap.room.Inbox}.
 */
@NullMarked
package org.tanggap.room;

import org.jspecify.annotations.NullMarked;
