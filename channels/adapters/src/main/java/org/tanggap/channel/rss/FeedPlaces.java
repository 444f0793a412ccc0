package org.tanggap.channel.rss;

import java.util.ArrayList;
import java.util.List;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.LocationEvidence.Source;
import org.tanggap.jurisdiction.Position;

/**
 * The place of an item: GeoRSS Simple and GML, where the latitude comes first, and the W3C
 * vocabulary. A box, line or polygon becomes the box around it.
 */
final class FeedPlaces {

  private static final int MAX_NUMBERS = 2_000;

  private FeedPlaces() {}

  static LocationEvidence of(FeedElement item) {
    for (FeedElement place :
        item.descendants(
            "georss:point",
            "georss:box",
            "georss:line",
            "georss:polygon",
            "gml:pos",
            "gml:posList",
            "gml:Envelope")) {
      String text =
          place.name().equals("gml:Envelope")
              ? (place.text("gml:lowerCorner") + " " + place.text("gml:upperCorner")).strip()
              : place.text().strip();
      if (!text.isEmpty()) {
        return place(numbers(text));
      }
    }
    List<FeedElement> latitudes = item.descendants("geo:lat");
    List<FeedElement> longitudes = item.descendants("geo:long");
    if (latitudes.isEmpty() || longitudes.isEmpty()) {
      return LocationEvidence.none();
    }
    return place(
        List.of(number(latitudes.get(0).text().strip()), number(longitudes.get(0).text().strip())));
  }

  private static List<Double> numbers(String text) {
    List<Double> numbers = new ArrayList<>();
    for (String number : text.split("[\\s,]+", MAX_NUMBERS)) {
      numbers.add(number(number));
    }
    return numbers;
  }

  private static double number(String text) {
    try {
      return text.length() <= 40 ? Double.parseDouble(text) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Latitudes and longitudes in turn. */
  private static LocationEvidence place(List<Double> numbers) {
    boolean broken = numbers.size() < 2 || numbers.size() % 2 != 0;
    double south = broken ? Double.NaN : Double.POSITIVE_INFINITY;
    double west = south;
    double north = -south;
    double east = -south;
    for (int i = 0; i + 1 < numbers.size(); i += 2) {
      south = Math.min(south, numbers.get(i));
      north = Math.max(north, numbers.get(i));
      west = Math.min(west, numbers.get(i + 1));
      east = Math.max(east, numbers.get(i + 1));
    }
    LocationEvidence corner = LocationEvidence.coordinates(south, west, Source.UNKNOWN, null);
    LocationEvidence opposite = LocationEvidence.coordinates(north, east, Source.UNKNOWN, null);
    if ((south == north && west == east) || corner instanceof LocationEvidence.Unusable) {
      return corner;
    }
    return opposite instanceof LocationEvidence.Unusable
        ? opposite
        : new LocationEvidence.Box(Position.of(south, west), Position.of(north, east));
  }
}
