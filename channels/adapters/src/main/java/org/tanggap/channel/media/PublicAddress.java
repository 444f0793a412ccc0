package org.tanggap.channel.media;

import java.net.InetAddress;

/**
 * Whether an address belongs to the public internet, by the registries of IANA for addresses with a
 * special purpose (RFC 6890 and its updates).
 */
final class PublicAddress {

  /** Address and length of a prefix. */
  private static final long[][] SPECIAL_V4 = {
    {0x00000000L, 8}, // this network
    {0x0a000000L, 8}, // private
    {0x64400000L, 10}, // shared by carriers (CGNAT)
    {0x7f000000L, 8}, // loopback
    {0xa9fe0000L, 16}, // link-local, where clouds answer with their secrets
    {0xac100000L, 12}, // private
    {0xc0000000L, 24}, // protocol assignments
    {0xc0000200L, 24}, // documentation
    {0xc0586300L, 24}, // 6to4 relays
    {0xc0a80000L, 16}, // private
    {0xc6120000L, 15}, // benchmarks
    {0xc6336400L, 24}, // documentation
    {0xcb007100L, 24}, // documentation
    {0xe0000000L, 4}, // multicast
    {0xf0000000L, 4}, // reserved, broadcast
  };

  /** The same for the first 32 bits of an address within 2000::/3. */
  private static final long[][] SPECIAL_V6 = {
    {0x20010000L, 23}, // protocol assignments, with Teredo
    {0x20010db8L, 32}, // documentation
    {0x20020000L, 16}, // 6to4: holds an IPv4 address
    {0x3fff0000L, 20}, // documentation
  };

  private PublicAddress() {}

  /** Anything outside of 2000::/3 is none: loopback, mapped IPv4, NAT64, local, multicast. */
  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    long first = 0;
    for (int i = 0; i < 4; i++) {
      first = first << 8 | (bytes[i] & 0xff);
    }
    if (bytes.length == 4) {
      return !isIn(SPECIAL_V4, first);
    }
    return first >>> 29 == 1 && !isIn(SPECIAL_V6, first);
  }

  private static boolean isIn(long[][] prefixes, long address) {
    for (long[] prefix : prefixes) {
      long rest = 32 - prefix[1];
      if (address >>> rest == prefix[0] >>> rest) {
        return true;
      }
    }
    return false;
  }
}
