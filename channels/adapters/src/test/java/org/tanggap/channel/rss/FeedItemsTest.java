package org.tanggap.channel.rss;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.html.Mutations;
import org.tanggap.complaint.MessageKey;
import org.tanggap.testkit.PayloadFixtures;
import org.tanggap.testkit.Rendering;

/** From the bytes of a feed to items. */
class FeedItemsTest {

  private static final URI ADDRESS = URI.create("https://kota.example/laporan/umpan.xml");
  private static final FeedItems ITEMS = new FeedItems(ZoneId.of("Asia/Jakarta"));

  static String rendered(byte[] feed) {
    List<FeedItem> items = ITEMS.oldestFirst(FeedDocument.parse(feed, null, ADDRESS));
    return items.isEmpty()
        ? "nothing"
        : items.stream().map(FeedItemsTest::rendered).collect(Collectors.joining("\n\n"));
  }

  private static String rendered(FeedItem item) {
    if (item.problem() != null) {
      return Rendering.of(new ChannelMessage.Malformed(item.name(), item.problem()));
    }
    MessageKey key = new MessageKey(RssChannelTest.ACCOUNT, item.name());
    String report = Rendering.of(new ChannelMessage.NewReport(key, item.report()));
    return item.edition().isEmpty() ? report : report + "\n  updated: " + item.edition();
  }

  @TestFactory
  Stream<DynamicTest> every_payload_is_read_as_expected() {
    return PayloadFixtures.beside(getClass(), "payloads", 30, FeedItemsTest::rendered);
  }

  @TestFactory
  Stream<DynamicTest> every_malformed_payload_is_named_and_nothing_is_quoted() {
    return PayloadFixtures.beside(getClass(), "malformed", 13, FeedItemsTest::rendered);
  }

  @Test
  void thousands_of_damaged_payloads_give_declared_outcomes() {
    Mutations.run(getClass(), 3_000, RssFuzz::fuzzerTestOneInput, "payloads", "malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16BE", "UTF-16LE"})
  void the_encoding_of_the_server_stands_above_the_declaration(String encoding) {
    String xml =
        "<?xml version='1.0' encoding='US-ASCII'?><rss><channel><item><guid>1</guid>"
            + "<title>caf\u00e9</title></item></channel></rss>";
    byte[] bytes = xml.getBytes(Charset.forName(encoding));
    assertThat(titles(FeedDocument.parse(bytes, encoding, ADDRESS))).containsExactly("caf\u00e9");
  }

  @Test
  void the_declaration_holds_where_the_server_names_no_encoding_that_is_known() {
    String xml =
        "<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><item><guid>1</guid>"
            + "<title>caf\u00e9</title></item></channel></rss>";
    byte[] bytes = xml.getBytes(StandardCharsets.ISO_8859_1);
    for (String named : new String[] {null, "tidak-ada", "x y"}) {
      assertThat(titles(FeedDocument.parse(bytes, named, ADDRESS))).containsExactly("caf\u00e9");
    }
  }

  @Test
  void a_byte_order_mark_stands_above_the_server() {
    byte[] bytes =
        "\ufeff<rss><channel><item><title>caf\u00e9</title></item></channel></rss>"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(titles(FeedDocument.parse(bytes, "ISO-8859-1", ADDRESS)))
        .containsExactly("caf\u00e9");
  }

  private static List<String> titles(FeedDocument feed) {
    assertThat(feed.problem()).isNull();
    return ITEMS.oldestFirst(feed).stream().map(item -> item.report().text()).toList();
  }

  @Test
  void items_parts_and_depth_are_limited() {
    String many =
        "<rss><channel>" + "<item><title>x</title></item>".repeat(2_001) + "</channel></rss>";
    assertThat(parse(many).elements()).hasSize(2_000);
    assertThat(parse(many).problem()).contains("2000 items");
    String wide = "<rss><channel><item>" + "<x/>".repeat(6_000) + "</item></channel></rss>";
    assertThat(parse(wide).problem()).contains("5000 parts");
    String deep = "<rss>" + "<x>".repeat(1_000) + "</x>".repeat(1_000) + "</rss>";
    assertThat(parse(deep).problem()).contains("64 levels");
  }

  private static FeedDocument parse(String xml) {
    return FeedDocument.parse(xml.getBytes(StandardCharsets.UTF_8), null, ADDRESS);
  }
}
