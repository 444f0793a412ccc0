package org.tanggap.channel.x;

import org.tanggap.channel.ChannelException;

/** What lies beneath a failure, where the adapter itself can help. */
final class XFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What X does not take. */
  enum What {
    /** A post that says the same as one before. */
    DUPLICATE,
    /** A {@code since_id} from before the time that X looks back to. */
    OLD_SINCE,
    /** A page's token that is not known any more. */
    OLD_TOKEN
  }

  private final What what;

  XFault(What what) {
    super(what.name());
    this.what = what;
  }

  static boolean is(What what, ChannelException failure) {
    return failure.getCause() instanceof XFault fault && fault.what == what;
  }
}
