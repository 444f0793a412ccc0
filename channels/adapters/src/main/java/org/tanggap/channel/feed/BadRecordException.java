package org.tanggap.channel.feed;

/** A record that cannot be read. Never leaves the package; the problem holds no citizen's words. */
final class BadRecordException extends Exception {

  private static final long serialVersionUID = 1L;

  BadRecordException(String problem) {
    super(problem);
  }

  String problem() {
    return String.valueOf(getMessage());
  }
}
