package org.tanggap.channel.hotline;

import java.util.Locale;

/** What can be wrong with a field of the form. */
enum FieldFault {
  MISSING("has to be filled in"),
  TOO_LONG("is too long"),
  GIVEN_TWICE("is there more than once"),
  NO_TEXT("is no text"),
  NO_ID("holds characters that no id has"),
  NO_NUMBER("is no number"),
  NO_PHONE_NUMBER("is no telephone number"),
  NO_CATEGORY("is no code of a category"),
  NO_PLACE("is no place on the earth"),
  NO_TIME("is no time such as 2026-11-21T09:15"),
  IN_THE_FUTURE("lies in the future"),
  NEITHER_TRUE_NOR_FALSE("is neither true nor false");

  private final String sentence;

  FieldFault(String sentence) {
    this.sentence = sentence;
  }

  /** For programs. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For the operator: the rest of a sentence that begins with the field. */
  String sentence() {
    return sentence;
  }
}
