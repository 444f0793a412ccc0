/** Thirty lines that take a report, route it, and explain the deadline. */
@NullMarked
package org.tanggap.quickstart;

import org.jspecify.annotations.NullMarked;
