package org.tanggap.geo;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a boundary file is read: what to call the set, what the attributes mean, and how much a file
 * may hold. Immutable and thread-safe; start from {@link #defaults()}.
 *
 * <p>The limits keep a hostile file from filling the memory. A file over a limit is refused with a
 * {@link BoundaryFileException} of kind {@code OVER_LIMIT}, never read in part.
 */
public final class BoundaryOptions {

  private static final BoundaryOptions DEFAULTS =
      new BoundaryOptions(
          null, null, 2L << 30, 200_000, 50_000_000, 1_000_000, 32, 64 << 10, 256, 32 << 20, 100);

  private final @Nullable String version;
  private final @Nullable AttributeProfile profile;
  private final long maxBytes;
  private final int maxFeatures;
  private final long maxVertices;
  private final int maxRingVertices;
  private final int maxNesting;
  private final int maxStringLength;
  private final int maxAttributeLength;
  private final long maxAttributeCharacters;
  private final int noticeSamples;

  private BoundaryOptions(
      @Nullable String version,
      @Nullable AttributeProfile profile,
      long maxBytes,
      int maxFeatures,
      long maxVertices,
      int maxRingVertices,
      int maxNesting,
      int maxStringLength,
      int maxAttributeLength,
      long maxAttributeCharacters,
      int noticeSamples) {
    this.version = version;
    this.profile = profile;
    this.maxBytes = positive(maxBytes, "maxBytes");
    this.maxFeatures = (int) positive(maxFeatures, "maxFeatures");
    this.maxVertices = positive(maxVertices, "maxVertices");
    this.maxRingVertices = (int) positive(maxRingVertices, "maxRingVertices");
    this.maxNesting = maxNesting;
    this.maxStringLength = maxStringLength;
    this.maxAttributeLength = maxAttributeLength;
    this.maxAttributeCharacters = maxAttributeCharacters;
    this.noticeSamples = noticeSamples;
  }

  private static long positive(long limit, String name) {
    if (limit <= 0) {
      throw new IllegalArgumentException(name + " is not positive");
    }
    return limit;
  }

  /**
   * The defaults: version from name and content, profile recognised, 2 GiB uncompressed, 200,000
   * features, 50 million vertices, 1 million vertices a ring, 100 samples a kind of notice.
   *
   * @return the default options
   */
  public static BoundaryOptions defaults() {
    return DEFAULTS;
  }

  /**
   * States the name of the boundary version, instead of one made from file name and content.
   *
   * @param name for example {@code jakarta-2025-04}
   * @return options with that name
   * @throws IllegalArgumentException if the name is blank
   */
  public BoundaryOptions withVersion(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the version name is blank");
    }
    return copy(name, profile, maxBytes, maxFeatures, maxVertices, maxRingVertices, noticeSamples);
  }

  /**
   * States what the attributes mean, instead of having it recognised.
   *
   * @param attributes which attribute holds what
   * @return options with that profile
   */
  public BoundaryOptions withProfile(AttributeProfile attributes) {
    Objects.requireNonNull(attributes, "attributes");
    return copy(
        version, attributes, maxBytes, maxFeatures, maxVertices, maxRingVertices, noticeSamples);
  }

  /**
   * Limits the size of the file.
   *
   * @param bytes the most bytes, uncompressed
   * @return options with that limit
   * @throws IllegalArgumentException if it is not positive
   */
  public BoundaryOptions withMaxBytes(long bytes) {
    return copy(version, profile, bytes, maxFeatures, maxVertices, maxRingVertices, noticeSamples);
  }

  /**
   * Limits the number of features, those that are left out included.
   *
   * @param features the most features
   * @return options with that limit
   * @throws IllegalArgumentException if it is not positive
   */
  public BoundaryOptions withMaxFeatures(int features) {
    return copy(version, profile, maxBytes, features, maxVertices, maxRingVertices, noticeSamples);
  }

  /**
   * Limits the number of vertices of the whole file. A vertex takes 16 bytes; whatever is stated
   * here, a file that would take more than half of the heap is refused as well.
   *
   * @param vertices the most vertices
   * @return options with that limit
   * @throws IllegalArgumentException if it is not positive
   */
  public BoundaryOptions withMaxVertices(long vertices) {
    return copy(version, profile, maxBytes, maxFeatures, vertices, maxRingVertices, noticeSamples);
  }

  /**
   * Limits the number of vertices of one ring.
   *
   * @param vertices the most vertices, at most 100 million
   * @return options with that limit
   * @throws IllegalArgumentException if it is not positive or over 100 million
   */
  public BoundaryOptions withMaxRingVertices(int vertices) {
    if (vertices > 100_000_000) {
      throw new IllegalArgumentException("maxRingVertices is over 100 million");
    }
    return copy(version, profile, maxBytes, maxFeatures, maxVertices, vertices, noticeSamples);
  }

  /**
   * Limits how many notices of each kind are kept as samples; counts are exact in any case.
   *
   * @param samples the most samples a kind, 0 or more
   * @return options with that limit
   * @throws IllegalArgumentException if it is negative
   */
  public BoundaryOptions withNoticeSamples(int samples) {
    if (samples < 0) {
      throw new IllegalArgumentException("noticeSamples is negative");
    }
    return copy(version, profile, maxBytes, maxFeatures, maxVertices, maxRingVertices, samples);
  }

  private BoundaryOptions copy(
      @Nullable String newVersion,
      @Nullable AttributeProfile newProfile,
      long bytes,
      int features,
      long vertices,
      int ringVertices,
      int samples) {
    return new BoundaryOptions(
        newVersion,
        newProfile,
        bytes,
        features,
        vertices,
        ringVertices,
        maxNesting,
        maxStringLength,
        maxAttributeLength,
        maxAttributeCharacters,
        samples);
  }

  /**
   * The stated version name.
   *
   * @return the name, or nothing if it is made from file name and content
   */
  public Optional<String> findVersion() {
    return Optional.ofNullable(version);
  }

  /**
   * The stated profile.
   *
   * @return the profile, or nothing if it is to be recognised
   */
  public Optional<AttributeProfile> findProfile() {
    return Optional.ofNullable(profile);
  }

  /**
   * The size limit.
   *
   * @return the most bytes, uncompressed; 2 GiB by default
   */
  public long maxBytes() {
    return maxBytes;
  }

  /**
   * The limit of features.
   *
   * @return the most features; 200,000 by default
   */
  public int maxFeatures() {
    return maxFeatures;
  }

  /**
   * The limit of vertices.
   *
   * @return the most vertices; 50 million by default
   */
  public long maxVertices() {
    return maxVertices;
  }

  /**
   * The limit of vertices of a ring.
   *
   * @return the most vertices of one ring; 1 million by default
   */
  public int maxRingVertices() {
    return maxRingVertices;
  }

  /**
   * How many notices of each kind are kept.
   *
   * @return the most samples a kind; 100 by default
   */
  public int noticeSamples() {
    return noticeSamples;
  }

  /** How deep JSON may nest. */
  int maxNesting() {
    return maxNesting;
  }

  /** The longest string of a JSON document, in characters. */
  int maxStringLength() {
    return maxStringLength;
  }

  /** The longest code or name, in characters. */
  int maxAttributeLength() {
    return maxAttributeLength;
  }

  /** The most characters of all different codes and names together. */
  long maxAttributeCharacters() {
    return maxAttributeCharacters;
  }
}
