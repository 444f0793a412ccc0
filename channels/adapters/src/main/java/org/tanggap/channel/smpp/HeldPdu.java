package org.tanggap.channel.smpp;

/** A {@code deliver_sm} that waits for its answer. */
interface HeldPdu {

  /** Taken: the network may forget it. */
  int OK = 0x00;

  /** Our queue is full: the network sends it again later (ESME_RMSGQFUL). */
  int QUEUE_FULL = 0x14;

  /** Not taken in time: the network sends it again later (ESME_RX_T_APPN). */
  int LATER = 0x64;

  /**
   * Answers it. Only the first answer counts; never throws.
   *
   * @param status the command status
   */
  void answer(int status);
}
