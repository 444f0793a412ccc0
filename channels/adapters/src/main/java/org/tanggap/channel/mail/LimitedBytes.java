package org.tanggap.channel.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes bytes up to a limit: the size that a server names may be another one. */
final class LimitedBytes extends OutputStream {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int most;
  private boolean full;

  LimitedBytes(int most) {
    this.most = most;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] more, int from, int count) throws IOException {
    if (bytes.size() + (long) count > most) {
      full = true;
      throw new IOException("more bytes than are read");
    }
    bytes.write(more, from, count);
  }

  boolean isFull() {
    return full;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
