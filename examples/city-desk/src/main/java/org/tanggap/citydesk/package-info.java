/**
 * The runnable city desk: an example of a host that embeds the library.
 *
 * <p>Start at {@link org.tanggap.citydesk.CityDesk}; {@code DeskWiring} makes a desk of the
 * library's parts and {@code JakartaRules}, {@code DeskRun} runs it. {@code DeskServer} serves what
 * the {@code …Api} classes list as routes.
 */
@NullMarked
package org.tanggap.citydesk;

import org.jspecify.annotations.NullMarked;
