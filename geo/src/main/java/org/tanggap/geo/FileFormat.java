package org.tanggap.geo;

import java.util.Arrays;

/** What a file is, by its first bytes. */
enum FileFormat {
  EMPTY,
  GZIP,
  ZIP,
  SHAPEFILE,
  UTF8_BOM,
  OTHER_UNICODE,
  XML,
  DATABASE,
  JSON;

  /** How many bytes tell all. */
  static final int TELLING = 4;

  static FileFormat of(byte[] head) {
    int a = at(head, 0);
    int b = at(head, 1);
    if (head.length == 0) {
      return EMPTY;
    } else if (a == 0x1f && b == 0x8b) {
      return GZIP;
    } else if (a == 'P' && b == 'K') {
      return ZIP;
    } else if (Arrays.equals(head, new byte[] {0, 0, 0x27, 0x0a})) {
      return SHAPEFILE;
    } else if (a == 0xef && b == 0xbb && at(head, 2) == 0xbf) {
      return UTF8_BOM;
    } else if ((a == 0xfe && b == 0xff) || (a == 0xff && b == 0xfe) || a == 0 || b == 0) {
      return OTHER_UNICODE;
    } else if (a == '<') {
      return XML;
    } else if (a == 'S' && b == 'Q' && at(head, 2) == 'L') {
      return DATABASE;
    }
    return JSON;
  }

  private static int at(byte[] head, int i) {
    return i < head.length ? head[i] & 0xff : -1;
  }
}
