package org.tanggap.channel.smpp;

import org.tanggap.channel.ChannelMessage;

/** A message on its way to the host, with all that waits for it. Guarded by the inbox's lock. */
final class SmppEntry {

  private final String name;
  private final ChannelMessage message;
  private final Waiting waiting;
  private boolean stored;

  SmppEntry(String name, ChannelMessage message, Waiting waiting) {
    this.name = name;
    this.message = message;
    this.waiting = waiting;
  }

  String name() {
    return name;
  }

  ChannelMessage message() {
    return message;
  }

  Waiting waiting() {
    return waiting;
  }

  boolean isStored() {
    return stored;
  }

  void markStored() {
    stored = true;
  }
}
