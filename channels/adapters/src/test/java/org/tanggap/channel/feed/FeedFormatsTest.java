package org.tanggap.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.channel.feed.Feeds.all;
import static org.tanggap.channel.feed.Feeds.keys;
import static org.tanggap.channel.feed.Feeds.malformed;
import static org.tanggap.channel.feed.Feeds.report;
import static org.tanggap.channel.feed.Feeds.settled;
import static org.tanggap.channel.feed.Feeds.single;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelMessage;

/** From the bytes of a file to records, good ones and bad ones. */
class FeedFormatsTest {

  private static final String STRAY = "the record's quotation marks do not match";

  @TempDir Path folder;

  private Path csv(String text) throws IOException {
    return settled(folder.resolve("laporan.csv"), text);
  }

  private Path json(String text) throws IOException {
    return settled(folder.resolve("laporan.ndjson"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"laporan.ndjson", "laporan.jsonl", "laporan.txt", "laporan"})
  void aFileThatIsNotCalledCsvIsNewlineDelimitedJson(String name) throws Exception {
    assertThat(keys(settled(folder.resolve(name), "{\"id\":\"a\"}\n{\"id\":\"b\"}\n")))
        .containsExactly("a", "b");
  }

  @Test
  void theNameMayBeInCapitals() throws Exception {
    assertThat(keys(settled(folder.resolve("LAPORAN.CSV"), "ID,TEXT\n1,x\n"))).containsExactly("1");
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws Exception {
    assertThat(single(csv("\uFEFFid,text\n1,x\n")).key().externalId()).isEqualTo("1");
    assertThat(single(csv("\uFEFF\"id\",text\n1,x\n")).key().externalId()).isEqualTo("1");
    assertThat(single(json("\uFEFF{\"id\":\"a\"}\n")).key().externalId()).isEqualTo("a");
  }

  @Test
  void linesMayEndWithCarriageReturnAndLineFeed() throws Exception {
    Path file = csv("id,text\r\n1,x\r\n\r\n2,\"a\r\nb\"\r\n3,z");
    assertThat(keys(file)).containsExactly("1", "2", "3");
    List<ChannelMessage> messages = all(file);
    assertThat(((ChannelMessage.NewReport) messages.get(0)).report().text()).isEqualTo("x");
    assertThat(((ChannelMessage.NewReport) messages.get(1)).report().text()).isEqualTo("a\r\nb");
    assertThat(keys(json("{\"id\":\"a\"}\r\n\r\n{\"id\":\"b\"}\r\n"))).containsExactly("a", "b");
  }

  @Test
  void blankLinesAreNoRecords() throws Exception {
    assertThat(keys(csv("id,text\n\n  \n\t\n1,x\n\n"))).containsExactly("1");
  }

  @Test
  void aQuotedFieldHoldsCommasMarksAndLineBreaks() throws Exception {
    assertThat(report(csv("id,text\n1,\"a, \"\"b\"\", c\nd\n\ne\"\n")).text())
        .isEqualTo("a, \"b\", c\nd\n\ne");
  }

  @Test
  void aHeaderMayHaveALineBreakInAQuotedName() throws Exception {
    Path file = csv("id,\"Nama\n(lengkap)\",text\n1,Budi,Banjir\n");
    assertThat(single(file).key().externalId()).isEqualTo("1");
    assertThat(report(file).text()).isEqualTo("Banjir");
  }

  @Test
  void aHeaderAloneIsNoRecord() throws Exception {
    assertThat(keys(csv("id,text\n"))).isEmpty();
    assertThat(keys(csv("id,text"))).isEmpty();
    assertThat(keys(csv(""))).isEmpty();
    assertThat(keys(json(""))).isEmpty();
  }

  @Test
  void anUnclosedQuotationMarkCostsOnlyItsOwnLine() throws Exception {
    List<ChannelMessage> messages =
        all(csv("id,text\n1,baik\n2,\"lupa menutup\n3,baik\n4,\"juga, baik\"\n5,baik\n"));
    assertThat(keys(messages)).containsExactly("1", "!", "3", "4", "5");
    assertThat(malformed(messages.get(1)))
        .isEqualTo(new ChannelMessage.Malformed("laporan.csv line 3", STRAY));
  }

  @Test
  void anUnclosedQuotationMarkWithNoOtherAfterItCostsOnlyItsOwnLine() throws Exception {
    assertThat(keys(csv("id,text\n1,\"lupa menutup\n2,baik\n3,baik\n4,baik\n")))
        .containsExactly("!", "2", "3", "4");
    assertThat(keys(csv("id,text\n1,\"lupa menutup\n2,baik\n3,baik")))
        .containsExactly("!", "2", "3");
  }

  @Test
  void anUnclosedQuotationMarkOnTheLastLineCostsOnlyThatLine() throws Exception {
    assertThat(keys(csv("id,text\n1,baik\n2,\"lupa menutup"))).containsExactly("1", "!");
    assertThat(keys(csv("id,text\n1,baik\n2,\"lupa menutup\n"))).containsExactly("1", "!");
  }

  @Test
  void aSingleMarkInTheMiddleOfAFieldCostsOnlyItsOwnLine() throws Exception {
    assertThat(keys(csv("id,text\n1,pipa 5\" bocor\n2,baik\n3,\"baik, sekali\"\n4,baik\n")))
        .containsExactly("!", "2", "3", "4");
    assertThat(keys(csv("id,text\n1,pipa 5\" bocor\n2,pipa 7\" bocor\n3,baik\n")))
        .containsExactly("!", "!", "3");
    assertThat(keys(csv("id,text\n1,pipa 5\" bocor"))).containsExactly("!");
  }

  @Test
  void textAfterAClosingMarkCostsOnlyItsOwnLine() throws Exception {
    assertThat(keys(csv("id,text\n1,\"a\"b\n2,baik\n"))).containsExactly("!", "2");
    assertThat(keys(csv("id,text\n1,\"a\"b\"c\n2,baik\n3,baik\n"))).containsExactly("!", "2", "3");
  }

  @Test
  void aStrayMarkFarFromTheNextOneCostsOnlyItsOwnLine() throws Exception {
    StringBuilder text = new StringBuilder("id,text\n0,\"lupa menutup\n");
    int lines = 60_000;
    for (int i = 1; i <= lines; i++) {
      text.append(i).append(",laporan yang baik nomor ").append(i).append('\n');
    }
    assertThat(text.length()).isGreaterThan(RecordCutter.MAX_BYTES);
    List<ChannelMessage> messages = all(csv(text.toString()));
    assertThat(messages).hasSize(lines + 1);
    assertThat(malformed(messages.get(0)).where()).isEqualTo("laporan.csv line 2");
    assertThat(keys(messages.subList(1, messages.size())))
        .doesNotContain("!")
        .doesNotHaveDuplicates()
        .endsWith("59999", "60000");
  }

  @Test
  void aStrayMarkInTheHeaderHidesNoRecord() throws Exception {
    List<ChannelMessage> messages = all(csv("id,\"text\n1,satu\n2,\"dua\"\n3,tiga\n"));
    assertThat(messages)
        .containsExactly(
            new ChannelMessage.Malformed(
                "laporan.csv line 2", "the file's first line is no CSV header"),
            new ChannelMessage.Malformed(
                "laporan.csv line 3", "the file's first line is no CSV header"),
            new ChannelMessage.Malformed(
                "laporan.csv line 4", "the file's first line is no CSV header"));
  }

  @Test
  void aRecordWithTooManyFieldsIsMalformedAsAWhole() throws Exception {
    List<ChannelMessage> messages =
        all(csv("id,text\n1,a,b,c\n2,\"satu\n99,bukan laporan\n\",x\n3,baik\n"));
    assertThat(messages)
        .startsWith(
            new ChannelMessage.Malformed(
                "laporan.csv line 2", "the record has 4 fields, the header 2"),
            new ChannelMessage.Malformed(
                "laporan.csv line 3", "the record has 3 fields, the header 2"));
    assertThat(keys(messages)).containsExactly("!", "!", "3");
  }

  @Test
  void aLineBreakInAMalformedRecordBeginsNoRecord() throws Exception {
    String id = "x".repeat(256);
    assertThat(keys(csv("id,text\n" + id + ",\"satu\n99,bukan laporan\n\"\n3,baik\n")))
        .containsExactly("!", "3");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("id,text\n1,\"caf".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xE9);
    bytes.write("\n99,bukan laporan\n\"\n3,baik\n".getBytes(StandardCharsets.UTF_8));
    assertThat(keys(settled(folder.resolve("laporan.csv"), bytes.toByteArray())))
        .containsExactly("!", "3");
  }

  @Test
  void anIdOfMoreThan255CharactersIsMalformed() throws Exception {
    String id = "x".repeat(256);
    assertThat(all(csv("id,text\n" + id + ",a\n2,b\n")).get(0))
        .isEqualTo(
            new ChannelMessage.Malformed(
                "laporan.csv line 2",
                "the id is longer than 255 characters or holds what cannot be stored"));
    assertThat(keys(json("{\"id\":\"" + id + "\"}\n{\"id\":2}\n"))).containsExactly("!", "2");
  }

  @Test
  void anIdWithControlCharactersOrHalfAPairIsMalformed() throws Exception {
    assertThat(keys(json("{\"id\":\"a\\u0000b\"}\n{\"id\":\"\\ud800\"}\n{\"id\":2}\n")))
        .containsExactly("!", "!", "2");
    assertThat(keys(csv("id,text\n\"a\n99,bukan laporan\n\",x\n2,baik\n")))
        .containsExactly("!", "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bukan json",
        "{\"id\":",
        "{\"id\":1}}",
        "{\"id\":1} {\"id\":2}",
        "{\"id\":1}sampah",
        "{'id':1}",
        "{\"id\":01}",
        "{\"id\":NaN}",
        "{\"text\":\"\\x\"}",
        "[{\"id\":1}]",
        "[]",
        "\"id\"",
        "17",
        "null",
        "true",
        "{\"id\":123456789012345678901234567890123456789012345678901234567890}",
        "\u0000",
        "{\"id\":1,}"
      })
  void aLineThatIsNoJsonObjectCostsOnlyItself(String line) throws Exception {
    List<ChannelMessage> messages = all(json("{\"id\":\"a\"}\n" + line + "\n{\"id\":\"b\"}\n"));
    assertThat(keys(messages)).containsExactly("a", "!", "b");
    assertThat(malformed(messages.get(1)).where()).isEqualTo("laporan.ndjson line 2");
    assertThat(malformed(messages.get(1)).problem()).startsWith("the line is no JSON");
  }

  @Test
  void theProblemOfALineNeverShowsItsWords() throws Exception {
    assertThat(all(json("{\"text\":\"rahasia\" rahasia}\nrahasia\n")).toString())
        .doesNotContain("rahasia");
    assertThat(all(csv("id,text\n1,\"rahasia\n2,rahasia,rahasia\n")).toString())
        .doesNotContain("rahasia");
  }

  @Test
  void deepNestingIsMalformed() throws Exception {
    String deep = "{\"a\":".repeat(40) + "1" + "}".repeat(40);
    String list = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(keys(json(deep + "\n" + list + "\n{\"id\":\"b\"}\n")))
        .containsExactly("!", "!", "b");
  }

  @Test
  void longNamesInDeepNestingDoNotMultiply() throws Exception {
    String name = "n".repeat(40_000);
    String line =
        ("{\"" + name + "\":").repeat(10) + "[" + "1,".repeat(200_000) + "1]" + "}".repeat(10);
    assertThat(line.length()).isLessThan(RecordCutter.MAX_BYTES);
    assertThat(keys(json("{\"id\":\"a\",\"x\":" + line + "}\n{\"id\":\"b\"}\n")))
        .containsExactly("a", "b");
  }

  @Test
  void aRecordOfOneMebibyteIsTakenAndALongerOneIsNot() throws Exception {
    String frame = "{\"id\":\"a\",\"text\":\"\"}";
    String longest =
        "{\"id\":\"a\",\"text\":\"" + "x".repeat(RecordCutter.MAX_BYTES - frame.length()) + "\"}";
    assertThat(longest).hasSize(RecordCutter.MAX_BYTES);
    List<ChannelMessage> messages =
        all(json(longest + "\n" + longest + " \n" + longest.repeat(3) + "\n{\"id\":\"b\"}\n"));
    assertThat(keys(messages)).containsExactly("a", "!", "!", "b");
    assertThat(messages.get(1))
        .isEqualTo(
            new ChannelMessage.Malformed(
                "laporan.ndjson line 2", "the record is longer than 1048576 bytes"));
    assertThat(malformed(messages.get(2)).where()).isEqualTo("laporan.ndjson line 3");
  }

  @Test
  void anOverlongCsvRecordCostsOnlyItself() throws Exception {
    String words = "x".repeat(RecordCutter.MAX_BYTES);
    assertThat(keys(csv("id,text\n1," + words + "\n2,\"" + words + "\"\n3,baik\n")))
        .containsExactly("!", "!", "3");
  }

  @Test
  void invalidUtf8CostsOnlyItsOwnLine() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("id,text\n1,caf".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xE9);
    bytes.write("\n2,baik\n3,".getBytes(StandardCharsets.UTF_8));
    bytes.write(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});
    bytes.write("\n4,".getBytes(StandardCharsets.UTF_8));
    bytes.write(new byte[] {(byte) 0xC0, (byte) 0xAF});
    bytes.write("\n5,baik\n".getBytes(StandardCharsets.UTF_8));
    List<ChannelMessage> messages =
        all(settled(folder.resolve("laporan.csv"), bytes.toByteArray()));
    assertThat(keys(messages)).containsExactly("!", "2", "!", "!", "5");
    assertThat(messages.get(0))
        .isEqualTo(
            new ChannelMessage.Malformed(
                "laporan.csv line 2", "the record is not UTF-8; save the file as UTF-8"));
  }

  @Test
  void invalidUtf8AndAStrayMarkTogetherCostOnlyTheirOwnLine() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("id,text\n1,\"caf".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xE9);
    bytes.write("\n2,baik\n3,baik\n".getBytes(StandardCharsets.UTF_8));
    assertThat(keys(settled(folder.resolve("laporan.csv"), bytes.toByteArray())))
        .containsExactly("!", "2", "3");
  }

  @Test
  void aFileInUtf16IsReportedLineByLine() throws Exception {
    byte[] bytes = "id,text\n1,a\n2,b\n".getBytes(StandardCharsets.UTF_16);
    List<ChannelMessage> messages = all(settled(folder.resolve("laporan.csv"), bytes));
    assertThat(messages)
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(
            message ->
                assertThat(malformed(message).problem())
                    .isEqualTo("the file's first line is no CSV header"));
  }

  @Test
  void lineNumbersCountTheBreaksInsideOfRecords() throws Exception {
    List<ChannelMessage> messages = all(csv("id,text\n1,\"a\nb\nc\"\n2,x,y\n\n3,x,y\n"));
    assertThat(malformed(messages.get(1)).where()).isEqualTo("laporan.csv line 5");
    assertThat(malformed(messages.get(2)).where()).isEqualTo("laporan.csv line 7");
  }

  @Test
  void wordsInEveryScriptSurvive() throws Exception {
    String words = "Banjir 🌊🇮🇩 — ꦧꦤ꧀ꦗꦶꦂ é\u0301 \u202E مرحبا 水";
    assertThat(report(csv("id,text\n1," + words + "\n")).text()).isEqualTo(words);
    assertThat(report(json("{\"id\":1,\"text\":\"" + words + "\"}\n")).text()).isEqualTo(words);
    assertThat(report(json("{\"id\":1,\"text\":\"\\ud83c\\udf0a\"}\n")).text()).isEqualTo("🌊");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sampah.csv", "sampah.ndjson"})
  void anyBytesGiveMessagesAndNoException(String name) throws Exception {
    for (long seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] bytes = new byte[random.nextInt(600)];
      byte[] often = "\",\n\r{}[]:\\ai0-.".getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] =
            random.nextInt(4) == 0
                ? (byte) random.nextInt(256)
                : often[random.nextInt(often.length)];
      }
      Path file = settled(folder.resolve(name), bytes);
      List<ChannelMessage> messages = all(file);
      assertThat(messages).as("seed %d", seed).hasSizeLessThanOrEqualTo(bytes.length + 1);
      assertThat(all(file)).as("seed %d", seed).isEqualTo(messages);
    }
  }
}
