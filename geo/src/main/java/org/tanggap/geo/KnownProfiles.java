package org.tanggap.geo;

import static org.tanggap.jurisdiction.AreaLevel.CITY;
import static org.tanggap.jurisdiction.AreaLevel.KECAMATAN;
import static org.tanggap.jurisdiction.AreaLevel.KELURAHAN;
import static org.tanggap.jurisdiction.AreaLevel.PROVINCE;
import static org.tanggap.jurisdiction.AreaLevel.RT;
import static org.tanggap.jurisdiction.AreaLevel.RW;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tanggap.geo.AttributeProfile.Attributes;
import org.tanggap.geo.AttributeProfile.Codes;
import org.tanggap.jurisdiction.AreaLevel;

/** The attribute names of Indonesian publishers, in the order in which they are tried. */
final class KnownProfiles {

  /** What {@link Boundaries#writeGeoJson} writes. */
  private static final AttributeProfile TANGGAP =
      new AttributeProfile(
          "Tanggap",
          Codes.MIXED,
          Map.of(
              PROVINCE, attributes("provinsi_code", "provinsi"),
              CITY, attributes("kota_code", "kota"),
              KECAMATAN, attributes("kecamatan_code", "kecamatan"),
              KELURAHAN, attributes("kelurahan_code", "kelurahan"),
              RW, attributes("rw_code", "rw")),
          attributes("code", "name"),
          "level",
          null,
          Set.of("level"));

  private static final AttributeProfile BIG =
      new AttributeProfile(
          "BIG",
          Codes.KEMENDAGRI,
          Map.of(
              PROVINCE, attributes("kdppum", "wadmpr"),
              CITY, attributes("kdpkab kdbpum", "wadmkk"),
              KECAMATAN, attributes("kdcpum", "wadmkc"),
              KELURAHAN, attributes("kdepum", "wadmkd")),
          attributes("", "namobj"),
          null,
          null,
          Set.of("kdppum", "wadmpr", "kdpkab", "wadmkk", "kdcpum", "wadmkc", "kdepum", "wadmkd"));

  private static final AttributeProfile BPS =
      new AttributeProfile(
          "BPS",
          Codes.BPS,
          Map.of(
              PROVINCE, attributes("idprov kdprov provno", "nmprov provinsi"),
              CITY, attributes("idkab kdprov+kdkab provno+kabkotno", "nmkab kabkot"),
              KECAMATAN,
                  attributes("idkec kdprov+kdkab+kdkec provno+kabkotno+kecno", "nmkec kecamatan"),
              KELURAHAN,
                  attributes(
                      "iddesa kdprov+kdkab+kdkec+kddesa provno+kabkotno+kecno+desano",
                      "nmdesa desa")),
          Attributes.NONE,
          null,
          null,
          Set.of("kdprov", "provno", "iddesa", "nmdesa", "idkec", "nmkec", "idkab", "nmkab"));

  private static final AttributeProfile DUKCAPIL =
      new AttributeProfile(
          "Dukcapil",
          Codes.KEMENDAGRI,
          Map.of(
              PROVINCE,
                  attributes(
                      "kode_prop_spatial kode_prop no_prop",
                      "provinsi nama_prop nama_prop_spatial propinsi"),
              CITY,
                  attributes(
                      "kode_kab_spatial kode_kab", "kab_kota nama_kab nama_kab_spatial kabupaten"),
              KECAMATAN,
                  attributes("kode_kec_spatial kode_kec", "kecamatan nama_kec nama_kec_spatial"),
              KELURAHAN,
                  attributes(
                      "kode_desa kode_desa_spatial kode_desa_ kode_kd kode_kd_1 kode_kel",
                      "desa_kelur desa_kelurahan kel_desa nama_kel nama_desa nama_desa_spatial"
                          + " desa")),
          Attributes.NONE,
          null,
          null,
          Set.of(
              "kode_desa",
              "kode_desa_spatial",
              "kode_desa_",
              "kode_kd",
              "kode_kd_1",
              "desa_kelur",
              "kel_desa",
              "kab_kota",
              "no_prop",
              "nama_prop",
              "nama_kel",
              "nama_kec"));

  private static final AttributeProfile KEMENDAGRI =
      new AttributeProfile(
          "Kemendagri",
          Codes.KEMENDAGRI,
          Map.of(
              PROVINCE, attributes("provinsi_code province_code", "provinsi province"),
              CITY,
                  attributes(
                      "kota_code kabupaten_code regency_code",
                      "kota kabupaten kabkot regency source_kota"),
              KECAMATAN,
                  attributes("kecamatan_code district_code", "kecamatan district source_kecamatan"),
              KELURAHAN,
                  attributes(
                      "kelurahan_code desa_code village_code",
                      "kelurahan desa village source_kelurahan"),
              RW, attributes("rw_code", "rw")),
          attributes("source_code", "source_name"),
          null,
          null,
          Set.of(
              "kelurahan_code",
              "desa_code",
              "village_code",
              "kecamatan_code",
              "district_code",
              "kota_code",
              "kabupaten_code",
              "regency_code",
              "provinsi_code",
              "province_code",
              "source_code"));

  private static final AttributeProfile OSM =
      new AttributeProfile(
          "OSM",
          Codes.MIXED,
          Map.of(
              PROVINCE, attributes("", "is_in:province addr:province"),
              CITY, attributes("", "is_in:city is_in:regency is_in:municipality addr:city"),
              KECAMATAN, attributes("", "is_in:district addr:district"),
              KELURAHAN, attributes("", "is_in:village")),
          attributes("ref:kemendagri kemendagri:code kode_kemendagri ref", "name official_name"),
          "admin_level",
          null,
          Set.of("admin_level"));

  private static final AttributeProfile GADM =
      new AttributeProfile(
          "GADM",
          Codes.AS_WRITTEN,
          Map.of(
              PROVINCE, attributes("gid_1", "name_1"),
              CITY, attributes("gid_2", "name_2"),
              KECAMATAN, attributes("gid_3", "name_3"),
              KELURAHAN, attributes("gid_4", "name_4")),
          Attributes.NONE,
          null,
          null,
          Set.of("gid_1", "gid_2", "gid_3", "gid_4", "name_1"));

  /** Names alone, or one code and one name. */
  private static final AttributeProfile PLAIN =
      new AttributeProfile(
          "plain",
          Codes.MIXED,
          Map.of(
              PROVINCE, attributes("", "provinsi province propinsi"),
              CITY, attributes("", "kota kabupaten kabkot kab_kota city regency"),
              KECAMATAN, attributes("", "kecamatan district camat"),
              KELURAHAN, attributes("", "kelurahan desa village"),
              RW, attributes("", "rw"),
              RT, attributes("", "rt")),
          attributes("code kode id kode_wilayah", "name nama source_name"),
          null,
          null,
          Set.of(
              "code",
              "kode",
              "id",
              "kode_wilayah",
              "name",
              "nama",
              "provinsi",
              "kota",
              "kabupaten",
              "kabkot",
              "kecamatan",
              "kelurahan",
              "desa",
              "village",
              "rw",
              "rt",
              "source_name"));

  static final List<AttributeProfile> ALL =
      List.of(TANGGAP, BIG, BPS, KEMENDAGRI, DUKCAPIL, OSM, GADM, PLAIN);

  private KnownProfiles() {}

  /** The profile whose attributes a file has, the most telling first. */
  static Optional<AttributeProfile> recognise(Set<String> present) {
    if (TANGGAP.matches(present) && !present.contains("code")) {
      return ALL.stream().skip(1).filter(profile -> profile.matches(present)).findFirst();
    }
    return ALL.stream().filter(profile -> profile.matches(present)).findFirst();
  }

  static AttributeProfile plain() {
    return PLAIN;
  }

  /** All attributes that any known profile reads. */
  static Set<String> attributes() {
    Set<String> all = new TreeSet<>();
    ALL.forEach(profile -> all.addAll(profile.attributes()));
    return all;
  }

  /** The level in the words of a file: our own names, or OpenStreetMap's numbers. */
  static Optional<AreaLevel> level(String written) {
    return switch (written) {
      case "4" -> Optional.of(PROVINCE);
      case "5" -> Optional.of(CITY);
      case "6" -> Optional.of(KECAMATAN);
      case "7" -> Optional.of(KELURAHAN);
      case "9" -> Optional.of(RW);
      case "10" -> Optional.of(RT);
      default ->
          List.of(AreaLevel.values()).stream()
              .filter(level -> level.name().equalsIgnoreCase(written))
              .findFirst();
    };
  }

  private static Attributes attributes(String codes, String names) {
    return new Attributes(split(codes), split(names));
  }

  private static List<String> split(String words) {
    return words.isEmpty() ? List.of() : List.of(words.split(" "));
  }
}
