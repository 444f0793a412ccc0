package org.tanggap.channel.bluesky;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Record keys made from an answer's id: the same id gives the same key. Posts need keys in the form
 * of a TID (atproto.com, "Record Key Type: tid"): 13 characters of base32-sortable, which hold a
 * time in microseconds and a clock's number. Here the time and the number are a hash of the id, in
 * a span of 407 days that is past, since a key from the future is suspicious.
 */
final class RecordKey {

  private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
  private static final long START_MICROS = 1_704_067_200_000_000L; // 2024-01-01T00:00:00Z
  private static final int HASH_BITS = 55;

  private RecordKey() {}

  static String of(UUID id) {
    // 45 bits of time are 407 days; 10 bits are the number of the clock.
    long number = (START_MICROS << 10) + (hash(id) >>> (64 - HASH_BITS));
    StringBuilder key = new StringBuilder();
    for (int shift = 60; shift >= 0; shift -= 5) {
      key.append(DIGITS.charAt((int) ((number >>> shift) & 31)));
    }
    return key.toString();
  }

  private static long hash(UUID id) {
    try {
      byte[] text = id.toString().getBytes(StandardCharsets.US_ASCII);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
