package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;

@DisplayName("Attributes are recognised by the names that publishers give them")
class AttributeProfileTest {

  private static final String SQUARE = Sample.polygon(Sample.square(106.82, -6.17));

  private static String chain(String properties) {
    return chain(properties, BoundaryOptions.defaults());
  }

  private static String chain(String properties, BoundaryOptions options) {
    Boundaries read =
        Sample.read(Sample.utf8(Sample.feature(properties.replace('\'', '"'), SQUARE)), options);
    StringBuilder text = new StringBuilder();
    for (Area area : read.jurisdictions().get(0).areas()) {
      text.append(text.length() == 0 ? "" : " < ");
      text.append(area.level()).append(' ').append(area.code()).append(' ').append(area.name());
    }
    return text.toString();
  }

  private static final String GAMBIR =
      "KELURAHAN 31.71.01.1001 GAMBIR < KECAMATAN 31.71.01 GAMBIR < CITY 31.71 JAKARTA PUSAT"
          + " < PROVINCE 31 DKI JAKARTA";

  @Test
  void dukcapil_2019() {
    assertThat(
            chain(
                "{'OBJECT_ID':1,'KODE_DESA':'3171011001','DESA':'GAMBIR','KODE':317101,"
                    + "'PROVINSI':'DKI JAKARTA','KAB_KOTA':'JAKARTA PUSAT','KECAMATAN':'GAMBIR',"
                    + "'DESA_KELUR':'GAMBIR'}"))
        .isEqualTo(GAMBIR);
  }

  @Test
  void dukcapil_map_service() {
    assertThat(
            chain(
                "{'no_prop':31,'no_kab':71,'no_kec':1,'kode_desa_spatial':3171011001,"
                    + "'nama_prop':'DKI JAKARTA','nama_kab':'JAKARTA PUSAT','nama_kec':'GAMBIR',"
                    + "'nama_kel':'GAMBIR'}"))
        .isEqualTo(GAMBIR);
  }

  @Test
  void dukcapil_in_short() {
    assertThat(
            chain(
                "{'KODE_KD':'31.71.01.1001','KEL_DESA':'GAMBIR','KECAMATAN':'GAMBIR',"
                    + "'KAB_KOTA':'JAKARTA PUSAT','PROVINSI':'DKI JAKARTA'}"))
        .isEqualTo(GAMBIR);
  }

  @Test
  void big() {
    assertThat(
            chain(
                "{'NAMOBJ':'Gambir','KDEPUM':'31.71.01.1001','KDCPUM':'31.71.01',"
                    + "'KDPKAB':'31.71','KDPPUM':'31','KDEBPS':'3173080001','WADMKD':'GAMBIR',"
                    + "'WADMKC':'GAMBIR','WADMKK':'JAKARTA PUSAT','WADMPR':'DKI JAKARTA'}"))
        .isEqualTo(GAMBIR);
  }

  @Test
  void big_without_a_village_is_a_layer_of_kecamatan() {
    assertThat(
            chain(
                "{'NAMOBJ':'Gambir','KDEPUM':null,'KDCPUM':'31.71.01','KDPKAB':'31.71',"
                    + "'WADMKD':null,'WADMKC':'GAMBIR','WADMKK':'JAKARTA PUSAT'}"))
        .isEqualTo("KECAMATAN 31.71.01 GAMBIR < CITY 31.71 JAKARTA PUSAT < PROVINCE 31 31");
  }

  @Test
  void bps_codes_stay_bps_codes() {
    String expected =
        "KELURAHAN 3173080001 GAMBIR < KECAMATAN 3173080 GAMBIR < CITY 3173 JAKARTA PUSAT"
            + " < PROVINCE 31 DKI JAKARTA";
    assertThat(
            chain(
                "{'KDPROV':'31','NMPROV':'DKI JAKARTA','KDKAB':'73','NMKAB':'JAKARTA PUSAT',"
                    + "'KDKEC':'080','NMKEC':'GAMBIR','KDDESA':'001','NMDESA':'GAMBIR'}"))
        .isEqualTo(expected);
    assertThat(
            chain(
                "{'PROVNO':'31','PROVINSI':'DKI JAKARTA','KABKOTNO':'73',"
                    + "'KABKOT':'JAKARTA PUSAT','KECNO':'080','KECAMATAN':'GAMBIR',"
                    + "'DESANO':'001','DESA':'GAMBIR'}"))
        .isEqualTo(expected);
    assertThat(
            Sample.read(Sample.feature("{\"iddesa\":\"3173080001\",\"nmdesa\":\"A\"}", SQUARE))
                .notices()
                .count(BoundaryNotice.Kind.BPS_CODES))
        .isEqualTo(1);
  }

  @Test
  void openstreetmap_tells_the_level_by_number() {
    assertThat(
            chain(
                "{'@id':'relation/1','boundary':'administrative','admin_level':'7',"
                    + "'name':'Gambir','ref:kemendagri':'31.71.01.1001'}"))
        .startsWith("KELURAHAN 31.71.01.1001 Gambir < KECAMATAN 31.71.01 31.71.01");
    assertThat(chain("{'admin_level':6,'name':'Gambir'}")).isEqualTo("KECAMATAN x-gambir Gambir");
    Boundaries mixed =
        Sample.read(
            Sample.collection(osm("7", "A", 106.1), osm("7", "B", 106.2), osm("5", "C", 106.3)));
    assertThat(mixed.jurisdictions()).hasSize(2);
    assertThat(mixed.notices().count(BoundaryNotice.Kind.NOT_AN_AREA)).isEqualTo(1);
  }

  private static String osm(String level, String name, double lon) {
    return Sample.feature(
        "{\"admin_level\":\"" + level + "\",\"name\":\"" + name + "\"}",
        Sample.polygon(Sample.square(lon, -6)));
  }

  @Test
  void gadm() {
    assertThat(
            chain(
                "{'GID_0':'IDN','GID_1':'IDN.7_1','NAME_1':'Jakarta Raya','GID_2':'IDN.7.1_1',"
                    + "'NAME_2':'Jakarta Barat'}"))
        .isEqualTo("CITY IDN.7.1_1 Jakarta Barat < PROVINCE IDN.7_1 Jakarta Raya");
  }

  @Test
  void a_code_and_a_name_are_enough() {
    assertThat(chain("{'kode':'31.71','nama':'Jakarta Pusat'}"))
        .isEqualTo("CITY 31.71 Jakarta Pusat < PROVINCE 31 31");
    assertThat(chain("{'id':'A-7','name':'Somewhere'}")).isEqualTo("KELURAHAN A-7 Somewhere");
  }

  @Test
  void the_id_of_a_feature_is_its_code_if_it_looks_like_one() {
    String feature = Sample.feature("{\"kelurahan\":\"Gambir\"}", SQUARE);
    Boundaries coded =
        Sample.read(
            feature.replace(
                "{\"type\":\"Feature\"", "{\"type\":\"Feature\",\"id\":\"31.71.01.1001\""));
    assertThat(coded.find("31.71.01.1001")).isPresent();
    Boundaries numbered =
        Sample.read(feature.replace("{\"type\":\"Feature\"", "{\"type\":\"Feature\",\"id\":17"));
    assertThat(numbered.find("x-gambir")).isPresent();
  }

  @Test
  void names_alone_give_made_up_codes_that_say_where_they_belong() {
    assertThat(chain("{'KECAMATAN':'BABELAN','KABKOT':'KAB. BEKASI'}"))
        .isEqualTo("KECAMATAN x-kab-bekasi.x-babelan BABELAN < CITY x-kab-bekasi KAB. BEKASI");
  }

  @Test
  void rw_are_coded_within_their_kelurahan() {
    assertThat(chain("{'kelurahan_code':'31.71.01.1001','kelurahan':'Gambir','rw':'RW 01'}"))
        .startsWith("RW 31.71.01.1001.rw-01 RW 01 < KELURAHAN 31.71.01.1001 Gambir");
    assertThat(chain("{'kelurahan_code':'31.71.01.1001','kelurahan':'Gambir','rw':5}"))
        .startsWith("RW 31.71.01.1001.rw-5 5 <");
  }

  @Test
  void the_most_frequent_name_of_a_parent_counts() {
    String[] names = {"Gambir", "GAMBIR", "Gambir"};
    String[] features = new String[3];
    for (int i = 0; i < 3; i++) {
      features[i] =
          Sample.feature(
              "{\"desa_code\":\"31.71.01.100"
                  + i
                  + "\",\"desa\":\"D"
                  + i
                  + "\",\"kecamatan\":\""
                  + names[i]
                  + "\"}",
              Sample.polygon(Sample.square(106.8 + i / 10.0, -6)));
    }
    Boundaries read = Sample.read(Sample.collection(features));
    assertThat(read.jurisdictions())
        .allMatch(chain -> chain.get(AreaLevel.KECAMATAN).name().equals("Gambir"));
    assertThat(read.notices().count(BoundaryNotice.Kind.PARENT_NAMES_DIFFER)).isEqualTo(1);
  }

  @Test
  void a_profile_of_ones_own_is_obeyed() {
    AttributeProfile own =
        AttributeProfile.of(AreaLevel.KECAMATAN, "A+B", "N").withArea(AreaLevel.CITY, "A", "M");
    assertThat(own.attributes()).containsExactlyInAnyOrder("a", "b", "n", "m");
    BoundaryOptions options = BoundaryOptions.defaults().withProfile(own);
    assertThat(chain("{'A':'3171','B':'01','N':'Gambir','M':'Pusat','kelurahan':'x'}", options))
        .isEqualTo("KECAMATAN 31.71.01 Gambir < CITY 31.71 Pusat < PROVINCE 31 31");
    assertThat(
            chain(
                "{'A':'3171','B':'01','N':'Gambir','M':'Pusat'}",
                options.withProfile(own.withCodesAsWritten())))
        .isEqualTo("KECAMATAN 317101 Gambir < CITY 3171 Pusat");
  }
}
