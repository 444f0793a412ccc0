/**
 * The desk that wires everything: messages in, complaints, deadlines and answers out.
 *
 * <p>Start at {@link org.tanggap.desk.FeedbackDesk}. The way of a message is one class, {@code
 * IntakePipeline}, read from top to bottom.
 */
@NullMarked
package org.tanggap.desk;

import org.jspecify.annotations.NullMarked;
