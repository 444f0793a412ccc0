package org.tanggap.channel.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From HTML to words. */
class PlainTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p>Jalan berlubang</p>                           | Jalan berlubang
          <p>satu</p><p>dua</p>                            | satu\\n\\ndua
          satu<br>dua<br/>tiga                             | satu\\ndua\\ntiga
          satu<br><br><br><br>dua                          | satu\\n\\ndua
          <div>satu</div><div>dua</div>                    | satu\\ndua
          a  b\tc&nbsp;&nbsp;d                             | a b c d
          5 &lt; 6 &amp; 7                                 | 5 < 6 & 7
          5 < 6 & 7                                        | 5 < 6 & 7
          &#128703; banjir                                 | 🚿 banjir
          <script>alert(1)</script>aman                    | aman
          <style>p{}</style>aman<!-- x -->                 | aman
          <b>te<i>bal</b></i>                              | tebal
          <ul><li>satu<li>dua</ul>                         | satu\\ndua
          <a href="https://peta.example/1">lokasi</a> ini  | lokasi (https://peta.example/1) ini
          <a href="https://peta.example/1">peta.example/1</a> | peta.example/1
          <a href="https://peta.example/1">https://peta.example/1/</a> | https://peta.example/1/
          <a href="https://peta.example/1"></a>            | https://peta.example/1
          <a href="javascript:alert(1)">klik</a>           | klik
          <a href="/x">sini</a>                            | sini (https://kota.example/x)
          <a class="u-url mention" href="https://a.example/@b">@b</a> hai | @b hai
          <a class="mention hashtag" href="https://a.example/t/c">#c</a> | #c
          """)
  void html_becomes_what_a_reader_sees(String html, String words) {
    assertThat(PlainText.of(html, "https://kota.example/blog/"))
        .isEqualTo(words.replace("\\n", "\n"));
  }

  @Test
  void an_address_that_is_split_for_the_eye_is_whole_again() {
    assertThat(
            PlainText.of(
                "<a href=\"https://www.peta.example/tempat/pasar-minggu\"><span"
                    + " class=\"invisible\">https://www.</span><span"
                    + " class=\"ellipsis\">peta.example/tempat/pas</span><span"
                    + " class=\"invisible\">ar-minggu</span></a>",
                ""))
        .isEqualTo("https://www.peta.example/tempat/pasar-minggu");
  }

  @Test
  void pictures_are_listed_once_and_tracking_pixels_not_at_all() {
    assertThat(
            PlainText.listPictures(
                "<img src='/a.jpg'><img src='https://cdn.example/b.jpg'><img src='/a.jpg'>"
                    + "<img src='https://hitung.example/p.gif' width='1' height='1'>"
                    + "<img src='data:image/png;base64,AAAA'><img>",
                "https://kota.example/blog/"))
        .containsExactly("https://kota.example/a.jpg", "https://cdn.example/b.jpg");
  }

  @Test
  void a_hundred_thousand_levels_cost_no_stack() {
    String text = PlainText.of("<b>".repeat(100_000) + "dalam", "");
    assertThat(text).isEqualTo("dalam");
  }

  @Test
  void a_very_long_text_is_read_in_one_go() {
    assertThat(PlainText.of("<p>x</p>".repeat(50_000), "")).hasSize(50_000 + 2 * 49_999);
  }
}
