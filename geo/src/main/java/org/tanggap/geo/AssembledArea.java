package org.tanggap.geo;

import java.util.List;
import org.tanggap.jurisdiction.Jurisdiction;

/**
 * An area with its chain and its shape.
 *
 * @param jurisdiction the chain, smallest first
 * @param outline the shape
 * @param features the features it was made of, by their place in the file
 */
record AssembledArea(Jurisdiction jurisdiction, Outline outline, List<Long> features) {}
