/**
 * What citizens say on the telephone or at a counter, typed into a form by an operator. Needs the
 * library libphonenumber.
 *
 * <p>Start at {@link org.tanggap.channel.hotline.HotlineChannel}.
 */
@NullMarked
package org.tanggap.channel.hotline;

import org.jspecify.annotations.NullMarked;
