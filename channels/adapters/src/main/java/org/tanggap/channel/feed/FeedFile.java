package org.tanggap.channel.feed;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.complaint.AccountId;

/** One file of a feed: reads on from a mark, a record at a time. */
final class FeedFile {

  private final Path file;
  private final String name;
  private final long settledSize;
  private final AccountId account;
  private final ZoneId zone;
  private final boolean csv;

  FeedFile(Path file, String name, long settledSize, AccountId account, ZoneId zone) {
    this.file = file;
    this.name = name;
    this.settledSize = settledSize;
    this.account = account;
    this.zone = zone;
    this.csv = name.toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  /** Adds at most the given number of messages, and says how far it read. */
  FeedCursor.Mark read(FeedCursor.Mark from, int limit, List<ChannelMessage> messages)
      throws IOException {
    try (RecordCutter cutter = new RecordCutter(file, csv, settledSize)) {
      Optional<RecordCutter.Cut> first = cutter.next();
      if (first.isEmpty()) {
        return from.offset() <= cutter.size() ? from : FeedCursor.Mark.START;
      }
      RecordFormat format = csv ? RecordFormat.csv(first.get()) : RecordFormat.json();
      boolean goesOn =
          from.offset() <= cutter.size()
              && from.seen().equals(cutter.seen(first.get(), from.offset()));
      if (goesOn) {
        cutter.seek(from.offset(), from.line());
      } else if (!csv) {
        cutter.seek(0, 0);
      } else {
        resumeAfterStrayMark(cutter, first.get());
      }
      for (int taken = 0; taken < limit; ) {
        Optional<RecordCutter.Cut> cut = cutter.next();
        if (cut.isEmpty()) {
          break;
        }
        if (!cut.get().isBlank()) {
          ChannelMessage message = messageOf(cut.get(), format);
          messages.add(message);
          taken++;
          if (csv && message instanceof ChannelMessage.Malformed) {
            resumeAfterStrayMark(cutter, cut.get());
          }
        }
      }
      return new FeedCursor.Mark(
          cutter.offset(), cutter.line(), cutter.seen(first.get(), cutter.offset()));
    }
  }

  /**
   * A stray quotation mark costs its own line, not the lines after it. A record that is cut rightly
   * is left as a whole, or a line break in a citizen's text would begin a record.
   */
  private static void resumeAfterStrayMark(RecordCutter cutter, RecordCutter.Cut cut)
      throws IOException {
    if (!RecordFormat.quotationMarksMatch(cut)) {
      cutter.backToSecondLine(cut);
    }
  }

  private ChannelMessage messageOf(RecordCutter.Cut cut, RecordFormat format) {
    String where = name + " line " + cut.line();
    if (cut.tooLong()) {
      return new ChannelMessage.Malformed(
          where, "the record is longer than " + RecordCutter.MAX_BYTES + " bytes");
    }
    try {
      Map<String, String> fields = format.fields(cut.text());
      return new FeedRecord(fields, zone).toMessage(account, where, cut);
    } catch (CharacterCodingException e) {
      return new ChannelMessage.Malformed(where, "the record is not UTF-8; save the file as UTF-8");
    } catch (BadRecordException e) {
      return new ChannelMessage.Malformed(where, e.problem());
    }
  }
}
