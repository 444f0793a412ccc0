package org.tanggap.geo;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads GeoJSON as a stream: a FeatureCollection, a Feature, or one of them after the other. Holds
 * the feature in hand and nothing else. Not thread-safe.
 */
final class GeoJsonReader {

  private static final int MAX_NUMBER_LENGTH = 400;
  private static final int MAX_NAME_LENGTH = 1000;

  private final GuardedInput in;
  private final String file;
  private final BoundaryOptions options;
  private final Tally tally;
  private final NoticeLog notices;
  private final JsonParser parser;
  private final FeatureMembers members;

  GeoJsonReader(
      GuardedInput in,
      String file,
      BoundaryOptions options,
      Tally tally,
      NoticeLog notices,
      RingChecks rings,
      FeatureSink sink) {
    this.in = in;
    this.file = file;
    this.options = options;
    this.tally = tally;
    this.notices = notices;
    this.parser = parser();
    this.members = new FeatureMembers(parser, file, options, tally, notices, rings, sink);
  }

  private JsonParser parser() {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(options.maxNesting())
                    .maxStringLength(options.maxStringLength())
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .build())
            .build();
    return factory.createParser(ObjectReadContext.empty(), in);
  }

  /** Reads to the end of the file. */
  void read() {
    try (parser) {
      boolean found = false;
      JsonToken token;
      while ((token = parser.nextToken()) != null) {
        found = true;
        if (token != JsonToken.START_OBJECT) {
          throw notGeoJson("the top level is no object");
        }
        root();
      }
      if (!found) {
        throw new BoundaryFileException(
            BoundaryFileException.Kind.EMPTY,
            file,
            "no GeoJSON: the file is empty. Give a FeatureCollection with a polygon for each"
                + " area.");
      }
    } catch (JacksonException e) {
      throw broken(e);
    }
  }

  private BoundaryFileException broken(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    long line = at == null ? -1 : at.getLineNr();
    long offset = at == null ? -1 : at.getByteOffset();
    if (e instanceof UnexpectedEndOfInputException || isAtTheEnd(offset)) {
      return new BoundaryFileException(
          BoundaryFileException.Kind.TRUNCATED,
          file,
          "the JSON ends too early. Fetch the file again.",
          line,
          offset,
          e);
    }
    if (e instanceof StreamConstraintsException) {
      return new BoundaryFileException(
          BoundaryFileException.Kind.OVER_LIMIT,
          file,
          "JSON nested deeper than "
              + options.maxNesting()
              + " levels, a text longer than "
              + options.maxStringLength()
              + " characters, or a number longer than "
              + MAX_NUMBER_LENGTH
              + ". No boundary file needs that; check where it comes from.",
          line,
          offset,
          e);
    }
    return new BoundaryFileException(
        BoundaryFileException.Kind.NOT_JSON,
        file,
        "no valid JSON here. Check the file with a JSON tool, or export it again.",
        line,
        offset,
        e);
  }

  /** Whether an error within an object or array comes from the end of the file. */
  private boolean isAtTheEnd(long offset) {
    return in.isExhausted() && offset >= in.count() && !parser.streamReadContext().inRoot();
  }

  private BoundaryFileException notGeoJson(String what) {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new BoundaryFileException(
        BoundaryFileException.Kind.NOT_GEOJSON,
        file,
        "JSON, but no GeoJSON: "
            + what
            + ". Give a FeatureCollection with a polygon for each area.",
        at.getLineNr(),
        at.getByteOffset(),
        null);
  }

  private void root() {
    FeatureMembers.Draft draft = members.start(0);
    boolean features = false;
    String name;
    while ((name = parser.nextName()) != null) {
      JsonToken value = parser.nextToken();
      if (name.equals("features")) {
        if (value != JsonToken.START_ARRAY) {
          throw notGeoJson("'features' is no array");
        }
        if (features) {
          notices.add(BoundaryNotice.Kind.DUPLICATE_MEMBER, 0);
        }
        features = true;
        features();
      } else {
        draft.member(name, value);
      }
    }
    switch (draft.type()) {
      case "FeatureCollection" -> {
        if (!features) {
          throw notGeoJson("a FeatureCollection without 'features'");
        }
        if (draft.twice()) {
          notices.add(BoundaryNotice.Kind.DUPLICATE_MEMBER, 0);
        }
      }
      case "Feature" -> {
        if (features) {
          throw notGeoJson("a Feature that has 'features'");
        }
        draft.handOn(tally.nextFeature());
      }
      case "" -> throw notGeoJson("the top level has no 'type'");
      case "Topology" ->
          throw notGeoJson("it is TopoJSON; convert it with topo2geo or ogr2ogr first");
      case "Polygon", "MultiPolygon", "GeometryCollection" ->
          throw notGeoJson("a bare geometry, which has neither code nor name");
      default -> throw notGeoJson("the 'type' is " + BoundaryFileException.quoted(draft.type()));
    }
  }

  private void features() {
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      long number = tally.nextFeature();
      if (token != JsonToken.START_OBJECT) {
        parser.skipChildren();
        notices.add(BoundaryNotice.Kind.NOT_A_FEATURE, number);
        continue;
      }
      FeatureMembers.Draft draft = members.start(number);
      String name;
      while ((name = parser.nextName()) != null) {
        draft.member(name, parser.nextToken());
      }
      if (draft.type().equals("Feature")) {
        draft.handOn(number);
      } else {
        notices.add(BoundaryNotice.Kind.NOT_A_FEATURE, number);
      }
    }
  }
}
