package org.tanggap.desk;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.StoreException;

/**
 * The way of messages from a channel to the store. One page of messages is one transaction, its
 * cursor included; {@link IntakeBatch} makes it.
 */
final class IntakePipeline {

  private static final int ATTEMPTS = 10;

  private final FeedbackDeskBuilder parts;
  private final ComplaintStore store;
  private final InstantSource clock;
  private final ComplaintOpening opening;
  private final DeadlineWatch deadlines;

  IntakePipeline(FeedbackDeskBuilder parts, TimeOrderedIds ids, DeadlineWatch deadlines) {
    this.parts = parts;
    this.store = parts.store();
    this.clock = parts.clock;
    this.opening = new ComplaintOpening(parts, ids);
    this.deadlines = deadlines;
  }

  /**
   * Where an account's cursor moves to with a page.
   *
   * @param from where the page began, or null at the very beginning
   * @param to where it ends
   */
  record Move(@Nullable Cursor from, Cursor to) {}

  /** What was taken: all of the page, or nothing if somebody else took the page meanwhile. */
  record Taken(List<Intake> results, List<DeskEvent.ComplaintStored> stored) {}

  /**
   * Takes messages, all or nothing, and moves the cursor with them.
   *
   * @param fetched the announcement that is done with by this, or null
   */
  Optional<Taken> take(
      AccountId account,
      List<ChannelMessage> messages,
      @Nullable Move move,
      @Nullable MessageKey fetched) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      IntakeBatch batch = new IntakeBatch(account, parts, opening, clock.instant());
      List<Intake> results = batch.takeAll(messages);
      Commit commit = batch.commit(deadlines);
      if (move != null) {
        commit.cursor(account, move.from(), move.to());
      }
      if (fetched != null) {
        commit.fetched(fetched);
      }
      CommitResult result = store.commit(commit);
      if (result instanceof CommitResult.Committed) {
        return Optional.of(new Taken(results, batch.listStored()));
      } else if (result instanceof CommitResult.CursorMoved) {
        return Optional.empty();
      }
      // Another process took one of these messages, or changed a complaint: look again.
    }
    throw new StoreException("other writers keep taking the messages of " + account, null);
  }
}
