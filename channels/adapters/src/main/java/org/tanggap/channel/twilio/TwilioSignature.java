package org.tanggap.channel.twilio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.web.SignatureCheck;

/**
 * The header {@code X-Twilio-Signature} (Twilio, "Security: Validating Signatures from Twilio"):
 * base 64 of the HMAC-SHA1 over the address that Twilio called and, for a form, over all its
 * parameters sorted by name. Of several values with one name, each different one counts, sorted.
 * For JSON the address alone is signed; its parameter {@code bodySHA256} holds the body's hash.
 *
 * <p>Twilio signs some addresses with the port and some without, so both hold, as in its own
 * libraries.
 */
final class TwilioSignature {

  private static final Pattern ADDRESS =
      Pattern.compile("(https?)://([^/?#]*?)(?::([0-9]{1,5}))?([/?#].*)?");
  private static final String BODY_HASH = "bodySHA256";

  private final SignatureCheck check;
  private final List<String> addresses;

  TwilioSignature(List<String> authTokens, Collection<String> addresses) {
    this.check =
        SignatureCheck.hmac(
            "HmacSHA1", "", SignatureCheck.Encoding.BASE64, SignatureCheck.keys(authTokens));
    this.addresses = List.copyOf(addresses);
  }

  /**
   * Whether the request is Twilio's.
   *
   * @param request the request
   * @param form the decoded parameters if the body is a form, or null if it is none
   */
  boolean holds(PushRequest request, @Nullable Map<String, List<String>> form) {
    List<String> hashes = request.parameter(BODY_HASH);
    String parameters = hashes.isEmpty() && form != null ? signed(form) : "";
    boolean bodyHolds = hashes.isEmpty() ? form != null : isHash(request.body(), hashes);
    boolean holds = false;
    for (String address : addresses) {
      for (String variant : variants(address, request.uri().getRawQuery())) {
        byte[] bytes = (variant + parameters).getBytes(StandardCharsets.UTF_8);
        holds |= check.holds(bytes, request.header("X-Twilio-Signature"));
      }
    }
    return holds && bodyHolds;
  }

  private static String signed(Map<String, List<String>> form) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(form)
        .forEach(
            (name, values) ->
                new TreeSet<>(values).forEach(value -> text.append(name).append(value)));
    return text.toString();
  }

  private static boolean isHash(byte[] body, List<String> hashes) {
    try {
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
      return hashes.size() == 1
          && MessageDigest.isEqual(
              hash.getBytes(StandardCharsets.UTF_8),
              hashes.get(0).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The configured address with the query that came, with a port and without. */
  private static List<String> variants(String address, @Nullable String query) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      return List.of();
    }
    String path = parts.group(4) == null ? "" : parts.group(4);
    if (query != null) {
      path = path.replaceFirst("[?#].*", "") + "?" + query;
    }
    String scheme = parts.group(1);
    String usual = scheme.equals("https") ? "443" : "80";
    String port = parts.group(3) == null ? usual : parts.group(3);
    List<String> variants = new ArrayList<>();
    variants.add(scheme + "://" + parts.group(2) + path);
    variants.add(scheme + "://" + parts.group(2) + ":" + port + path);
    return variants;
  }

  /** Whether an address can be one that Twilio calls. */
  static boolean isAddress(String text) {
    Matcher parts = ADDRESS.matcher(text);
    return parts.matches() && !parts.group(2).isEmpty();
  }
}
