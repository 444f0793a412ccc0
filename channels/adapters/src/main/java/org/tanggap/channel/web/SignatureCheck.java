package org.tanggap.channel.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a signature made with a shared secret (HMAC, RFC 2104) over raw bytes, in constant time,
 * with every secret that is valid at present. Immutable and thread-safe.
 */
public final class SignatureCheck {

  /** How a signature is written. */
  public enum Encoding {
    /** Two digits a byte, in either case. */
    HEX,
    /** Base 64 with padding, RFC 4648, section 4. */
    BASE64
  }

  private final String algorithm;
  private final String prefix;
  private final Encoding encoding;
  private final List<byte[]> secrets;

  private SignatureCheck(String algorithm, String prefix, Encoding encoding, List<byte[]> secrets) {
    this.algorithm = algorithm;
    this.prefix = prefix;
    this.encoding = encoding;
    this.secrets = secrets;
  }

  /**
   * A check.
   *
   * @param algorithm {@code HmacSHA256} or {@code HmacSHA1}
   * @param prefix what stands before the signature, such as {@code sha256=}; may be empty
   * @param encoding how the signature is written
   * @param secrets the secrets that are valid at present, see {@link #keys}
   * @return the check
   * @throws IllegalArgumentException if there is no secret, one is empty, or the algorithm is
   *     unknown
   */
  public static SignatureCheck hmac(
      String algorithm, String prefix, Encoding encoding, List<byte[]> secrets) {
    if (secrets.isEmpty() || secrets.stream().anyMatch(secret -> secret.length == 0)) {
      throw new IllegalArgumentException("a signature needs a secret that is not empty");
    }
    List<byte[]> keys = secrets.stream().map(byte[]::clone).toList();
    SignatureCheck check = new SignatureCheck(algorithm, prefix, encoding, keys);
    check.mac(keys.get(0), new byte[0]);
    return check;
  }

  /**
   * The keys of secrets that are written as text.
   *
   * @param secrets the secrets
   * @return each in UTF-8
   */
  public static List<byte[]> keys(List<String> secrets) {
    return secrets.stream().map(secret -> secret.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /**
   * Whether exactly one signature was sent and one of the secrets made it.
   *
   * @param signed the bytes that are signed, as they came
   * @param signatures all values of the header field
   * @return true if the request is genuine
   */
  public boolean holds(byte[] signed, List<String> signatures) {
    if (signatures.size() != 1 || !signatures.get(0).startsWith(prefix)) {
      return false;
    }
    byte[] sent = decode(signatures.get(0).substring(prefix.length()));
    boolean holds = false;
    for (byte[] secret : secrets) {
      holds |= MessageDigest.isEqual(mac(secret, signed), sent);
    }
    return holds;
  }

  /**
   * Signs with the first secret, for the vendors' handshakes.
   *
   * @param bytes what to sign
   * @return the signature with its prefix
   */
  public String sign(byte[] bytes) {
    byte[] mac = mac(secrets.get(0), bytes);
    return prefix
        + (encoding == Encoding.HEX
            ? HexFormat.of().formatHex(mac)
            : Base64.getEncoder().encodeToString(mac));
  }

  private byte[] decode(String text) {
    try {
      if (encoding == Encoding.HEX) {
        return HexFormat.of().parseHex(text);
      }
      byte[] bytes = Base64.getDecoder().decode(text);
      // Base 64 has several spellings of the same bytes; a vendor sends one.
      return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private byte[] mac(byte[] secret, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no such algorithm: " + algorithm, e);
    }
  }

  /**
   * Whether exactly one value was sent and it equals one of the secrets, for vendors that send the
   * secret itself. In constant time.
   *
   * @param secrets the secrets that are valid at present
   * @param values all values of the header field
   * @return true if the request is genuine
   */
  public static boolean isSecret(List<String> secrets, List<String> values) {
    if (values.size() != 1) {
      return false;
    }
    byte[] sent = values.get(0).getBytes(StandardCharsets.UTF_8);
    boolean holds = false;
    for (String secret : secrets) {
      holds |= MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), sent);
    }
    return holds;
  }

  /** The algorithm only. */
  @Override
  public String toString() {
    return "SignatureCheck[" + algorithm + "]";
  }
}
