package org.tanggap.channel.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * What a reader would see of a piece of HTML: words, line breaks, and the addresses that links lead
 * to. Nothing is loaded and nothing is run. Thread-safe, without state.
 */
public final class PlainText {

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "blockquote",
          "dd",
          "div",
          "dl",
          "dt",
          "figcaption",
          "figure",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "li",
          "ol",
          "p",
          "pre",
          "section",
          "table",
          "tr",
          "ul");
  private static final Set<String> UNSEEN =
      Set.of("head", "iframe", "noscript", "object", "script", "style", "template", "title");
  private static final int MAX_LINK_LENGTH = 2_000;

  private PlainText() {}

  /**
   * The words.
   *
   * @param html any text; broken HTML is read as browsers do
   * @param base the address against which links are resolved; empty if there is none
   * @return the words; paragraphs and line breaks become line breaks, and the address of a link
   *     stands in brackets behind its words unless it is these words
   */
  public static String of(String html, String base) {
    Writer writer = new Writer();
    parse(html, base).body().traverse(writer);
    return writer.text();
  }

  /**
   * The addresses of the pictures.
   *
   * @param html any text
   * @param base the address against which they are resolved; empty if there is none
   * @return http and https addresses in order, each once
   */
  public static List<String> listPictures(String html, String base) {
    List<String> pictures = new ArrayList<>();
    for (Element picture : parse(html, base).select("img[src]")) {
      String address = picture.absUrl("src");
      if (isWeb(address) && !pictures.contains(address) && !isTrackingPixel(picture)) {
        pictures.add(address);
      }
    }
    return pictures;
  }

  private static Document parse(String html, String base) {
    return Jsoup.parseBodyFragment(html, base);
  }

  private static boolean isTrackingPixel(Element picture) {
    return picture.attr("width").equals("1") || picture.attr("height").equals("1");
  }

  private static boolean isWeb(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return (lower.startsWith("http://") || lower.startsWith("https://"))
        && address.length() <= MAX_LINK_LENGTH;
  }

  /** Walks through the nodes without recursion, so that depth costs no stack. */
  private static final class Writer implements NodeVisitor {

    private final StringBuilder text = new StringBuilder();
    private int unseen;
    private int newLines;
    private boolean space;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words && unseen == 0) {
        words(words.getWholeText());
      } else if (node instanceof Element element) {
        String name = element.normalName();
        unseen += UNSEEN.contains(name) ? 1 : 0;
        if (name.equals("br")) {
          newLines++;
        } else if (BLOCKS.contains(name)) {
          paragraph(name);
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        String name = element.normalName();
        unseen -= UNSEEN.contains(name) ? 1 : 0;
        if (BLOCKS.contains(name)) {
          paragraph(name);
        } else if (name.equals("a") && unseen == 0) {
          address(element);
        }
      }
    }

    private void paragraph(String name) {
      newLines = Math.max(newLines, name.equals("p") ? 2 : 1);
    }

    /** A mention or a hashtag leads to a page of its server, which says nothing. */
    private void address(Element link) {
      String address = link.absUrl("href");
      boolean said =
          link.hasClass("mention") || link.hasClass("hashtag") || isSaid(link.text(), address);
      if (!said && isWeb(address)) {
        space = true;
        words((link.text().isBlank() ? "" : "(") + address + (link.text().isBlank() ? "" : ")"));
      }
    }

    private static boolean isSaid(String words, String address) {
      return bare(words).equals(bare(address));
    }

    private static String bare(String address) {
      return address.strip().replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }

    private void words(String words) {
      words.codePoints().forEach(this::point);
    }

    private void point(int point) {
      if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
        space = true;
        return;
      }
      if (!text.isEmpty() && newLines > 0) {
        text.append("\n".repeat(Math.min(newLines, 2)));
      } else if (!text.isEmpty() && space) {
        text.append(' ');
      }
      newLines = 0;
      space = false;
      text.appendCodePoint(point);
    }

    String text() {
      return text.toString();
    }
  }
}
