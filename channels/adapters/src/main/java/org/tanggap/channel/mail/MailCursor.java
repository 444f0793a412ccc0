package org.tanggap.channel.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.AccountId;

/**
 * Where the reading of a folder stands (RFC 3501, 2.3.1.1).
 *
 * @param validity the folder's UIDVALIDITY; if it changes, the UIDs mean nothing any more
 * @param last the highest UID that was read
 * @param before the highest UID that the page before had read; what lies between is stored for
 *     certain once this cursor comes back
 */
record MailCursor(long validity, long last, long before) {

  static final MailCursor BEGINNING = new MailCursor(0, 0, 0);

  private static final Pattern FORM =
      Pattern.compile("validity=([0-9]{1,18}) last=([0-9]{1,18}) before=([0-9]{1,18})");

  static MailCursor parse(@Nullable Cursor cursor, AccountId account) {
    if (cursor == null) {
      return BEGINNING;
    }
    Matcher parts = FORM.matcher(cursor.value());
    if (!parts.matches()) {
      throw ChannelException.of(
          ChannelException.Kind.MALFORMED, "the cursor of " + account + " is damaged");
    }
    return new MailCursor(
        Long.parseLong(parts.group(1)),
        Long.parseLong(parts.group(2)),
        Long.parseLong(parts.group(3)));
  }

  /** This cursor for a folder: the beginning if the folder's UIDs were given anew. */
  MailCursor in(long folderValidity) {
    return validity == folderValidity ? this : new MailCursor(folderValidity, 0, 0);
  }

  MailCursor after(long uid) {
    return new MailCursor(validity, uid, last);
  }

  Cursor toCursor() {
    return new Cursor("validity=" + validity + " last=" + last + " before=" + before);
  }
}
