/**
 * Telephone numbers in one form, so that a citizen who writes today from {@code 0812…} and tomorrow
 * from {@code +62812…} is one reporter. For adapters of SMS and messengers. Needs the library
 * libphonenumber.
 *
 * <p>Start at {@link org.tanggap.channel.phone.PhoneNumbers}.
 */
@NullMarked
package org.tanggap.channel.phone;

import org.jspecify.annotations.NullMarked;
