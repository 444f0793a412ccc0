package org.tanggap.channel.media;

/**
 * A header field that is a secret.
 *
 * @param header its name
 * @param value its value
 */
record Credential(String header, String value) {

  /** Never shows the value. */
  @Override
  public String toString() {
    return "Credential";
  }
}
