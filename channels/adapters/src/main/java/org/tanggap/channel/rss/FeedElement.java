package org.tanggap.channel.rss;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An element of a feed with all that is in it. Its name has a fixed prefix for each namespace. */
final class FeedElement {

  /** Elements of XHTML that have no end tag in HTML. */
  private static final Set<String> VOID = Set.of("br", "hr", "img", "wbr");

  private final String name;
  private final String base;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> content = new ArrayList<>();

  FeedElement(String name, String base) {
    this.name = name;
    this.base = base;
  }

  String name() {
    return name;
  }

  /** The address against which its references are resolved (XML Base). */
  String base() {
    return base;
  }

  void attribute(String key, String value) {
    attributes.put(key, value);
  }

  /** The value of an attribute without white space around it; empty if it is missing. */
  String attribute(String key) {
    return attributes.getOrDefault(key, "").strip();
  }

  void add(FeedElement child) {
    content.add(child);
  }

  void add(String text) {
    content.add(text);
  }

  /** The children with one of some names, in order. */
  List<FeedElement> children(String... names) {
    Set<String> wanted = Set.of(names);
    return content.stream()
        .filter(FeedElement.class::isInstance)
        .map(FeedElement.class::cast)
        .filter(child -> wanted.contains(child.name))
        .toList();
  }

  /** All elements below with one of some names, in order. */
  List<FeedElement> descendants(String... names) {
    Set<String> wanted = Set.of(names);
    List<FeedElement> found = new ArrayList<>();
    collect(wanted, found);
    return found;
  }

  private void collect(Set<String> wanted, List<FeedElement> found) {
    for (Object part : content) {
      if (part instanceof FeedElement child) {
        if (wanted.contains(child.name)) {
          found.add(child);
        }
        child.collect(wanted, found);
      }
    }
  }

  /** The text of the first child with a name, without white space around it; or empty. */
  String text(String child) {
    return children(child).stream().findFirst().map(found -> found.text().strip()).orElse("");
  }

  /** All text in it. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Object part : content) {
      text.append(part instanceof FeedElement child ? child.text() : part);
    }
    return text.toString();
  }

  /** What is in it as HTML, for XHTML that stands in a feed. */
  String html() {
    StringBuilder html = new StringBuilder();
    for (Object part : content) {
      html.append(part instanceof FeedElement child ? child.outerHtml() : escaped("" + part));
    }
    return html.toString();
  }

  private String outerHtml() {
    String tag = name.substring(name.indexOf(':') + 1);
    StringBuilder html = new StringBuilder("<" + tag);
    attributes.forEach(
        (key, value) ->
            html.append(" ").append(key).append("=\"").append(escaped(value)).append('"'));
    html.append('>').append(html());
    return VOID.contains(tag) ? html.toString() : html.append("</" + tag + ">").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
