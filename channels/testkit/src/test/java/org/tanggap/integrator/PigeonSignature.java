package org.tanggap.integrator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tanggap.channel.PushRequest;

/**
 * Pigeon signs the time and the raw body, with a dot between them: {@code sha256=} and the HMAC in
 * hexadecimal. The time keeps a recording from being played again later.
 */
final class PigeonSignature {

  static final String HEADER = "X-Pigeon-Signature";
  static final String TIME = "X-Pigeon-Time";
  static final String PREFIX = "sha256=";

  private static final long LATEST_SECONDS = 300;

  private final List<String> secrets;
  private final InstantSource clock;

  PigeonSignature(List<String> secrets, InstantSource clock) {
    this.secrets = List.copyOf(secrets);
    this.clock = clock;
  }

  boolean holds(PushRequest request) {
    List<String> signatures = request.header(HEADER);
    List<String> times = request.header(TIME);
    if (signatures.size() != 1 || times.size() != 1 || !isRecent(times.get(0))) {
      return false;
    }
    byte[] sent = signatures.get(0).getBytes(StandardCharsets.UTF_8);
    boolean holds = false;
    for (String secret : secrets) {
      String made = of(secret, times.get(0), request.body());
      holds |= MessageDigest.isEqual(made.getBytes(StandardCharsets.UTF_8), sent);
    }
    return holds;
  }

  private boolean isRecent(String time) {
    return time.matches("[0-9]{1,11}")
        && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time)) <= LATEST_SECONDS;
  }

  static String of(String secret, String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
      return PREFIX + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
