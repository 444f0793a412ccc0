/**
 * SMS by a network's own message centre, over SMPP 3.4. Needs the libraries jsmpp and
 * libphonenumber. This is the one channel that holds a connection open, with threads of jsmpp.
 *
 * <p>Start at {@link org.tanggap.channel.smpp.SmppChannel}.
 */
@NullMarked
package org.tanggap.channel.smpp;

import org.jspecify.annotations.NullMarked;
