package org.tanggap.channel;

/** A channel whose photos are references that only its adapter can follow. */
public interface PhotoChannel extends Channel {

  /**
   * Brings a picture, without what it says of place, time and device. Any thread may call it.
   *
   * @param reference the reference of a photo that this channel delivered
   * @return the picture
   * @throws ChannelException if it cannot be brought; of kind {@link
   *     ChannelException.Kind#NOT_PERMITTED} if the vendor no longer has it, of kind {@link
   *     ChannelException.Kind#MALFORMED} if it is no picture or too large
   */
  Picture download(String reference);
}
