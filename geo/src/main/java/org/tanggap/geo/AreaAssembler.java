package org.tanggap.geo;

import static org.tanggap.jurisdiction.AreaLevel.KELURAHAN;
import static org.tanggap.jurisdiction.AreaLevel.PROVINCE;
import static org.tanggap.jurisdiction.AreaLevel.RW;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tanggap.geo.AttributeProfile.Attributes;
import org.tanggap.geo.AttributeProfile.Codes;
import org.tanggap.jurisdiction.AreaLevel;

/**
 * Turns features into areas: recognises the attributes, the level and the kind of codes once all
 * features are there, and gives every record its code and the areas above it. Not thread-safe.
 */
final class AreaAssembler implements FeatureSink {

  private final @Nullable AttributeProfile stated;
  private final NoticeLog notices;
  private final Whereabouts whereabouts;
  private final Set<String> wanted;
  private final List<SourceFeature> features = new ArrayList<>();

  AreaAssembler(String file, BoundaryOptions options, NoticeLog notices) {
    this.stated = options.findProfile().orElse(null);
    this.notices = notices;
    this.whereabouts = new Whereabouts(file, notices);
    this.wanted = stated == null ? KnownProfiles.attributes() : stated.attributes();
  }

  @Override
  public boolean wants(String lowerCaseName) {
    return wanted.contains(lowerCaseName);
  }

  @Override
  public void take(SourceFeature feature) {
    features.add(feature);
  }

  /** The areas of all features taken, sorted by code. */
  List<AssembledArea> assemble(long featuresRead) {
    whereabouts.checkUsable(featuresRead, features.size());
    AttributeProfile profile = profile();
    Codes scheme = scheme(profile);
    AreaLevel layer = layer(profile, scheme);
    List<Unit> units = new ArrayList<>();
    for (SourceFeature feature : features) {
      Unit unit = unit(feature, profile, scheme, layer);
      if (unit != null && whereabouts.plausible(unit, scheme)) {
        units.add(unit);
      }
    }
    whereabouts.checkMinusSigns(units.size());
    ParentNames parents = new ParentNames(units, scheme, notices);
    units.forEach(unit -> complete(unit, parents, scheme));
    return new AreaList(notices).areas(units, parents);
  }

  private AttributeProfile profile() {
    if (stated != null) {
      return stated;
    }
    Set<String> present = new TreeSet<>();
    features.forEach(feature -> present.addAll(feature.attributes().keySet()));
    Optional<AttributeProfile> recognised = KnownProfiles.recognise(present);
    if (recognised.isEmpty()) {
      notices.add(BoundaryNotice.Kind.ATTRIBUTES_UNKNOWN, 0);
    }
    return recognised.orElseGet(KnownProfiles::plain);
  }

  /** Codes that may be of either kind are Kemendagri's if at least half of them look like it. */
  private Codes scheme(AttributeProfile profile) {
    if (profile.codes() != Codes.MIXED) {
      return profile.codes();
    }
    long coded = 0;
    long alike = 0;
    for (SourceFeature feature : features) {
      String code = Unit.value(feature, profile.own(), true);
      for (AreaLevel level : Levels.SMALLEST_FIRST) {
        code = code != null ? code : Unit.value(feature, profile.at(level), true);
      }
      if (code != null && !AreaCodes.isMadeUp(code)) {
        coded++;
        String base = code.contains(".rw-") ? code.substring(0, code.indexOf(".rw-")) : code;
        alike += AreaCodes.kemendagri(base) == null ? 0 : 1;
      }
    }
    return alike * 2 >= coded ? Codes.KEMENDAGRI : Codes.AS_WRITTEN;
  }

  /**
   * The smallest level that at least half of the records tell of; by their codes, if by nothing
   * else.
   */
  private AreaLevel layer(AttributeProfile profile, Codes scheme) {
    Optional<AreaLevel> fixed = profile.findLevel();
    if (fixed.isPresent()) {
      return fixed.get();
    }
    if (profile.findLevelAttribute().isEmpty()) {
      for (AreaLevel level : Levels.SMALLEST_FIRST) {
        Attributes attributes = profile.at(level);
        long telling = features.stream().filter(feature -> tells(feature, attributes)).count();
        if (telling * 2 >= features.size()) {
          return level;
        }
      }
    }
    Map<AreaLevel, Long> votes = new EnumMap<>(AreaLevel.class);
    for (SourceFeature feature : features) {
      vote(feature, profile, scheme).ifPresent(level -> votes.merge(level, 1L, Long::sum));
    }
    AreaLevel most = KELURAHAN;
    for (AreaLevel level : AreaLevel.values()) {
      if (votes.getOrDefault(level, 0L) > votes.getOrDefault(most, 0L)) {
        most = level;
      }
    }
    return most;
  }

  private static boolean tells(SourceFeature feature, Attributes attributes) {
    return Unit.value(feature, attributes, true) != null
        || Unit.value(feature, attributes, false) != null;
  }

  private static Optional<AreaLevel> vote(
      SourceFeature feature, AttributeProfile profile, Codes scheme) {
    Optional<AreaLevel> written = writtenLevel(feature, profile);
    if (written.isPresent()) {
      return written;
    }
    String code = Unit.value(feature, profile.own(), true);
    String understood =
        AreaCodes.understood(
            code != null ? code : feature.id() != null ? feature.id() : "", scheme);
    return Optional.ofNullable(understood).map(known -> AreaCodes.level(known, scheme));
  }

  private static Optional<AreaLevel> writtenLevel(SourceFeature feature, AttributeProfile profile) {
    return profile
        .findLevelAttribute()
        .map(feature.attributes()::get)
        .flatMap(KnownProfiles::level);
  }

  /** The record as a unit of the layer, or null if it is none. */
  private @Nullable Unit unit(
      SourceFeature feature, AttributeProfile profile, Codes scheme, AreaLevel layer) {
    Unit unit = new Unit(feature, layer);
    boolean otherLevel =
        profile.findLevelAttribute().map(feature.attributes()::get).isPresent()
            && writtenLevel(feature, profile).filter(layer::equals).isEmpty();
    String written = unit.writtenCode(profile, scheme);
    if (written != null) {
      boolean free = scheme != Codes.KEMENDAGRI || layer.compareTo(RW) >= 0;
      unit.code = free || AreaCodes.isMadeUp(written) ? written : AreaCodes.kemendagri(written);
      otherLevel |= unit.code == null;
      if (!free && unit.code != null && !AreaCodes.isMadeUp(unit.code)) {
        otherLevel |= AreaCodes.level(unit.code, scheme) != layer;
      }
    }
    if (otherLevel) {
      notices.add(BoundaryNotice.Kind.NOT_AN_AREA, feature);
      return null;
    }
    if (scheme == Codes.BPS && unit.code != null) {
      notices.add(BoundaryNotice.Kind.BPS_CODES, feature);
    }
    unit.readAttributes(profile, scheme);
    return unit;
  }

  private void complete(Unit unit, ParentNames parents, Codes scheme) {
    parents.complete(unit, scheme);
    String kelurahan = unit.parentCodes.get(KELURAHAN);
    if (unit.code == null && unit.level == RW && kelurahan != null && unit.name != null) {
      unit.code = AreaCodes.rw(kelurahan, unit.name);
    }
    if (unit.code == null || AreaCodes.isMadeUp(unit.code)) {
      notices.add(BoundaryNotice.Kind.CODE_MISSING, unit.feature);
    }
    if (unit.code == null) {
      unit.code = AreaCodes.madeUp(unit.nearestParent(), unit.name);
    }
    if (unit.name == null) {
      notices.add(BoundaryNotice.Kind.NAME_MISSING, unit.feature);
    }
  }

  /** The province of a Kemendagri code, or null if it has none. */
  static @Nullable String province(Unit unit, Codes scheme) {
    if (scheme != Codes.KEMENDAGRI) {
      return null;
    }
    String code = unit.code != null ? unit.code : unit.nearestParent();
    return code == null || AreaCodes.level(code, scheme) == PROVINCE
        ? code
        : AreaCodes.parent(code, PROVINCE, scheme);
  }
}
