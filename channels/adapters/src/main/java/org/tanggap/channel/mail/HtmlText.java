package org.tanggap.channel.mail;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The words of a {@code text/html} part, with a line for each block and {@code >} before what is
 * quoted, so that it reads like plain text. Addresses of links that do not stand in their words are
 * put behind them, since a link to a map may be all that a citizen says of the place.
 */
final class HtmlText implements NodeVisitor {

  private static final Set<String> LEFT_OUT =
      Set.of("head", "script", "style", "template", "title", "noscript");
  private static final int MOST = 1_000_000;

  private final StringBuilder text = new StringBuilder();
  private final Set<String> pictures = new HashSet<>();
  private int quotes;
  private int hidden;
  private boolean lineBegins = true;
  private boolean spaceOwed;

  private HtmlText() {}

  /**
   * Reads HTML.
   *
   * @param html any text
   * @param pictures gets the content ids of the pictures that are shown in it
   */
  static String of(String html, Set<String> pictures) {
    Document document = Jsoup.parse(html.length() > MOST ? html.substring(0, MOST) : html);
    HtmlText words = new HtmlText();
    NodeTraversor.traverse(words, document);
    pictures.addAll(words.pictures);
    return words
        .text
        .toString()
        .replaceAll("(?<![ \\u00a0])[ \\u00a0]++\n", "\n")
        .replaceAll("\n{3,}", "\n\n");
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words.getWholeText(), isPreformatted(words));
    } else if (node instanceof Element element) {
      open(element);
    }
  }

  private void open(Element element) {
    String name = element.normalName();
    if (LEFT_OUT.contains(name)) {
      hidden++;
    } else if (name.equals("br")) {
      breakLine();
    } else if (name.equals("img")) {
      String source = element.attr("src");
      if (source.toLowerCase(Locale.ROOT).startsWith("cid:")) {
        pictures.add(source.substring(4));
      }
    } else if (isCell(name)) {
      spaceOwed = true;
    } else if (isBlock(element)) {
      endLine();
      quotes += name.equals("blockquote") ? 1 : 0;
      if (name.equals("li")) {
        append("- ", false);
      }
    }
  }

  private static boolean isCell(String name) {
    return name.equals("td") || name.equals("th");
  }

  private static boolean isBlock(Element element) {
    return element.isBlock() && !isCell(element.normalName());
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    String name = element.normalName();
    if (LEFT_OUT.contains(name)) {
      hidden--;
    } else if (name.equals("a")) {
      closeLink(element);
    } else if (isBlock(element)) {
      endLine();
      quotes -= name.equals("blockquote") ? 1 : 0;
      if (name.equals("p")) {
        breakLine();
      }
    }
  }

  private void closeLink(Element link) {
    String address = link.attr("href").strip();
    String bare = address.replaceFirst("^https?://(?:www\\.)?", "").replaceFirst("/$", "");
    if (address.matches("https?://\\S{4,1000}") && !link.text().contains(bare)) {
      append(" " + address, false);
    }
  }

  private static boolean isPreformatted(TextNode words) {
    Element parent = words.parentElement();
    return parent != null && parent.closest("pre") != null;
  }

  private void append(String words, boolean preformatted) {
    if (hidden > 0) {
      return;
    }
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '\n' && preformatted) {
        breakLine();
      } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
        spaceOwed = true;
      } else {
        put(c);
      }
    }
  }

  private void put(char c) {
    if (lineBegins) {
      text.append(quotes > 0 ? ">".repeat(quotes) + " " : "");
    } else if (spaceOwed) {
      text.append(' ');
    }
    lineBegins = false;
    spaceOwed = false;
    text.append(c);
  }

  private void endLine() {
    if (!lineBegins) {
      breakLine();
    }
  }

  private void breakLine() {
    boolean signature = text.length() >= 2 && text.substring(text.length() - 2).equals("--");
    text.append(signature && spaceOwed ? " \n" : "\n");
    lineBegins = true;
    spaceOwed = false;
  }
}
