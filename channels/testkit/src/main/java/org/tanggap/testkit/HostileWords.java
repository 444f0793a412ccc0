package org.tanggap.testkit;

import java.util.List;

/** Words that citizens may well write and that break what is put together carelessly. */
final class HostileWords {

  static final List<String> ALL =
      List.of(
          "Banjir \ud83c\udf0a di depan \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 rumah"
              + " \ud83c\uddee\ud83c\udde9",
          "\u062d\u0641\u0631\u0629 \u0641\u064a \u0627\u0644\u0637\u0631\u064a\u0642 dekat pasar",
          "nama berkas \u202egpj.elif\u202c ini",
          "tulisan \\u0000 dan \\n dan %00 dan \\x00 apa adanya",
          "{\"text\": \"palsu\", \"id\": [1, {\"a\": null}]}",
          "\"}]}; 'tanda' \"kutip\" \\ \\\\ /* */ -- x",
          "<b>tebal</b> &amp; <script>alert(1)</script> 3 < 4 > 2 & 1",
          "a+b=c&text=lain&%41%20?#x;y",
          "jumlah 1e999 dan -0 dan 99999999999999999999",
          "baris satu\nbaris dua",
          "e\u0301 bukan \u00e9, \u212b bukan \u00c5",
          "../../../etc/passwd %s %n ${jndi} {{x}}");

  private HostileWords() {}

  /** That many characters, as bytes of one, two and three. */
  static String ofLength(int characters) {
    String pattern = "panjang \u00e9 \u20ac ";
    return pattern.repeat(characters / pattern.length() + 1).substring(0, characters - 1) + "x";
  }
}
