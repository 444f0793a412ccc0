package org.tanggap.channel.youtube;

import org.tanggap.channel.ChannelException;

/** What lies beneath a failure, where the adapter itself can help. */
final class YouTubeFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What YouTube does not have. */
  enum What {
    /** A page's token that is not known any more. */
    OLD_TOKEN,
    /** A thread that was deleted, or comments that were switched off. */
    GONE
  }

  private final What what;

  YouTubeFault(What what) {
    super(what.name());
    this.what = what;
  }

  static boolean is(What what, ChannelException failure) {
    return failure.getCause() instanceof YouTubeFault fault && fault.what == what;
  }
}
