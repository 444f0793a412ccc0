package org.tanggap.day;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanggap.testkit.ManualClock;

/**
 * A day of messages over the channels, with vendors that fail and a process that is killed in the
 * middle. A small day in every build; longer ones with {@code -Pday}.
 */
class DayOfMessagesTest {

  private static final Logger LOG = LoggerFactory.getLogger(DayOfMessagesTest.class);

  private static final int MESSAGES = Integer.getInteger("tanggap.day.messages", 1_500);
  private static final long SEED = Long.getLong("tanggap.day.seed", 20_261_122L);

  @TempDir Path folder;

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");

  @Test
  void a_day_ends_with_every_message_stored_once_and_every_permitted_answer_sent_once() {
    Day day =
        new Day(
            clock,
            new Random(SEED),
            folder.resolve("day.db"),
            new City(clock, folder).accounts(),
            5_000);
    try {
      day.pass(MESSAGES);
      day.endQuietly();

      day.everyMessageIsStoredOnce();
      LOG.info(
          "{} messages, seed {}: {}; answers: {}",
          MESSAGES,
          SEED,
          day.told(),
          day.everyAnswerIsSentOnce());
    } finally {
      day.close();
    }
  }
}
