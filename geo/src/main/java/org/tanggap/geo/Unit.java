package org.tanggap.geo;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanggap.geo.AttributeProfile.Attributes;
import org.tanggap.geo.AttributeProfile.Codes;
import org.tanggap.jurisdiction.AreaLevel;

/** A record on its way to becoming an area: what its attributes say of it and of those above. */
final class Unit {

  final SourceFeature feature;
  final AreaLevel level;
  @Nullable String code;
  @Nullable String name;
  final Map<AreaLevel, String> parentCodes = new EnumMap<>(AreaLevel.class);
  final Map<AreaLevel, String> parentNames = new EnumMap<>(AreaLevel.class);

  Unit(SourceFeature feature, AreaLevel level) {
    this.feature = feature;
    this.level = level;
  }

  /** Reads the unit's own name and the codes and names above it; its own code is read apart. */
  void readAttributes(AttributeProfile profile, Codes scheme) {
    name = value(profile, level, false);
    for (AreaLevel above : AreaLevel.values()) {
      if (above.compareTo(level) < 0) {
        String parentCode = value(profile, above, true);
        String understood = parentCode == null ? null : AreaCodes.understood(parentCode, scheme);
        if (understood != null
            && (scheme != Codes.KEMENDAGRI || AreaCodes.level(understood, scheme) == above)) {
          parentCodes.put(above, understood);
        }
        String parentName = value(profile, above, false);
        if (parentName != null) {
          parentNames.put(above, parentName);
        }
      }
    }
  }

  /** The code as written, or null if there is none. */
  @Nullable String writtenCode(AttributeProfile profile, Codes scheme) {
    String written = value(profile, level, true);
    String id = feature.id();
    if (written != null || id == null || level == AreaLevel.PROVINCE) {
      return written;
    }
    String understood = AreaCodes.kemendagri(id);
    boolean fits =
        scheme == Codes.KEMENDAGRI
            && understood != null
            && AreaCodes.level(understood, scheme) == level;
    return fits ? understood : null;
  }

  private @Nullable String value(AttributeProfile profile, AreaLevel ofLevel, boolean wantCode) {
    String found = value(feature, profile.at(ofLevel), wantCode);
    boolean own =
        ofLevel == level
            ? profile.findLevelAttribute().isPresent() || level.compareTo(AreaLevel.RW) < 0
            : profile.findLevelAttribute().isEmpty()
                && level.compareTo(AreaLevel.RW) >= 0
                && ofLevel == AreaLevel.KELURAHAN;
    return found == null && own ? value(feature, profile.own(), wantCode) : found;
  }

  /** The first code or name that a feature has among some attributes. */
  static @Nullable String value(SourceFeature feature, Attributes attributes, boolean wantCode) {
    for (String attribute : wantCode ? attributes.codes() : attributes.names()) {
      String found =
          attribute.indexOf('+') < 0
              ? feature.attributes().get(attribute)
              : composed(feature, attribute.split("\\+"));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String composed(SourceFeature feature, String[] parts) {
    StringBuilder whole = new StringBuilder();
    for (String part : parts) {
      String value = feature.attributes().get(part);
      if (value == null) {
        return null;
      }
      whole.append(value);
    }
    return whole.toString();
  }

  /** The code of the smallest area above that is known. */
  @Nullable String nearestParent() {
    String nearest = null;
    for (String parent : parentCodes.values()) {
      nearest = parent;
    }
    return nearest;
  }
}
