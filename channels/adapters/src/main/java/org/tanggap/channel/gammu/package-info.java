/**
 * SMS by a modem, through Gammu SMSD: what its {@code RunOnReceive} hands over, and its outbox.
 * Needs the library libphonenumber.
 *
 * <p>Start at {@link org.tanggap.channel.gammu.GammuChannel}.
 */
@NullMarked
package org.tanggap.channel.gammu;

import org.jspecify.annotations.NullMarked;
