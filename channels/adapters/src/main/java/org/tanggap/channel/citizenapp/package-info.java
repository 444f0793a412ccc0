/**
 * A citizen's app that hands over or gives out JSON posts with photo references and a position, as
 * Qlue's did, and takes answers as comments.
 *
 * <p>Start at {@link org.tanggap.channel.citizenapp.CitizenApp}.
 */
@NullMarked
package org.tanggap.channel.citizenapp;

import org.jspecify.annotations.NullMarked;
