package org.tanggap.channel;

/** A channel that sometimes delivers less than a message, which is fetched afterwards. */
public interface FetchChannel extends Channel {

  /**
   * Fetches what a message announced. Called by one thread at a time for one message, and again if
   * it failed; the announcement is stored and survives a crash.
   *
   * @param announced the announcement as the adapter made it
   * @return the message; anything but {@link ChannelMessage.NeedsFetch}
   * @throws ChannelException if the vendor cannot be read now; of kind {@link
   *     ChannelException.Kind#NOT_PERMITTED} if it never can
   */
  ChannelMessage fetch(ChannelMessage.NeedsFetch announced);
}
