package org.tanggap.channel.rss;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed once from beginning to end, within limits, without document types and without
 * anything from outside; keeps only what is in an item. For one feed and one thread.
 */
final class FeedParser {

  /** More items than this are not read. */
  static final int MAX_ITEMS = 2_000;

  /** Says nothing more, because the parser's own message may quote the feed. */
  static final String NOT_WELL_FORMED = "it is no well-formed XML, or not in its encoding";

  private static final String DOCUMENT_TYPE = "it has a document type, which is not allowed";
  private static final Pattern FIRST_ELEMENT = Pattern.compile("<[A-Za-z_]");
  private static final int MAX_DEPTH = 64;
  private static final int MAX_PARTS = 5_000;
  private static final Set<String> ROOTS = Set.of("rss", "rdf:RDF", "atom:feed");
  private static final Set<String> ITEMS = Set.of("item", "atom:entry");
  private static final String RSS_1 = "http://purl.org/rss/1.0/";
  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("http://www.w3.org/2005/Atom", "atom:"),
          Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"),
          Map.entry("http://www.georss.org/georss", "georss:"),
          Map.entry("http://www.opengis.net/gml", "gml:"),
          Map.entry("http://www.opengis.net/gml/3.2", "gml:"),
          Map.entry("http://www.w3.org/2003/01/geo/wgs84_pos#", "geo:"),
          Map.entry("http://search.yahoo.com/mrss/", "media:"),
          Map.entry("http://purl.org/rss/1.0/modules/content/", "content:"),
          Map.entry("http://purl.org/dc/elements/1.1/", "dc:"),
          Map.entry("http://purl.org/dc/terms/", "dcterms:"),
          Map.entry("http://www.w3.org/1999/xhtml", "xhtml:"));

  private final List<FeedElement> items = new ArrayList<>();
  private final Deque<String> bases = new ArrayDeque<>();
  private final Deque<FeedElement> open = new ArrayDeque<>();
  private @Nullable Duration ttl;
  private int parts;

  FeedParser(URI address) {
    bases.push(address.toString());
  }

  /** The items that were complete. */
  List<FeedElement> items() {
    return items;
  }

  /** How long the feed asks to be left in peace, or null. */
  @Nullable Duration ttl() {
    return ttl;
  }

  /** Reads a text; gives what is wrong with it, or null. */
  @Nullable String read(String text) {
    if (hasDocumentType(text)) {
      return DOCUMENT_TYPE;
    }
    try {
      return read(factory().createXMLStreamReader(new StringReader(text)));
    } catch (XMLStreamException e) {
      return NOT_WELL_FORMED;
    }
  }

  /** Looked for before parsing, since the parser writes to the console where one is cut off. */
  private static boolean hasDocumentType(String text) {
    int type = text.indexOf("<!DOCTYPE");
    Matcher element = FIRST_ELEMENT.matcher(text);
    return type >= 0 && (!element.find() || type < element.start());
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
    return factory;
  }

  private @Nullable String read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      String problem = null;
      switch (xml.next()) {
        case XMLStreamConstants.DTD -> problem = DOCUMENT_TYPE;
        case XMLStreamConstants.START_ELEMENT -> problem = start(xml);
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text(xml.getText());
        default -> {}
      }
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private @Nullable String start(XMLStreamReader xml) throws XMLStreamException {
    String name = name(xml.getNamespaceURI(), xml.getLocalName());
    if (bases.size() == 1 && !ROOTS.contains(name)) {
      return "it is neither RSS nor Atom";
    } else if (bases.size() > MAX_DEPTH) {
      return "it is deeper than " + MAX_DEPTH + " levels";
    } else if (items.size() >= MAX_ITEMS) {
      return "it has more than " + MAX_ITEMS + " items";
    }
    if (open.isEmpty() && name.equals("ttl")) {
      ttl = minutes(xml);
      return null;
    }
    String base = xml.getAttributeValue(XMLConstants.XML_NS_URI, "base");
    bases.push(
        base == null ? bases.element() : FeedDocument.resolve(bases.element(), base.strip()));
    return open.isEmpty() && !ITEMS.contains(name) ? null : open(xml, name);
  }

  private @Nullable String open(XMLStreamReader xml, String name) {
    FeedElement element = new FeedElement(name, bases.element());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      element.attribute(
          name(xml.getAttributeNamespace(i), xml.getAttributeLocalName(i)),
          xml.getAttributeValue(i));
    }
    if (!open.isEmpty()) {
      open.element().add(element);
    }
    open.push(element);
    parts += 1 + xml.getAttributeCount();
    return parts > MAX_PARTS ? "an item has more than " + MAX_PARTS + " parts" : null;
  }

  private void end() {
    bases.pop();
    if (!open.isEmpty()) {
      FeedElement closed = open.pop();
      if (open.isEmpty()) {
        items.add(closed);
        parts = 0;
      }
    }
  }

  private void text(String text) {
    if (!open.isEmpty()) {
      open.element().add(text);
    }
  }

  private static @Nullable Duration minutes(XMLStreamReader xml) throws XMLStreamException {
    String text = xml.getElementText().strip();
    return text.matches("[0-9]{1,7}") ? Duration.ofMinutes(Long.parseLong(text)) : null;
  }

  private static String name(@Nullable String namespace, String local) {
    if (namespace == null || namespace.isEmpty() || namespace.equals(RSS_1)) {
      return local;
    }
    return PREFIXES.getOrDefault(namespace, "?:") + local;
  }
}
