package org.tanggap.channel.rss;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From bytes to text. A byte order mark stands above the encoding that the server names, and it
 * above the XML declaration (RFC 7303, section 3).
 */
final class FeedText {

  private static final int HEAD = 400;
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)");

  private FeedText() {}

  /** The text; bytes that are none in its encoding become U+FFFF, which no XML may hold. */
  static String of(byte[] bytes, @Nullable String named) {
    try {
      String text =
          charset(bytes, named)
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .replaceWith("\uffff")
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("a decoder that replaces does not fail", e);
    }
  }

  private static Charset charset(byte[] bytes, @Nullable String named) {
    int first = bytes.length < 2 ? 0 : ((bytes[0] & 255) << 8) | (bytes[1] & 255);
    if (first == 0xFEFF || first == 0xFFFE) {
      return first == 0xFEFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    } else if (first == 0xEFBB) {
      return StandardCharsets.UTF_8;
    }
    Charset told = find(named);
    if (told != null) {
      return told;
    } else if (first == '<' || first == ('<' << 8)) {
      return first == '<' ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
    byte[] head = Arrays.copyOf(bytes, Math.min(HEAD, bytes.length));
    Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
    Charset own = declared.find() ? find(declared.group(1)) : null;
    return own == null ? StandardCharsets.UTF_8 : own;
  }

  private static @Nullable Charset find(@Nullable String name) {
    try {
      return name == null || !Charset.isSupported(name) ? null : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
