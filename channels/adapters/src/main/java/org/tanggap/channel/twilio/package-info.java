/**
 * SMS, MMS and WhatsApp messages through Twilio, or through a vendor with the same web hook and the
 * same Messages API. Needs the libraries libphonenumber and metadata-extractor.
 *
 * <p>Start at {@link org.tanggap.channel.twilio.TwilioChannel}.
 */
@NullMarked
package org.tanggap.channel.twilio;

import org.jspecify.annotations.NullMarked;
