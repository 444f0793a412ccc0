package org.tanggap.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tanggap.channel.feed.Feeds.ACCOUNT;
import static org.tanggap.channel.feed.Feeds.feed;
import static org.tanggap.channel.feed.Feeds.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers of a feed. */
class FeedAnswersTest {

  private static final ReplyTarget TARGET =
      new ReplyTarget(
          new MessageKey(ACCOUNT, "PB-1"), Instant.EPOCH, new Reporter("warga17", "Budi"), "");

  @TempDir Path folder;

  private static Reply reply(long id, String text) {
    return new Reply(new UUID(0, id), TARGET, text, List.of(), false);
  }

  @Test
  void withoutAFileAPersonHasToAnswer() {
    FileFeed feed = feed(folder);
    assertThat(feed.permission(TARGET))
        .isEqualTo(
            new ReplyPermission.ByHand("a feed goes one way: answer where the report was made"));
    assertThatExceptionOfType(ChannelException.class)
        .isThrownBy(() -> feed.send(reply(1, "rahasia")))
        .withMessage("the feed has no file for answers")
        .satisfies(
            e -> assertThat(e.kind()).isEqualTo(ChannelException.Kind.NOT_PERMITTED),
            e -> assertThat(e.isWorthRetrying()).isFalse());
  }

  @Test
  void withAFileTheLibraryMayAnswer() {
    FileFeed feed = reading(folder).answersTo(folder.resolve("jawaban.jsonl")).build();
    assertThat(feed.permission(TARGET)).isEqualTo(ReplyPermission.Allowed.words(10_000));
  }

  @Test
  void answersAreLinesOfJson() throws Exception {
    Path answers = folder.resolve("jawaban.jsonl");
    FileFeed feed = reading(folder).answersTo(answers).build();
    String text = "Sudah \"selesai\",\nterima kasih 🙏 \\ \u2028";
    feed.send(reply(1, text));
    feed.send(reply(2, "kedua"));
    List<String> lines = Files.readAllLines(answers);
    assertThat(lines).hasSize(2);
    JsonNode first = JsonMapper.shared().readTree(lines.get(0));
    assertThat(first.propertyNames()).containsExactly("id", "in_reply_to", "text");
    assertThat(first.path("id").asString()).isEqualTo("00000000-0000-0000-0000-000000000001");
    assertThat(first.path("in_reply_to").asString()).isEqualTo("PB-1");
    assertThat(first.path("text").asString()).isEqualTo(text);
    assertThat(JsonMapper.shared().readTree(lines.get(1)).path("text").asString())
        .isEqualTo("kedua");
    assertThat(Files.readString(answers)).endsWith("\n").doesNotContain("warga17", "Budi");
  }

  @Test
  void answersOfAnEarlierRunAreKept() throws Exception {
    Path answers = folder.resolve("jawaban.jsonl");
    reading(folder).answersTo(answers).build().send(reply(1, "satu"));
    reading(folder).answersTo(answers).build().send(reply(2, "dua"));
    assertThat(Files.readAllLines(answers)).hasSize(2);
  }

  @Test
  void halfALineThatACrashLeftDoesNotSwallowTheNextAnswer() throws Exception {
    Path answers = folder.resolve("jawaban.jsonl");
    Files.writeString(answers, "{\"id\":\"00000000-0000-0000-0000-0000");
    reading(folder).answersTo(answers).build().send(reply(1, "satu"));
    List<String> lines = Files.readAllLines(answers);
    assertThat(lines).hasSize(2);
    assertThat(JsonMapper.shared().readTree(lines.get(1)).path("text").asString())
        .isEqualTo("satu");
  }

  @Test
  void anAnswerThatCannotBeWrittenMayBeTriedAgain() {
    Path answers = folder.resolve("tidak-ada").resolve("jawaban.jsonl");
    FileFeed feed = reading(folder).answersTo(answers).build();
    assertThatExceptionOfType(ChannelException.class)
        .isThrownBy(() -> feed.send(reply(1, "rahasia")))
        .withMessage(answers + ": the answer cannot be written")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(ChannelException.Kind.TEMPORARY));
  }
}
