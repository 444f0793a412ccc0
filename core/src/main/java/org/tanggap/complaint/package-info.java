/**
 * The complaint: what a citizen reported, and everything that happened to it since.
 *
 * <p>Start at {@link org.tanggap.complaint.Complaint}, the fold of its {@link
 * org.tanggap.complaint.ComplaintEvent events}; {@link org.tanggap.complaint.Lifecycle} says which
 * {@link org.tanggap.complaint.Command} is allowed when.
 */
@NullMarked
package org.tanggap.complaint;

import org.jspecify.annotations.NullMarked;
