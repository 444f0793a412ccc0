package org.tanggap.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tanggap.channel.feed.Feeds.append;
import static org.tanggap.channel.feed.Feeds.feed;
import static org.tanggap.channel.feed.Feeds.fresh;
import static org.tanggap.channel.feed.Feeds.keys;
import static org.tanggap.channel.feed.Feeds.malformed;
import static org.tanggap.channel.feed.Feeds.reading;
import static org.tanggap.channel.feed.Feeds.settle;
import static org.tanggap.channel.feed.Feeds.settled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;

/** Cursors, pages, and files that grow, change and go. */
class FeedTailingTest {

  @TempDir Path folder;

  private static String lines(int from, int to) {
    StringBuilder text = new StringBuilder();
    IntStream.rangeClosed(from, to).forEach(i -> text.append(i).append(",laporan\n"));
    return text.toString();
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }

  @Test
  void newLinesAreFoundWithTheStoredCursorAndNothingComesTwice() throws Exception {
    Path file = fresh(folder.resolve("a.csv"), "id,text\n" + lines(1, 3));
    Page first = feed(file).pull(null);
    assertThat(keys(first.messages())).containsExactly("1", "2", "3");
    assertThat(first.hasMore()).isFalse();

    Page nothing = feed(file).pull(first.cursor());
    assertThat(nothing.messages()).isEmpty();
    assertThat(nothing.hasMore()).isFalse();
    assertThat(nothing.cursor()).isEqualTo(first.cursor());

    append(file, lines(4, 5));
    Page second = feed(file).pull(nothing.cursor());
    assertThat(keys(second.messages())).containsExactly("4", "5");
    assertThat(feed(file).pull(second.cursor()).messages()).isEmpty();
  }

  @Test
  void aLastLineWithoutABreakIsHeldBackUntilTheFileHasSettled() throws Exception {
    Path file = fresh(folder.resolve("a.csv"), "id,text\n1,satu\n2,du");
    Page first = feed(file).pull(null);
    assertThat(keys(first.messages())).containsExactly("1");

    append(file, "a");
    assertThat(feed(file).pull(first.cursor()).messages()).isEmpty();

    settle(file);
    Page second = feed(file).pull(first.cursor());
    assertThat(second.messages())
        .singleElement()
        .isInstanceOfSatisfying(
            ChannelMessage.NewReport.class,
            message -> assertThat(message.report().text()).isEqualTo("dua"));
    assertThat(feed(file).pull(second.cursor()).messages()).isEmpty();

    append(file, "\n3,tiga\n");
    assertThat(keys(feed(file).pull(second.cursor()).messages())).containsExactly("3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void aFirstLineThatWasTakenWithoutABreakIsNotTakenAgainWhenTheBreakComes(String lineBreak)
      throws Exception {
    Path file = settled(folder.resolve("a.ndjson"), "{\"text\":\"satu\"}");
    Page first = feed(file).pull(null);
    assertThat(first.messages()).hasSize(1);
    append(file, lineBreak + "{\"id\":2}" + lineBreak);
    assertThat(keys(feed(file).pull(first.cursor()).messages())).containsExactly("2");
  }

  @Test
  void lineNumbersStayRightAfterALineThatWasTakenWithoutABreak() throws Exception {
    Path file = settled(folder.resolve("a.csv"), "id,text\n1,satu");
    Page first = feed(file).pull(null);
    append(file, "\nx,y,z\n");
    assertThat(malformed(feed(file).pull(first.cursor()).messages().get(0)).where())
        .isEqualTo("a.csv line 3");
  }

  @Test
  void aHeaderThatIsNotCompleteIsWaitedFor() throws Exception {
    Path file = fresh(folder.resolve("a.csv"), "id,te");
    Page first = feed(file).pull(null);
    assertThat(first.messages()).isEmpty();
    append(file, "xt\n1,satu\n");
    assertThat(keys(feed(file).pull(first.cursor()).messages())).containsExactly("1");
  }

  @Test
  void anOpenQuotedFieldIsHeldBackUntilItIsClosed() throws Exception {
    Path file = fresh(folder.resolve("a.csv"), "id,text\n1,\"satu\n2,bukan\n");
    Page first = feed(file).pull(null);
    assertThat(first.messages()).isEmpty();
    append(file, "laporan\"\n3,tiga\n");
    assertThat(keys(feed(file).pull(first.cursor()).messages())).containsExactly("1", "3");
  }

  @Test
  void whatIsWrittenWhileTheFileIsLookedAtIsNotTakenForSettled() throws Exception {
    Path file = settled(folder.resolve("a.csv"), "id,text\n1,satu\n");
    FileFeed interrupted =
        reading(file)
            .clock(
                () -> {
                  try {
                    Files.writeString(file, "2,du", StandardOpenOption.APPEND);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                  return Feeds.NOW;
                })
            .build();
    Page first = interrupted.pull(null);
    assertThat(keys(first.messages())).containsExactly("1");
    append(file, "a\n");
    assertThat(feed(file).pull(first.cursor()).messages())
        .singleElement()
        .isInstanceOfSatisfying(
            ChannelMessage.NewReport.class,
            message -> assertThat(message.report().text()).isEqualTo("dua"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100, 101, 10_000})
  void overManyPagesEveryMessageComesExactlyOnce(int pageSize) throws Exception {
    Path file = settled(folder.resolve("a.csv"), "id,text\n" + lines(1, 100) + "x,y,z\n");
    FileFeed feed = reading(file).pageSize(pageSize).build();
    List<ChannelMessage> messages = new ArrayList<>();
    Cursor cursor = null;
    for (boolean more = true; more; ) {
      Page page = feed.pull(cursor);
      assertThat(page.messages()).hasSizeLessThanOrEqualTo(pageSize);
      if (page.hasMore()) {
        assertThat(page.messages()).hasSize(pageSize);
      }
      assertThat(reading(file).pageSize(pageSize).build().pull(cursor))
          .as("the same page again after a crash")
          .isEqualTo(page);
      messages.addAll(page.messages());
      cursor = page.cursor();
      more = page.hasMore();
    }
    List<String> expected = new ArrayList<>(numbers(1, 100));
    expected.add("!");
    assertThat(keys(messages)).isEqualTo(expected);
    assertThat(feed.pull(cursor).messages()).isEmpty();
  }

  @Test
  void aPageMayEndInsideOfTheLinesAfterAStrayMark() throws Exception {
    Path file = settled(folder.resolve("a.csv"), "id,text\n1,\"lupa\n2,b\n3,c\n4,\"d\"\n");
    assertThat(keys(Feeds.all(reading(file).pageSize(1).build(), null)))
        .containsExactly("!", "2", "3", "4");
  }

  @Test
  void aFileThatBecameShorterIsReadAnew() throws Exception {
    Path file = settled(folder.resolve("a.csv"), "id,text\n" + lines(1, 5));
    Page first = feed(file).pull(null);
    settled(file, "id,text\n" + lines(6, 7));
    assertThat(keys(feed(file).pull(first.cursor()).messages())).containsExactly("6", "7");
  }

  @Test
  void aFileThatBeginsOtherwiseIsReadAnew() throws Exception {
    Path file = settled(folder.resolve("a.ndjson"), "{\"id\":1}\n{\"id\":2}\n");
    Page first = feed(file).pull(null);
    settled(file, "{\"id\":7}\n{\"id\":8}\n{\"id\":9}\n");
    assertThat(keys(feed(file).pull(first.cursor()).messages())).containsExactly("7", "8", "9");
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 500})
  void aFileOfTheSameHeaderThatTookThePlaceOfAnotherIsReadAnew(int size) throws Exception {
    Path file = settled(folder.resolve("a.csv"), "id,text\n" + lines(101, 105));
    Page first = feed(file).pull(null);
    settled(file, "id,text\n" + lines(201, 200 + size));
    assertThat(keys(Feeds.all(feed(file), first.cursor()))).isEqualTo(numbers(201, 200 + size));
  }

  @Test
  void aFileThatWasEmptiedAndFilledAgainIsReadAnew() throws Exception {
    Path file = settled(folder.resolve("a.csv"), "id,text\n" + lines(1, 3));
    Page first = feed(file).pull(null);
    settled(file, "");
    Page empty = feed(file).pull(first.cursor());
    assertThat(empty.messages()).isEmpty();
    settled(file, "id,text\n" + lines(4, 9));
    assertThat(keys(feed(file).pull(empty.cursor()).messages())).isEqualTo(numbers(4, 9));
  }

  @Test
  void aRotatedFileIsReadOnUnderItsNewNameAndTheNewOneFromItsBeginning() throws Exception {
    Path file = settled(folder.resolve("a.csv"), "id,text\n" + lines(1, 3));
    Page first = feed(folder).pull(null);
    Files.move(file, folder.resolve("a-1.csv"));
    append(folder.resolve("a-1.csv"), lines(4, 4));
    settled(file, "id,text\n" + lines(5, 9));
    assertThat(keys(feed(folder).pull(first.cursor()).messages()))
        .as("what is known already comes again and is told by its id")
        .isEqualTo(numbers(1, 9));
  }

  @Test
  void aFolderIsReadInTheOrderOfTheNames() throws Exception {
    settled(folder.resolve("2026-11-03.csv"), "id,text\n" + lines(5, 6));
    settled(folder.resolve("2026-11-01.csv"), "id,text\n" + lines(1, 2));
    settled(folder.resolve("2026-11-02.ndjson"), "{\"id\":3}\n{\"id\":4}\n");
    for (int pageSize : new int[] {1, 2, 3, 500}) {
      assertThat(keys(Feeds.all(reading(folder).pageSize(pageSize).build(), null)))
          .isEqualTo(numbers(1, 6));
    }
  }

  @Test
  void aNewFileIsFoundAndTheOthersAreReadOn() throws Exception {
    settled(folder.resolve("b.csv"), "id,text\n" + lines(1, 2));
    Page first = feed(folder).pull(null);
    settled(folder.resolve("a.jsonl"), "{\"id\":3}\n");
    append(folder.resolve("b.csv"), lines(4, 4));
    assertThat(keys(feed(folder).pull(first.cursor()).messages())).containsExactly("3", "4");
  }

  @Test
  void otherFilesAndFoldersArePassedOver() throws Exception {
    settled(folder.resolve("a.csv"), "id,text\n1,satu\n");
    settled(folder.resolve("README.md"), "bukan laporan\n");
    settled(folder.resolve("a.csv.tmp"), "id,text\n2,dua\n");
    settled(folder.resolve("a.json"), "{\"id\":3}\n");
    settled(folder.resolve("csv"), "id,text\n4,empat\n");
    Files.createDirectory(folder.resolve("lama.csv"));
    settled(folder.resolve("lama.csv").resolve("b.csv"), "id,text\n5,lima\n");
    assertThat(keys(folder)).containsExactly("1");
  }

  @Test
  void anEmptyFolderIsAnEmptyPage() {
    Page page = feed(folder).pull(null);
    assertThat(page.messages()).isEmpty();
    assertThat(page.hasMore()).isFalse();
    assertThat(feed(folder).pull(page.cursor()).messages()).isEmpty();
  }

  @Test
  void fiveHundredFilesAreReadAndOneMoreIsRefused() throws Exception {
    for (int i = 1; i <= 500; i++) {
      settled(
          folder.resolve("laporan-warga-tahun-2026-bagian-" + (1_000 + i) + ".csv"), "id\n" + i);
    }
    assertThat(keys(Feeds.all(reading(folder).pageSize(99).build(), null)))
        .isEqualTo(numbers(1, 500));
    settled(folder.resolve("satu-lagi.csv"), "id\n501\n");
    assertThatExceptionOfType(ChannelException.class)
        .isThrownBy(() -> feed(folder).pull(null))
        .withMessageEndingWith("more than 500 files. Move the old ones away.")
        .satisfies(
            e -> assertThat(e.kind()).isEqualTo(ChannelException.Kind.MALFORMED),
            e -> assertThat(e.findRetryAt()).isEmpty());
  }

  @Test
  void filesThatAreGoneDoNotMakeTheCursorGrow() throws Exception {
    Cursor cursor = null;
    for (int day = 1; day <= 900; day++) {
      Path file =
          settled(
              folder.resolve("laporan-warga-dengan-nama-yang-panjang-" + day + ".csv"), "id\n1");
      Page page = feed(folder).pull(cursor);
      assertThat(page.messages()).hasSize(1);
      cursor = page.cursor();
      Files.delete(file);
    }
    assertThat(cursor).isNotNull();
    assertThat(cursor.value().length()).isLessThan(200);
  }

  @Test
  void namesThatDoNotFitIntoACursorAreAFaultOfTheFeed() throws Exception {
    for (int i = 1; i <= 400; i++) {
      settled(folder.resolve("x".repeat(200) + i + ".csv"), "id\n" + i);
    }
    assertThatExceptionOfType(ChannelException.class)
        .isThrownBy(() -> feed(folder).pull(null))
        .withMessageContaining("Move the old ones away")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(ChannelException.Kind.MALFORMED));
  }

  @Test
  void aMissingFileIsATemporaryFaultSaidInASentence() {
    Path missing = folder.resolve("tidak-ada.csv");
    assertThatExceptionOfType(ChannelException.class)
        .isThrownBy(() -> feed(missing).pull(null))
        .withMessage(missing + ": there is no such file or folder. Check the path of the feed.")
        .satisfies(
            e -> assertThat(e.kind()).isEqualTo(ChannelException.Kind.TEMPORARY),
            e -> assertThat(e.isWorthRetrying()).isTrue());
  }

  @Test
  void aFileThatComesBackIsReadOn() throws Exception {
    Path file = settled(folder.resolve("a.csv"), "id,text\n1,satu\n");
    Page first = feed(file).pull(null);
    Files.delete(file);
    assertThatExceptionOfType(ChannelException.class)
        .isThrownBy(() -> feed(file).pull(first.cursor()));
    settled(file, "id,text\n1,satu\n2,dua\n");
    assertThat(keys(feed(file).pull(first.cursor()).messages())).containsExactly("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "bukan cursor",
        "null",
        "17",
        "[]",
        "\"a\"",
        "{",
        "{} {}",
        "{\"a.csv\":null}",
        "{\"a.csv\":7}",
        "{\"a.csv\":{}}",
        "{\"a.csv\":{\"offset\":1,\"line\":1}}",
        "{\"a.csv\":{\"offset\":1,\"line\":1,\"seen\":null}}",
        "{\"a.csv\":{\"offset\":-1,\"line\":1,\"seen\":\"x\"}}",
        "{\"a.csv\":{\"offset\":1,\"line\":-1,\"seen\":\"x\"}}",
        "{\"a.csv\":{\"offset\":1.5,\"line\":1,\"seen\":\"x\"}}",
        "{\"a.csv\":{\"offset\":\"1\",\"line\":1,\"seen\":\"x\"}}",
        "{\"a.csv\":{\"offset\":99999999999999999999,\"line\":1,\"seen\":\"x\"}}"
      })
  void aDamagedCursorIsMalformed(String value) throws Exception {
    FileFeed feed = feed(settled(folder.resolve("a.csv"), "id,text\n1,satu\n"));
    assertThatExceptionOfType(ChannelException.class)
        .isThrownBy(() -> feed.pull(new Cursor(value)))
        .withMessage("the stored cursor of the feed is damaged")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(ChannelException.Kind.MALFORMED));
  }

  @Test
  void aCursorBeyondTheEndReadsTheFileAnew() throws Exception {
    FileFeed feed = feed(settled(folder.resolve("a.csv"), "id,text\n1,satu\n"));
    String value =
        feed.pull(null)
            .cursor()
            .value()
            .replaceFirst("\"offset\":[0-9]+", "\"offset\":" + Long.MAX_VALUE);
    assertThat(keys(feed.pull(new Cursor(value)).messages())).containsExactly("1");
  }

  @Test
  void aPageHoldsOneToTenThousandRecords() {
    FileFeed.Builder builder = reading(folder);
    assertThat(builder.pageSize(1).pageSize(10_000).build()).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.pageSize(0))
        .withMessageContaining("pageSize");
    assertThatIllegalArgumentException().isThrownBy(() -> builder.pageSize(10_001));
  }

  @Test
  void theAccountIsTheOneGiven() {
    try (FileFeed feed = feed(folder)) {
      assertThat(feed.account()).isEqualTo(Feeds.ACCOUNT);
    }
  }
}
