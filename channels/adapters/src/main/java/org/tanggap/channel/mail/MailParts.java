package org.tanggap.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the parts of a mail (RFC 2046), at most 20 levels and 200 parts of them, and sorts
 * them into words, pictures and what cannot be taken.
 */
final class MailParts {

  private static final int MAX_DEPTH = 20;
  private static final int MAX_PARTS = 200;

  /** What is smaller and shown within the words is a logo or an icon. */
  private static final int DECORATION_BYTES = 4_096;

  private final List<String> texts = new ArrayList<>();
  private final List<Candidate> pictures = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final Set<String> shown = new HashSet<>();
  private int parts;

  private MailParts() {}

  /**
   * A file that may be a picture.
   *
   * @param type the declared type
   * @param id its Content-ID without brackets; empty if it has none
   * @param content the bytes
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Candidate(String type, String id, byte[] content) {}

  static MailParts of(MimePart mail) {
    MailParts parts = new MailParts();
    parts.walk(mail, 0, null);
    return parts;
  }

  /** The words of all parts, in order. */
  String text() {
    return String.join(
        "\n\n", texts.stream().filter(text -> !text.isBlank()).map(MailParts::trimmed).toList());
  }

  private static String trimmed(String text) {
    int begin = 0;
    for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
      begin = text.charAt(i) == '\n' ? i + 1 : begin;
    }
    return text.substring(begin).stripTrailing();
  }

  /** The files that may be pictures, without what only decorates the words. */
  List<byte[]> pictures() {
    return pictures.stream()
        .filter(file -> !shown.contains(file.id()) || file.content().length >= DECORATION_BYTES)
        .map(Candidate::content)
        .toList();
  }

  /** The types of what was neither. */
  List<String> leftOut() {
    return leftOut;
  }

  private void walk(MimePart part, int depth, @Nullable List<Body> bodies) {
    MailHeaders headers = new MailHeaders(part);
    MediaType type = headers.type();
    if (++parts > MAX_PARTS || depth > MAX_DEPTH) {
      leftOut.add("more parts than are read");
      return;
    }
    try {
      boolean attached =
          MediaType.parse(headers.value("Content-Disposition"), "inline")
              .name()
              .equals("attachment");
      if (type.isWithin("multipart")) {
        walkAll(part, type, depth);
      } else if (type.name().equals("message/rfc822")) {
        nested(TransferEncoding.decode(part), depth);
      } else if (isWords(type) && !attached) {
        Body body = new Body(type, TransferEncoding.decode(part));
        if (bodies == null) {
          add(body);
        } else {
          bodies.add(body);
        }
      } else {
        file(headers, type, TransferEncoding.decode(part));
      }
    } catch (MessagingException | IOException e) {
      leftOut.add("a damaged part");
    }
  }

  private static boolean isWords(MediaType type) {
    return type.name().equals("text/plain")
        || type.name().equals("text/html")
        || type.name().equals("text");
  }

  private void walkAll(MimePart part, MediaType type, int depth) throws MessagingException {
    MimeMultipart all = new MimeMultipart(new MimePartDataSource(part));
    boolean alternatives = type.name().equals("multipart/alternative");
    List<Body> bodies = new ArrayList<>();
    for (int i = 0; i < all.getCount() && parts <= MAX_PARTS; i++) {
      walk((MimePart) all.getBodyPart(i), depth + 1, alternatives ? bodies : null);
    }
    if (!bodies.isEmpty()) {
      add(best(bodies));
    }
  }

  /** Plain text where it says anything; the others still tell which pictures they show. */
  private Body best(List<Body> bodies) {
    bodies.stream().filter(Body::isHtml).forEach(body -> body.words(shown));
    return bodies.stream()
        .filter(body -> !body.isHtml() && !body.words(shown).isBlank())
        .findFirst()
        .orElse(bodies.get(bodies.size() - 1));
  }

  private void add(Body body) {
    texts.add(body.words(shown));
  }

  /** A mail that was passed on as a whole: its words belong to what is reported. */
  private void nested(byte[] raw, int depth) throws MessagingException {
    MimeMessage mail = new MimeMessage(null, new SharedByteArrayInputStream(raw));
    texts.add(new MailHeaders(mail).subject());
    walk(mail, depth + 1, null);
  }

  private void file(MailHeaders headers, MediaType type, byte[] content) {
    boolean unnamed = type.name().equals("application/octet-stream");
    if (type.isWithin("image") || (unnamed && isPictureByName(headers, type))) {
      String id = headers.value("Content-ID").replaceAll("[<>\\s]", "");
      pictures.add(new Candidate(type.name(), id, content));
    } else if (!type.name().equals("application/pgp-signature")
        && !type.name().matches("application/(?:x-)?pkcs7-signature")) {
      leftOut.add(type.name());
    }
  }

  private static boolean isPictureByName(MailHeaders headers, MediaType type) {
    String file = MediaType.parse(headers.value("Content-Disposition"), "").parameter("filename");
    String name = file == null ? type.parameter("name") : file;
    return name != null
        && name.toLowerCase(Locale.ROOT).matches("(?s).*\\.(?:jpe?g|png|webp|heic)");
  }

  /**
   * A part with words.
   *
   * @param type its type
   * @param content its bytes
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Body(MediaType type, byte[] content) {

    boolean isHtml() {
      return type.name().equals("text/html");
    }

    String words(Set<String> pictures) {
      String text = Charsets.decode(content, type.parameter("charset"));
      return isHtml() ? HtmlText.of(text, pictures) : PlainText.of(text, type);
    }
  }
}
