package org.tanggap.audience;

/** The colour of a status on the map, as the public of Jakarta knows it. */
public enum Colour {
  /** Waiting: nobody has begun, or a citizen disputes the outcome. */
  RED("#D32F2F"),
  /** In process. */
  YELLOW("#FBC02D"),
  /** Done. */
  GREEN("#388E3C"),
  /** At rest for a reason that is told: a date is promised, or the citizen was asked. */
  BLUE("#1976D2"),
  /** Ended without work of its own. */
  GREY("#757575");

  private final String hex;

  Colour(String hex) {
    this.hex = hex;
  }

  /**
   * The colour for a map or a page.
   *
   * @return red, green and blue, such as {@code #388E3C}
   */
  public String hex() {
    return hex;
  }
}
