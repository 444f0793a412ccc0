package org.tanggap.store;

import java.time.Instant;
import org.tanggap.complaint.AccountId;

/**
 * Something a channel delivered that could not be taken. Kept once for each account and place.
 *
 * @param account the account it came to
 * @param where what to call it: the vendor's id, or file and line
 * @param why what is wrong, without the citizen's words
 * @param at when it came first
 */
public record LeftOut(AccountId account, String where, String why, Instant at) {}
