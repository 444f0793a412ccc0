package org.tanggap.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.AreaLevel;

/**
 * Which attribute of a file holds the code and the name of an area and of the areas above it.
 * Immutable and thread-safe. Letter case of attribute names does not matter.
 *
 * <p>The names that Indonesian publishers use are recognised without being asked for; state a
 * profile for a file with names of its own:
 *
 * <pre>{@code
 * AttributeProfile.of(AreaLevel.KELURAHAN, "KODE", "NAMA")
 *     .withArea(AreaLevel.KECAMATAN, null, "NAMA_KEC")
 *     .withArea(AreaLevel.CITY, null, "NAMA_KOTA");
 * }</pre>
 *
 * <p>A code may be put together from several attributes: {@code "KDPROV+KDKAB+KDKEC"}.
 */
public final class AttributeProfile {

  /** The attributes of one level, the preferred first. */
  record Attributes(List<String> codes, List<String> names) {
    static final Attributes NONE = new Attributes(List.of(), List.of());

    boolean isEmpty() {
      return codes.isEmpty() && names.isEmpty();
    }
  }

  /** How codes are to be understood. */
  enum Codes {
    /** 31.71.01.1001 or 3171011001: the parent is a prefix. */
    KEMENDAGRI,
    /** Kemendagri's if most look like it, else as written. */
    MIXED,
    /** Kept to the letter; nothing follows from a prefix. */
    AS_WRITTEN,
    /** The codes of BPS, 2, 4, 7 and 10 digits; kept, the parent is a prefix. */
    BPS
  }

  private final String name;
  private final Codes codes;
  private final Map<AreaLevel, Attributes> areas;
  private final Attributes own;
  private final @Nullable String levelAttribute;
  private final @Nullable AreaLevel level;
  private final Set<String> signature;

  AttributeProfile(
      String name,
      Codes codes,
      Map<AreaLevel, Attributes> areas,
      Attributes own,
      @Nullable String levelAttribute,
      @Nullable AreaLevel level,
      Set<String> signature) {
    this.name = name;
    this.codes = codes;
    EnumMap<AreaLevel, Attributes> copy = new EnumMap<>(AreaLevel.class);
    copy.putAll(areas);
    this.areas = copy;
    this.own = own;
    this.levelAttribute = levelAttribute;
    this.level = level;
    this.signature = Set.copyOf(signature);
  }

  /**
   * A profile for a file whose areas are all of one level.
   *
   * @param level the level of the areas in the file
   * @param codeAttribute the attribute with their code, or null if they have none
   * @param nameAttribute the attribute with their name, or null if they have none
   * @return the profile
   */
  public static AttributeProfile of(
      AreaLevel level, @Nullable String codeAttribute, @Nullable String nameAttribute) {
    Objects.requireNonNull(level, "level");
    return new AttributeProfile(
            "stated", Codes.MIXED, Map.of(), Attributes.NONE, null, level, Set.of())
        .withArea(level, codeAttribute, nameAttribute);
  }

  /**
   * Adds the attributes of a level, usually of an area above.
   *
   * @param ofLevel the level the attributes tell of
   * @param codeAttribute the attribute with the code, or null if there is none
   * @param nameAttribute the attribute with the name, or null if there is none
   * @return a profile that knows these attributes as well
   */
  public AttributeProfile withArea(
      AreaLevel ofLevel, @Nullable String codeAttribute, @Nullable String nameAttribute) {
    Attributes before = areas.getOrDefault(ofLevel, Attributes.NONE);
    Map<AreaLevel, Attributes> more = new EnumMap<>(AreaLevel.class);
    more.putAll(areas);
    more.put(
        ofLevel,
        new Attributes(plus(before.codes(), codeAttribute), plus(before.names(), nameAttribute)));
    return new AttributeProfile(name, codes, more, own, levelAttribute, level, signature);
  }

  /**
   * Keeps the codes to the letter, even where they look like those of Kemendagri.
   *
   * @return a profile that derives nothing from codes
   */
  public AttributeProfile withCodesAsWritten() {
    return new AttributeProfile(
        name, Codes.AS_WRITTEN, areas, own, levelAttribute, level, signature);
  }

  private static List<String> plus(List<String> before, @Nullable String attribute) {
    if (attribute == null || attribute.isBlank()) {
      return before;
    }
    List<String> after = new ArrayList<>(before);
    after.add(attribute.strip().toLowerCase(Locale.ROOT));
    return List.copyOf(after);
  }

  /**
   * The profile's name.
   *
   * @return for example {@code BIG}, or {@code stated} for one's own
   */
  public String name() {
    return name;
  }

  /**
   * Every attribute the profile reads, in lower case.
   *
   * @return the names, those of composed codes one by one
   */
  public Set<String> attributes() {
    Set<String> all = new LinkedHashSet<>(signature);
    List<Attributes> groups = new ArrayList<>(areas.values());
    groups.add(own);
    for (Attributes group : groups) {
      group.codes().forEach(code -> all.addAll(Arrays.asList(code.split("\\+"))));
      all.addAll(group.names());
    }
    if (levelAttribute != null) {
      all.add(levelAttribute);
    }
    return all;
  }

  Codes codes() {
    return codes;
  }

  /** The level that the profile's maker stated for the whole file. */
  Optional<AreaLevel> findLevel() {
    return Optional.ofNullable(level);
  }

  /** The attributes that tell of a level. */
  Attributes at(AreaLevel ofLevel) {
    return areas.getOrDefault(ofLevel, Attributes.NONE);
  }

  /** The attributes that tell of the record itself, whatever its level. */
  Attributes own() {
    return own;
  }

  Optional<String> findLevelAttribute() {
    return Optional.ofNullable(levelAttribute);
  }

  /** Whether the attributes of a file are those of this profile. */
  boolean matches(Set<String> present) {
    return signature.stream().anyMatch(present::contains);
  }

  @Override
  public String toString() {
    return "AttributeProfile[" + name + "]";
  }
}
