package org.tanggap.store;

import java.util.UUID;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.ReporterId;

/** Ids as they stand in the tables. */
final class StoredIds {

  private StoredIds() {}

  static ComplaintId complaint(String text) {
    return ComplaintId.parse(text).orElseThrow(() -> damaged("a complaint's number"));
  }

  static ReporterId reporter(String text) {
    return new ReporterId(uuid(text));
  }

  static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw damaged("an id");
    }
  }

  static AccountId account(String text) {
    try {
      return AccountId.parse(text);
    } catch (IllegalArgumentException e) {
      throw damaged("an account");
    }
  }

  private static StoreException damaged(String what) {
    return new StoreException(what + " in the database is none", null);
  }
}
