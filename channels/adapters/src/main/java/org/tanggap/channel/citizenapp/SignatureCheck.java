package org.tanggap.channel.citizenapp;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks {@code sha256=}hex HMAC-SHA256 over raw bytes, in constant time, with several secrets. */
final class SignatureCheck {

  private static final String PREFIX = "sha256=";

  private final List<byte[]> secrets;

  SignatureCheck(List<byte[]> secrets) {
    this.secrets = List.copyOf(secrets);
  }

  /** Whether exactly one signature was sent and one of the secrets made it. */
  boolean holds(byte[] body, List<String> signatures) {
    if (signatures.size() != 1 || !signatures.get(0).startsWith(PREFIX)) {
      return false;
    }
    byte[] sent = decode(signatures.get(0).substring(PREFIX.length()));
    boolean holds = false;
    for (byte[] secret : secrets) {
      holds |= MessageDigest.isEqual(hmac(secret, body), sent);
    }
    return holds;
  }

  private static byte[] decode(String hex) {
    try {
      return HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] hmac(byte[] secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has HmacSHA256", e);
    }
  }
}
