/**
 * What is promised at the ports of the library, as tests that an integrator runs on an
 * implementation of one's own. Each contract is an abstract class to extend; the names of its tests
 * read as the specification.
 *
 * <p>Start at {@link org.tanggap.testkit.PullChannelContract} for a channel, and at {@link
 * org.tanggap.testkit.ComplaintStoreContract} for a store.
 */
@NullMarked
package org.tanggap.testkit;

import org.jspecify.annotations.NullMarked;
