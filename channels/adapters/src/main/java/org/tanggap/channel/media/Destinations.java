package org.tanggap.channel.media;

import static org.tanggap.channel.media.MediaFetcher.failure;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;

/**
 * Where may be called.
 *
 * @param hosts exact names, and endings that begin with a point
 * @param ports the ports besides the scheme's own
 * @param plainHttp whether http may be used as well as https
 * @param unchecked hosts of tests, for which nothing but the name counts
 * @param resolver finds the addresses of a name
 */
record Destinations(
    Set<String> hosts,
    Set<Integer> ports,
    boolean plainHttp,
    Set<String> unchecked,
    MediaFetcher.Resolver resolver) {

  /** Reads an address. Its text is in no message, as it may hold a key. */
  static URI parse(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw failure(Kind.MALFORMED, "the address of the picture is no URL", null);
    }
  }

  /** Throws a {@link ChannelException} unless this address may be called. */
  void check(URI address) {
    String host = hostOf(address);
    if (address.getRawUserInfo() != null) {
      throw refused("the address holds a user's name");
    }
    boolean https = "https".equalsIgnoreCase(address.getScheme());
    boolean http = "http".equalsIgnoreCase(address.getScheme());
    if (unchecked.contains(host) && (https || http)) {
      return;
    }
    if (!https && !(http && plainHttp)) {
      throw refused("the address does not begin with https");
    }
    if (!isListed(host)) {
      throw refused("the host is not on the list");
    }
    int port = address.getPort();
    if (port != -1 && port != (https ? 443 : 80) && !ports.contains(port)) {
      throw refused("the port is not on the list");
    }
    checkAddresses(host);
  }

  static String hostOf(URI address) {
    String host = address.getHost();
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }

  private boolean isListed(String host) {
    if (hosts.contains(host)) {
      return !host.isEmpty();
    }
    for (int dot = host.indexOf('.', 1); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      if (hosts.contains(host.substring(dot))) {
        return true;
      }
    }
    return false;
  }

  /** Every address of the name has to be public: which of them is called is not ours to say. */
  private void checkAddresses(String host) {
    InetAddress[] addresses;
    try {
      addresses = resolver.resolve(host);
    } catch (UnknownHostException e) {
      throw failure(Kind.TEMPORARY, "the host " + host + " is not found", null);
    }
    if (addresses.length == 0) {
      throw failure(Kind.TEMPORARY, "the host " + host + " has no address", null);
    }
    for (InetAddress address : addresses) {
      if (!PublicAddress.is(address)) {
        throw refused("the host " + host + " has an address that is not public");
      }
    }
  }

  private static ChannelException refused(String why) {
    return failure(Kind.NOT_PERMITTED, "the picture is not fetched: " + why, null);
  }
}
