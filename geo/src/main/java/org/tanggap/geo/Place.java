package org.tanggap.geo;

import java.util.Objects;
import org.tanggap.jurisdiction.Position;

/**
 * Something at a point that a complaint may lie near: a camera, a pump, an office.
 *
 * @param id an identifier of the host's own
 * @param name what to call it
 * @param position where it is
 */
public record Place(String id, String name, Position position) {

  public Place {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(position, "position");
  }
}
