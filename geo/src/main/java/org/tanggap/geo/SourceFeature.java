package org.tanggap.geo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A feature with a usable shape, as a reader hands it on.
 *
 * @param number its place in the file, from 1
 * @param id the feature's own identifier where the format has one
 * @param attributes the wanted attributes that have a value, by lower-case name
 * @param outline the shape
 */
record SourceFeature(
    long number, @Nullable String id, Map<String, String> attributes, Outline outline) {}
