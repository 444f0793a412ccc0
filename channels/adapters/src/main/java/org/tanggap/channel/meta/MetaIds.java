package org.tanggap.channel.meta;

import org.tanggap.channel.AccountSettings;

/** The ids of Meta's accounts: digits. */
final class MetaIds {

  private static final String STAND_IN = "0";

  private MetaIds() {}

  static boolean isId(String text) {
    return text.matches("[0-9]{1,32}");
  }

  /** An id that has to be there. */
  static String read(AccountSettings settings, String name) {
    String id = settings.text(name, "");
    if (isId(id)) {
      return id;
    }
    settings.refuse(name, id.isEmpty() ? "is missing" : "is not 1 to 32 digits");
    return STAND_IN;
  }
}
