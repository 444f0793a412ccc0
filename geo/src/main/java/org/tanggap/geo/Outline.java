package org.tanggap.geo;

/**
 * The shape of an area, as the file has it.
 *
 * @param polygons {@code [polygon][ring][lon0, lat0, lon1, lat1, ...]} in degrees; rings are
 *     closed, the first of a polygon is its shell and the others are holes
 */
@SuppressWarnings("ArrayRecordComponent")
record Outline(double[][][] polygons) {}
