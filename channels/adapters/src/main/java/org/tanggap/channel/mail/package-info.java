/**
 * Electronic mail: a mailbox of the city's that is read by IMAP, or whose mails the city's own mail
 * server hands over one by one, and the answers by SMTP. Needs {@code
 * org.eclipse.angus:jakarta.mail} and {@code org.jsoup:jsoup}, and for pictures {@code
 * com.drewnoakes:metadata-extractor}. Start at {@link org.tanggap.channel.mail.MailChannel}.
 */
@NullMarked
package org.tanggap.channel.mail;

import org.jspecify.annotations.NullMarked;
