/**
 * A day in a city's room, over all channels, with everything that goes wrong. Start at {@link
 * org.tanggap.day.DayOfMessagesTest}.
 */
@NullMarked
package org.tanggap.day;

import org.jspecify.annotations.NullMarked;
