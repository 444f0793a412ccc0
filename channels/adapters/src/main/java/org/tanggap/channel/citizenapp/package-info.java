/**
 * A citizen's app that posts JSON with photo references and a position, as Qlue's did.
 *
 * <p>Start at {@link org.tanggap.channel.citizenapp.CitizenApp}.
 */
@NullMarked
package org.tanggap.channel.citizenapp;

import org.jspecify.annotations.NullMarked;
