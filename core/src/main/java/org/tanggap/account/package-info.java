/**
 * The accounts of a city as configuration: which there are, who owns them, how they are opened, and
 * everything that is wrong with them at once.
 *
 * <p>Start at {@link org.tanggap.account.Accounts}.
 */
@NullMarked
package org.tanggap.account;

import org.jspecify.annotations.NullMarked;
