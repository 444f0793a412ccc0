/**
 * The runnable city desk: an example of a host that embeds the library.
 *
 * <p>Start at {@link org.tanggap.citydesk.CityDesk}; {@code DeskRun} wires the desk, {@code
 * DeskServer} serves the page.
 */
@NullMarked
package org.tanggap.citydesk;

import org.jspecify.annotations.NullMarked;
