/**
 * What adapters of SMS have in common: the alphabet in which an SMS is counted and written, and the
 * words by which people stop and start answers.
 *
 * <p>Start at {@link org.tanggap.channel.sms.SmsText}.
 */
@NullMarked
package org.tanggap.channel.sms;

import org.jspecify.annotations.NullMarked;
