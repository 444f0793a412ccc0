/**
 * What is promised to the citizen, and until when.
 *
 * <p>Start at {@link org.tanggap.sla.SlaPolicy}: a complaint in, a {@link org.tanggap.sla.Deadline}
 * out, computed anew from the events each time.
 */
@NullMarked
package org.tanggap.sla;

import org.jspecify.annotations.NullMarked;
