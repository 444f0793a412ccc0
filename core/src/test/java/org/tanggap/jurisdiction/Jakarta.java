package org.tanggap.jurisdiction;

import java.util.List;
import java.util.Set;

/** Some neighbours in the south of Jakarta, for tests of every package. */
public final class Jakarta {

  public static final Area PROVINCE = new Area("31", "DKI Jakarta", AreaLevel.PROVINCE);
  public static final Area SOUTH = new Area("31.74", "Kota Jakarta Selatan", AreaLevel.CITY);
  public static final Area EAST = new Area("31.75", "Kota Jakarta Timur", AreaLevel.CITY);
  public static final Area TEBET = new Area("31.74.01", "Tebet", AreaLevel.KECAMATAN);
  public static final Area JATINEGARA = new Area("31.75.03", "Jatinegara", AreaLevel.KECAMATAN);

  public static final Jurisdiction TEBET_TIMUR =
      kelurahan("31.74.01.1002", "Tebet Timur", TEBET, SOUTH);
  public static final Jurisdiction TEBET_BARAT =
      kelurahan("31.74.01.1001", "Tebet Barat", TEBET, SOUTH);
  public static final Jurisdiction KAMPUNG_MELAYU =
      kelurahan("31.75.03.1001", "Kampung Melayu", JATINEGARA, EAST);
  public static final Jurisdiction BANDUNG =
      new Jurisdiction(
          List.of(
              new Area("32.73", "Kota Bandung", AreaLevel.CITY),
              new Area("32", "Jawa Barat", AreaLevel.PROVINCE)));

  private Jakarta() {}

  private static Jurisdiction kelurahan(String code, String name, Area kecamatan, Area city) {
    return new Jurisdiction(
        List.of(new Area(code, name, AreaLevel.KELURAHAN), kecamatan, city, PROVINCE));
  }

  public static Routing.Routed routed(Jurisdiction place) {
    return new Routing.Routed(place, 120, "v1", List.of(), Set.of());
  }

  public static Routing.Ambiguous between(Jurisdiction... places) {
    return new Routing.Ambiguous(
        List.of(places).stream()
            .map(place -> new Routing.Candidate(place, 1.0 / places.length))
            .toList(),
        "v1");
  }
}
