/**
 * What adapters of web APIs have in common: calls whose failures are told in kinds, signatures that
 * are checked on raw bytes, JSON within limits. Yours may use it too.
 *
 * <p>Start at {@link org.tanggap.channel.web.WebApi}.
 */
@NullMarked
package org.tanggap.channel.web;

import org.jspecify.annotations.NullMarked;
